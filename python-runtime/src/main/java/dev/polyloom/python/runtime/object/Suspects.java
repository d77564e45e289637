package dev.polyloom.python.runtime.object;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The objects whose end matters and that a thread may have been the last to hold. It asks the
 * collector about them between two statements, unless variables of modules lead to all of them.
 */
final class Suspects {
    private static final int FAR = 3000;
    private static final int NEAR = 300;
    private static final int TRIES = 4;
    private static final int MANY = 1000;
    private static final ThreadLocal<Suspects> OWN = ThreadLocal.withInitial(Suspects::new);
    private static long last = 1L << 40;

    private final Set<Mortal> all = new LinkedHashSet<>();
    private final List<@Nullable Object[]> failed = new ArrayList<>();

    /** Whether something was let go of that may hold more than can be seen. */
    private boolean vague;

    private Suspects() {}

    /** Returns those of the calling thread. */
    static Suspects own() {
        return OWN.get();
    }

    private static synchronized long next() {
        return ++last;
    }

    private void suspect(Mortal mortal) {
        mortal.order = next();
        all.remove(mortal);
        all.add(mortal);
    }

    /** Adds an object that has been made, and that nothing holds yet. */
    void born(Mortal mortal) {
        mortal.fresh = true;
        suspect(mortal);
    }

    /** Adds what a value leads to, which is let go of. */
    void release(@Nullable Object value) {
        vague |= value != null && !add(value, FAR);
    }

    /**
     * What a value leads to whose end matters.
     *
     * @param complete whether that is all
     */
    private record Inside(List<Mortal> mortals, boolean complete) {}

    /** Returns what a value leads to whose end matters. */
    static Object inside(@Nullable Object value) {
        List<Mortal> mortals = new ArrayList<>();
        boolean complete = reach(FAR, value, mortals::add);
        return new Inside(mortals, complete);
    }

    /** Adds what an object has led to, which has let go of some of it. */
    void lost(Object before) {
        if (before instanceof Inside inside) {
            inside.mortals.forEach(this::suspect);
            vague |= !inside.complete;
        }
    }

    /** Adds what a value leads to that nobody has held. */
    void discard(@Nullable Object value) {
        add(value, FAR);
    }

    /** Adds what the variables of a function lead to, which ends. */
    void leave(int parameters, @Nullable Object[] variables) {
        for (int i = parameters; i < variables.length; i++) {
            add(variables[i], NEAR);
        }
        for (int i = 0; i < parameters; i++) {
            Mortal mortal = Mortal.of(variables[i]);
            if (mortal != null && mortal.fresh) {
                mortal.tries = Math.min(mortal.tries, TRIES - 2);
                suspect(mortal);
            } else {
                held(variables[i]);
            }
        }
    }

    /** Adds what the variables of a function lead to once the exception that ends it is handled. */
    void fail(@Nullable Object[] variables) {
        failed.add(variables);
    }

    /** Adds whatever a thread may have held, which ends. */
    void leaveAll() {
        vague = true;
    }

    private boolean add(@Nullable Object value, int most) {
        return reach(most, value, this::suspect);
    }

    private static boolean reach(int most, @Nullable Object value, Consumer<Mortal> each) {
        Reach reach =
                new Reach(
                        most,
                        met -> {
                            Mortal mortal = Mortal.of(met);
                            if (mortal != null) {
                                each.accept(mortal);
                            }
                        });
        reach.from(value);
        return reach.isComplete();
    }

    /** Takes out what a value leads to, which somebody holds. */
    void held(@Nullable Object value) {
        if (!all.isEmpty()) {
            reach(FAR, value, all::remove);
        }
    }

    /** Takes out what a value leads to, which somebody holds who will say when he does not. */
    void kept(@Nullable Object value) {
        if (!all.isEmpty()) {
            reach(
                    FAR,
                    value,
                    mortal -> {
                        if (all.remove(mortal)) {
                            mortal.fresh = false;
                        }
                    });
        }
    }

    /**
     * Finishes those that are gone.
     *
     * @param always whether to ask the collector even where it has taken much of the time
     */
    void settle(boolean always) {
        if (!failed.isEmpty() && Errors.handled() == null) {
            failed.forEach(each -> add(each, NEAR));
            failed.clear();
        }
        boolean doubtful = vague || !all.isEmpty();
        if (doubtful && (always || Collector.isAffordable()) && isDoubtful()) {
            vague = false;
            Collector.collect();
            all.removeIf(each -> !each.fresh || each.get() == null || ++each.tries >= TRIES);
            Finalizers.deliver();
            Finalizers.callBack();
        } else {
            Finalizers.deliver();
        }
    }

    private boolean isDoubtful() {
        List<Mortal> living = vague ? Collector.living() : List.of();
        if (living.size() > MANY) {
            return true;
        }
        all.addAll(living);
        for (Module each : Modules.ofProgram()) {
            each.owned().values().forEach(this::takeOut);
        }
        vague &= !all.isEmpty();
        return !all.isEmpty();
    }

    private void takeOut(Object value) {
        reach(FAR, value, all::remove);
    }
}
