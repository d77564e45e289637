package dev.polyloom.process.codec;

import java.io.ObjectInputFilter;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The filter of one stream: bounds what its bytes may make this JVM allocate, asks the class
 * filter, and remembers what was refused and why.
 */
final class StreamLimits implements ObjectInputFilter {
    static final int MAX_DEPTH = 1_000;

    /**
     * An array of references may be larger than its elements' bytes by the factor of a hash table.
     */
    private static final long HASH_FACTOR = 8;

    private static final long SLACK = 2_048;

    /** What the codec itself puts into a stream. */
    private static final Set<Class<?>> OWN = Set.of(LambdaTwin.class, LargeArray.class);

    private final ObjectInputFilter classes;
    private final long total;
    private final boolean strict;
    private @Nullable String refusal;

    StreamLimits(ObjectInputFilter classes, long total, boolean strict) {
        this.classes = classes;
        this.total = total;
        this.strict = strict;
    }

    /** Returns why something was refused, or null if nothing was. */
    @Nullable String refusal() {
        return refusal;
    }

    boolean admits(Class<?> type) {
        return checkInput(new TypeInfo(type)) != Status.REJECTED;
    }

    @Override
    public Status checkInput(FilterInfo info) {
        if (strict && info.depth() > MAX_DEPTH) {
            return refuse("it is nested more than " + MAX_DEPTH + " levels deep");
        }
        Class<?> type = info.serialClass();
        if (type != null && isTooLong(type, info)) {
            return refuse(
                    "malformed: an array of %d elements, but only %d bytes follow"
                            .formatted(info.arrayLength(), total - info.streamBytes()));
        }
        return checkType(type, info);
    }

    private boolean isTooLong(Class<?> type, FilterInfo info) {
        if (info.arrayLength() < 0) {
            return false;
        }
        long bytes = size(type) * info.arrayLength();
        return bytes > (total - info.streamBytes()) * factor(type) + SLACK;
    }

    private Status checkType(@Nullable Class<?> type, FilterInfo info) {
        if (type == null || OWN.contains(type)) {
            return Status.UNDECIDED;
        }
        if (Proxy.isProxyClass(type)) {
            return Status.ALLOWED;
        }
        Status status = classes.checkInput(info);
        return status == Status.REJECTED ? refuse(reason(element(type))) : status;
    }

    private Status refuse(String reason) {
        if (refusal == null) {
            refusal = reason;
        }
        return Status.REJECTED;
    }

    private static String reason(Class<?> type) {
        String name = type.getName();
        return ClassFilter.isDenied(name)
                ? name
                        + " is never taken from a worker: classes of its package can be made to"
                        + " run what an attacker likes"
                : name
                        + " may not come back from a worker: allow it with"
                        + " Run.processes().allow(\""
                        + name
                        + "\"), or return a class of your own";
    }

    static Class<?> element(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element;
    }

    private static long factor(Class<?> array) {
        return array.isArray() && array.getComponentType().isPrimitive() ? 1 : HASH_FACTOR;
    }

    private static long size(Class<?> array) {
        Class<?> component = array.getComponentType();
        if (component == long.class || component == double.class) {
            return 8;
        }
        if (component == int.class || component == float.class) {
            return 4;
        }
        return component == short.class || component == char.class ? 2 : 1;
    }

    /** A type to be judged on its own. */
    private record TypeInfo(Class<?> serialClass) implements FilterInfo {
        @Override
        public long arrayLength() {
            return -1;
        }

        @Override
        public long depth() {
            return 1;
        }

        @Override
        public long references() {
            return 1;
        }

        @Override
        public long streamBytes() {
            return 0;
        }
    }
}
