package dev.polyloom.process.codec;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The short form of many values that are all {@link Integer}s, all {@link Long}s or all {@link
 * Double}s: that of an array of primitives. Values of which it cannot be said stand behind {@link
 * Form#MIXED} and their count, each on its own.
 */
final class NumberColumn {
    private NumberColumn() {}

    /** Writes values in the short form and tells whether they have one; if not writes nothing. */
    static boolean write(ByteSink out, int count, IntFunction<@Nullable Object> values) {
        Class<?> type = commonType(count, values);
        if (type == Integer.class) {
            ByteBuffer room = room(out, Plain.INTS, count, Integer.BYTES);
            for (int i = 0; i < count; i++) {
                room.putInt((Integer) values.apply(i));
            }
        } else if (type == Long.class) {
            ByteBuffer room = room(out, Plain.LONGS, count, Long.BYTES);
            for (int i = 0; i < count; i++) {
                room.putLong((Long) values.apply(i));
            }
        } else if (type == Double.class) {
            ByteBuffer room = room(out, Plain.DOUBLES, count, Double.BYTES);
            for (int i = 0; i < count; i++) {
                // raw bits keep every NaN what it was
                room.putLong(Double.doubleToRawLongBits((Double) values.apply(i)));
            }
        }
        return type != null;
    }

    /** Returns the type that all values have, if it is one with a short form. */
    private static @Nullable Class<?> commonType(int count, IntFunction<@Nullable Object> values) {
        Object first = count == 0 ? null : values.apply(0);
        if (!(first instanceof Integer || first instanceof Long || first instanceof Double)) {
            return null;
        }
        Class<?> type = first.getClass();
        for (int i = 1; i < count; i++) {
            Object value = values.apply(i);
            if (value == null || value.getClass() != type) {
                return null;
            }
        }
        return type;
    }

    private static ByteBuffer room(ByteSink out, byte tag, int count, int width) {
        out.put(tag);
        out.number(count);
        return out.room((long) count * width);
    }

    /** Tells whether a tag is that of a column. */
    static boolean isOne(byte tag) {
        return tag == Plain.INTS || tag == Plain.LONGS || tag == Plain.DOUBLES;
    }

    /** Reads a column behind its tag into a new array, behind what is to stand there. */
    static @Nullable Object[] read(byte tag, ByteSource in, @Nullable Object... before)
            throws CompactException {
        int width = tag == Plain.INTS ? Integer.BYTES : Long.BYTES;
        ByteBuffer from = in.elements(width);
        @Nullable Object[] values = Arrays.copyOf(before, before.length + from.remaining() / width);
        for (int i = before.length; i < values.length; i++) {
            values[i] =
                    switch (tag) {
                        case Plain.INTS -> from.getInt();
                        case Plain.LONGS -> from.getLong();
                        default -> Double.longBitsToDouble(from.getLong());
                    };
        }
        return values;
    }
}
