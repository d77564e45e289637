package dev.polyloom.process.codec;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The short form of values that run no code of the user's when they are made: a tag, then the
 * value. A string is one of these; that two references were to the same string is not kept.
 */
final class Plain {
    static final byte NULL = 0;
    static final byte FALSE = 1;
    static final byte TRUE = 2;
    static final byte BYTE = 3;
    static final byte SHORT = 4;
    static final byte CHAR = 5;
    static final byte INT = 6;
    static final byte LONG = 7;
    static final byte FLOAT = 8;
    static final byte DOUBLE = 9;
    static final byte STRING = 10;
    static final byte UTF16 = 11;
    static final byte BOOLEANS = 12;
    static final byte BYTES = 13;
    static final byte SHORTS = 14;
    static final byte CHARS = 15;
    static final byte INTS = 16;
    static final byte LONGS = 17;
    static final byte FLOATS = 18;
    static final byte DOUBLES = 19;

    /** Bytes of a number, a tag and a length at most. */
    private static final int SMALL = 16;

    private Plain() {}

    static boolean isPlain(byte tag) {
        return tag >= NULL && tag <= DOUBLES;
    }

    /** Returns the short form, or null if the value has none. */
    static byte @Nullable [] encode(@Nullable Object value) {
        ByteSink out = new ByteSink(sizeHint(value));
        return writeScalar(out, value) || writeArray(out, value) ? out.toBytes() : null;
    }

    /** Returns about how many bytes a value takes; exactly so if it is a large array. */
    static long sizeHint(@Nullable Object value) {
        if (value == null || !value.getClass().isArray()) {
            return SMALL;
        }
        long bytes = arrayBytes(value);
        return bytes <= 0 ? SMALL : Math.max(SMALL, 1 + lengthBytes(value) + bytes);
    }

    private static int lengthBytes(Object array) {
        int length = java.lang.reflect.Array.getLength(array);
        return (38 - Integer.numberOfLeadingZeros(length | 1)) / 7;
    }

    private static long arrayBytes(Object array) {
        long length = java.lang.reflect.Array.getLength(array);
        Class<?> element = array.getClass().getComponentType();
        return element.isPrimitive() ? length * width(element) : -1;
    }

    private static int width(Class<?> element) {
        if (element == double.class || element == long.class) {
            return 8;
        }
        if (element == int.class || element == float.class) {
            return 4;
        }
        return element == byte.class || element == boolean.class ? 1 : 2;
    }

    /** Writes null, a boxed value or a string, and tells whether it was one. */
    static boolean writeScalar(ByteSink out, @Nullable Object value) {
        if (value == null) {
            out.put(NULL);
            return true;
        }
        Class<?> type = value.getClass();
        if (type == Integer.class) {
            out.put(INT);
            out.signed((Integer) value);
        } else if (type == String.class) {
            writeString(out, (String) value);
        } else if (type == Long.class) {
            out.put(LONG);
            out.signed((Long) value);
        } else if (type == Double.class) {
            out.put(DOUBLE);
            out.fixed(Double.doubleToRawLongBits((Double) value), Double.BYTES);
        } else {
            return writeRareScalar(out, value, type);
        }
        return true;
    }

    private static boolean writeRareScalar(ByteSink out, Object value, Class<?> type) {
        if (type == Boolean.class) {
            out.put((Boolean) value ? TRUE : FALSE);
        } else if (type == Float.class) {
            out.put(FLOAT);
            out.fixed(Float.floatToRawIntBits((Float) value), Float.BYTES);
        } else if (type == Character.class) {
            out.put(CHAR);
            out.fixed((Character) value, Character.BYTES);
        } else if (type == Byte.class) {
            out.put(BYTE);
            out.put((Byte) value);
        } else if (type == Short.class) {
            out.put(SHORT);
            out.fixed((Short) value, Short.BYTES);
        } else {
            return false;
        }
        return true;
    }

