package dev.polyloom.python.runtime.object;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The ways that an exception has taken, each from where it was raised to where it was caught. What
 * Java knows of a way is the whole stack of its thread; Python's traceback begins at the call that
 * has caught it.
 */
@SuppressWarnings("ReferenceEquality") // a module is one object
final class Legs {
    private final List<Leg> older = new ArrayList<>();
    private Throwable stack;
    private @Nullable Place caught;
    private @Nullable Place seen;
    private int passes;

    /** The body of a {@code try} statement. */
    private record Place(Module module, int first, int last) {
        boolean holds(Traceback.Frame frame) {
            return frame.line() >= first && frame.line() <= last && frame.module() == module;
        }
    }

    /**
     * A way that has ended.
     *
     * @param caught where, or null where nobody has seen it
     * @param passes how many calls inside that one have let it go on there
     */
    private record Leg(Throwable stack, @Nullable Place caught, int passes) {
        List<Traceback.Frame> frames() {
            if (stack instanceof Given given) {
                return given.frames.get();
            }
            List<Traceback.Frame> all =
                    Traceback.frames(
                            stack instanceof PyException own
                                    ? own.numberedStack()
                                    : stack.getStackTrace());
            int left = passes;
            for (int i = all.size() - 1; caught != null && i >= 0; i--) {
                if (caught.holds(all.get(i)) && left-- == 0) {
                    return all.subList(i, all.size());
                }
            }
            return all;
        }
    }

    /** Where an exception was raised another time. */
    private static final class Again extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** A way that was given to an exception. */
    private static final class Given extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Supplier<List<Traceback.Frame>> frames;

        Given(Supplier<List<Traceback.Frame>> frames) {
            super(null, null, false, false);
            this.frames = frames;
        }
    }

    Legs(PyException error) {
        this.stack = error;
    }

    /** Begins a new way here. */
    synchronized void add() {
        older.add(new Leg(stack, caught, passes));
        stack = new Again();
        caught = null;
        seen = null;
        passes = 0;
    }

    /** Notes that it is caught in the body of a {@code try} statement. */
    synchronized void caught(Module module, int first, int last) {
        Place place = new Place(module, first, last);
        passes = place.equals(seen) ? passes + 1 : 0;
        caught = place;
        seen = place;
    }

    /** Forgets that it has come into this thread from another one. */
    synchronized void stay() {
        if (!older.isEmpty()) {
            Leg last = older.removeLast();
            stack = last.stack;
            caught = last.caught;
            passes = last.passes;
            seen = null;
        }
    }

    /** Gives it the calls of a traceback in place of its own ways. */
    synchronized void set(Supplier<List<Traceback.Frame>> frames) {
        older.clear();
        stack = new Given(frames);
        caught = null;
        passes = 0;
    }

    /** Takes the ways of another exception, of which this one is a part. */
    synchronized void follow(Legs other) {
        older.addAll(other.older);
        stack = other.stack;
        caught = other.caught;
        passes = other.passes;
    }

    /** Notes that it goes on. */
    synchronized void goOn() {
        caught = null;
    }

    /** Returns the calls on all ways, the outermost first. */
    List<Traceback.Frame> frames() {
        return now().get();
    }

    /** Returns what gives the calls on all ways until now. */
    synchronized Supplier<List<Traceback.Frame>> now() {
        List<Leg> legs = new ArrayList<>(older);
        legs.add(new Leg(stack, caught, passes));
        return () -> {
            List<Traceback.Frame> all = new ArrayList<>();
            for (Leg each : legs.reversed()) {
                all.addAll(each.frames());
            }
            return all;
        };
    }
}
