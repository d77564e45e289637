package dev.polyloom.python.infer;

import dev.polyloom.python.ast.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A variable, a parameter or a result, with what has been seen of its values.
 *
 * <p>Bounds that keep growing are supposed to stay within {@code ±2^61}. That is proved afterwards:
 * each value must lie within {@code ±2^58} of its own, be that of another variable that stays
 * within {@code ±2^61}, change one by at most 32 (2^54 such steps take more than a year), or be
 * added in loops whose rounds are counted. What cannot be proved is an int of any size. Nothing is
 * supposed of a variable whose values all have bounds of their own, where these are wider.
 */
final class Variable {
    static final int SMALL_STEP = 32;
    static final long BASE = 1L << 58;
    static final long SUPPOSED = 1L << 61;
    private static final int PATIENCE = 6;
    private static final int MOST_SUMS = 4;

    final String place;
    final String name;
    final @Nullable Span first;
    private final List<Definition> definitions = new ArrayList<>();
    private Value value = Value.NOTHING;
    private int changes;
    private int addedIn;
    private int readIn;
    private boolean hasText;
    private boolean hasNumber;

    /** How a value has come about. */
    enum Step {
        /** By nothing that depends on a variable that grows, so that its bounds are its own. */
        OWN,
        /** As the value of a variable, or that with a small step added. */
        SMALL,
        /** By adding to the variable itself so much at most, all rounds of its loops together. */
        SUM
    }

    private record Definition(Value value, Step step, long sum) {}

    Variable(String place, String name, @Nullable Span first) {
        this.place = place;
        this.name = name;
        this.first = first;
    }

    Value value() {
        return value;
    }

    /** Notes that something is added to it in so many loops. */
    void addedIn(int loops) {
        addedIn = Math.max(addedIn, loops);
    }

    /** Notes that it is read in so many loops, otherwise than to add something. */
    void readIn(int loops) {
        readIn = Math.max(readIn, loops);
    }

    /** Tells whether text or numbers may be added to it again and again before it is read. */
    boolean isGrowing() {
        return hasText ? addedIn > 0 : hasNumber && addedIn > readIn && !value.isPlain();
    }

    void forgetDefinitions() {
        definitions.clear();
    }

    /** Adds a value that it may have, and tells whether more is possible than before. */
    boolean add(Value more, Step step, long sum) {
        hasText |= more.kind() == Value.Kind.STR;
        hasNumber |= more.isInt() || more.isFloat();
        definitions.add(new Definition(more, step, sum));
        Value joined = value.or(step == Step.OWN ? more : clamped(more));
        if (joined.equals(value)) {
            return false;
        }
        if (joined.isLong() && value.isLong() && ++changes > PATIENCE) {
            joined = widened(joined);
        }
        boolean changed = !joined.equals(value);
        value = joined;
        return changed;
    }

    private static Value clamped(Value more) {
        return more.isLong()
                ? Value.between(
                        Math.clamp(more.low(), -SUPPOSED, SUPPOSED),
                        Math.clamp(more.high(), -SUPPOSED, SUPPOSED))
                : more;
    }

    private Value widened(Value joined) {
        if (!joined.within(-SUPPOSED, SUPPOSED)) {
            return Value.INT;
        }
        return Value.between(
                joined.low() < value.low() ? -SUPPOSED : joined.low(),
                joined.high() > value.high() ? SUPPOSED : joined.high());
    }

    /** Gives up the bounds if they cannot be proved, and tells whether it did. */
    boolean giveUp() {
        if (!value.isLong() || value.within(-BASE, BASE) || isProved()) {
            return false;
        }
        value = Value.INT;
        return true;
    }

    private boolean isProved() {
        boolean own = definitions.stream().allMatch(d -> d.step == Step.OWN);
        if (own && !value.within(-SUPPOSED, SUPPOSED)) {
            return true;
        }
        long sums = definitions.stream().filter(d -> d.step == Step.SUM).count();
        for (Definition each : definitions) {
            boolean based = each.value.within(-BASE, BASE);
            boolean kept =
                    switch (each.step) {
                        case OWN -> based;
                        case SMALL -> based || sums == 0;
                        case SUM -> sums <= MOST_SUMS && each.sum <= BASE / MOST_SUMS;
                    };
            if (!kept) {
                return false;
            }
        }
        return true;
    }

    /** Returns why Java has no type for it but {@code Object}. */
    String reason() {
        Set<Value.Kind> kinds = EnumSet.noneOf(Value.Kind.class);
        definitions.forEach(each -> kinds.add(each.value.kind()));
        kinds.remove(Value.Kind.NOTHING);
        if (value.kind() == Value.Kind.INT) {
            return kinds.contains(Value.Kind.INT)
                    ? "of any size, as it is set to such an int"
                    : "of any size, as its bounds cannot be proved";
        }
        if (kinds.isEmpty()) {
            return "what else sets it cannot be seen";
        }
        return kinds.contains(Value.Kind.OBJECT)
                ? "it is set to a value of which nothing is known"
                : "it is set to "
                        + kinds.stream()
                                .map(Value.Kind::text)
                                .distinct()
                                .collect(Collectors.joining(" and to "));
    }

    void unknown() {
        value = Value.OBJECT;
    }
}