    /** UTF-8 has no form for half of a surrogate pair, so strings with any are written as chars. */
    private static void writeString(ByteSink out, String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                out.put(UTF16);
                char[] chars = value.toCharArray();
                writeLength(out, chars.length, Character.BYTES).asCharBuffer().put(chars);
                return;
            }
        }
        out.put(STRING);
        out.text(value);
    }

    private static ByteBuffer writeLength(ByteSink out, int length, int width) {
        out.number(length);
        return out.room((long) length * width);
    }

    private static ByteBuffer writeHead(ByteSink out, byte tag, int length, int width) {
        out.put(tag);
        return writeLength(out, length, width);
    }

    /** Writes an array of primitives, and tells whether it was one. */
    static boolean writeArray(ByteSink out, @Nullable Object value) {
        Class<?> type = value == null ? null : value.getClass().getComponentType();
        if (value == null || type == null || !type.isPrimitive()) {
            return false;
        }
        switch (value) {
            case double[] v -> writeHead(out, DOUBLES, v.length, 8).asDoubleBuffer().put(v);
            case int[] v -> writeHead(out, INTS, v.length, 4).asIntBuffer().put(v);
            case long[] v -> writeHead(out, LONGS, v.length, 8).asLongBuffer().put(v);
            case byte[] v -> writeHead(out, BYTES, v.length, 1).put(v);
            case float[] v -> writeHead(out, FLOATS, v.length, 4).asFloatBuffer().put(v);
            case char[] v -> writeHead(out, CHARS, v.length, 2).asCharBuffer().put(v);
            case short[] v -> writeHead(out, SHORTS, v.length, 2).asShortBuffer().put(v);
            default -> writeBooleans(out, (boolean[]) value);
        }
        return true;
    }

    private static void writeBooleans(ByteSink out, boolean[] values) {
        ByteBuffer room = writeHead(out, BOOLEANS, values.length, 1);
        for (boolean value : values) {
            room.put((byte) (value ? 1 : 0));
        }
    }

    /** Reads what stands behind a tag. */
    static @Nullable Object read(byte tag, ByteSource in) throws CompactException {
        return switch (tag) {
            case NULL -> null;
            case FALSE -> false;
            case TRUE -> true;
            case BYTE -> in.next();
            case SHORT -> (short) in.fixed(Short.BYTES);
            case CHAR -> (char) in.fixed(Character.BYTES);
            case INT -> readInt(in);
            case LONG -> in.signed();
            case FLOAT -> Float.intBitsToFloat((int) in.fixed(Float.BYTES));
            case DOUBLE -> Double.longBitsToDouble(in.fixed(Double.BYTES));
            case STRING -> in.text();
            case UTF16 -> in.elements(Character.BYTES).asCharBuffer().toString();
            default -> readArray(tag, in);
        };
    }

    private static Integer readInt(ByteSource in) throws CompactException {
        long value = in.signed();
        if (value != (int) value) {
            throw new CompactException("malformed: an int of " + value);
        }
        return (int) value;
    }

    private static Object readArray(byte tag, ByteSource in) throws CompactException {
        return switch (tag) {
            case BOOLEANS -> readBooleans(in.elements(1));
            case BYTES -> in.block();
            case SHORTS -> {
                ByteBuffer from = in.elements(Short.BYTES);
                short[] array = new short[from.remaining() / Short.BYTES];
                from.asShortBuffer().get(array);
                yield array;
            }
            case CHARS -> {
                ByteBuffer from = in.elements(Character.BYTES);
                char[] array = new char[from.remaining() / Character.BYTES];
                from.asCharBuffer().get(array);
                yield array;
            }
            case INTS -> {
                ByteBuffer from = in.elements(Integer.BYTES);
                int[] array = new int[from.remaining() / Integer.BYTES];
                from.asIntBuffer().get(array);
                yield array;
            }
            default -> readWideArray(tag, in);
        };
    }

    private static Object readWideArray(byte tag, ByteSource in) throws CompactException {
        return switch (tag) {
            case LONGS -> {
                ByteBuffer from = in.elements(Long.BYTES);
                long[] array = new long[from.remaining() / Long.BYTES];
                from.asLongBuffer().get(array);
                yield array;
            }
            case FLOATS -> {
                ByteBuffer from = in.elements(Float.BYTES);
                float[] array = new float[from.remaining() / Float.BYTES];
                from.asFloatBuffer().get(array);
                yield array;
            }
            case DOUBLES -> {
                ByteBuffer from = in.elements(Double.BYTES);
                double[] array = new double[from.remaining() / Double.BYTES];
                from.asDoubleBuffer().get(array);
                yield array;
            }
            default -> throw new CompactException("malformed: no value has tag " + tag);
        };
    }

    private static boolean[] readBooleans(ByteBuffer from) {
        boolean[] array = new boolean[from.remaining()];
        for (int i = 0; i < array.length; i++) {
            array[i] = from.get() != 0;
        }
        return array;
    }
}
