package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.number.Floats;
import dev.polyloom.python.runtime.number.Ints;
import java.math.BigInteger;
import java.util.Arrays;

/** The hash of values; those of numbers and tuples are CPython's. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
public final class Hash {
    private static final long PRIME = (1L << 61) - 1;
    private static final long PRIME_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME_5 = 0x27D4EB2F165667C5L;
    private static final long TUPLE_MASK = PRIME_5 ^ 3527539L;

    private Hash() {}

    /** Returns the hash of a value. */
    public static long of(Object value) {
        return switch (value) {
            case String text -> (text.hashCode() * 0x9E3779B97F4A7C15L) >> 3;
            case Long number -> ofLong(number);
            case Boolean truth -> truth ? 1 : 0;
            case BigInteger big -> Ints.hash(big);
            case Double number -> Floats.hash(number);
            case None none -> 0xfca86420L;
            case PyTuple tuple when tuple.type().isNative() || isPlain(tuple) -> of(tuple);
            case PyBytes bytes when bytes.type() == Types.BYTES -> Arrays.hashCode(bytes.data());
            case PyComplex number -> number.hash();
            case PySet set when set.isFrozen() -> ofSet(set);
            case PyRange range -> of(range.key());
            case PyType type -> System.identityHashCode(type);
            case Typed typed -> ofObject(typed);
            default -> value.hashCode();
        };
    }

    private static boolean isPlain(PyTuple tuple) {
        return !(tuple.type().lookup("__hash__") instanceof Function);
    }

    /** Returns the hash of a number. */
    public static long ofLong(long number) {
        if (number > -PRIME && number < PRIME) {
            return number == -1 ? -2 : number;
        }
        long rest = number % PRIME;
        return rest == -1 ? -2 : rest;
    }

    private static long of(PyTuple tuple) {
        long hash = PRIME_5;
        for (Object each : tuple.array()) {
            hash = Long.rotateLeft(hash + of(each) * PRIME_2, 31) * PRIME_1;
        }
        hash += tuple.size() ^ TUPLE_MASK;
        return hash == -1 ? 1546275796L : hash;
    }

    private static long ofSet(PySet set) {
        long hash = 0;
        for (Object each : set.snapshot()) {
            long one = of(each);
            hash ^= (one ^ 89869747L ^ (one << 16)) * 3644798167L;
        }
        hash ^= (set.size() + 1L) * 1927868237L;
        hash ^= (hash >>> 11) ^ (hash >>> 25);
        hash = hash * 69069L + 907133923L;
        return hash == -1 ? 590923713L : hash;
    }

    private static long ofObject(Typed object) {
        PyType type = object.type();
        Object method = type.lookup("__hash__");
        if (method == null || method == None.NONE) {
            throw Errors.type("unhashable type: '%s'".formatted(type.name()));
        }
        if (method == Types.objectHash()) {
            return object instanceof BoundMethod bound
                    ? bound.hash()
                    : System.identityHashCode(object);
        }
        Object hash = Calls.special(method, object);
        if (hash instanceof BigInteger big) {
            return Ints.hash(big);
        }
        if (Numbers.plain(hash) instanceof Long number) {
            return number == -1 ? -2 : number;
        }
        throw Errors.type("__hash__ method should return an integer");
    }
}
