package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.number.Ints;
import dev.polyloom.python.runtime.text.Str;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The items of a buffer: what their bytes, the lowest first, stand for.
 *
 * @param format their kind, as the module {@code struct} names it
 */
record BufferItem(char format) {
    /** The kinds there are. */
    static final String FORMATS = "bBcu?hHiIlLqQnNfd";

    int size() {
        return switch (format) {
            case 'b', 'B', 'c', '?' -> 1;
            case 'h', 'H' -> 2;
            case 'i', 'I', 'f', 'u' -> 4;
            default -> 8;
        };
    }

    private boolean isSigned() {
        return Character.isLowerCase(format);
    }

    /** Returns the value of the bytes of an item. */
    Object read(byte[] item) {
        ByteBuffer in = ByteBuffer.wrap(item).order(ByteOrder.LITTLE_ENDIAN);
        return switch (format) {
            case 'f' -> (double) in.getFloat();
            case 'd' -> in.getDouble();
            case 'c' -> new PyBytes(item);
            case 'u' -> Str.of(in.getInt());
            case '?' -> item[0] != 0;
            default -> {
                byte[] bytes = reversed(item);
                yield Ints.of(isSigned() ? new BigInteger(bytes) : new BigInteger(1, bytes));
            }
        };
    }

    /** Returns the bytes of a value. */
    byte[] write(Object value) {
        ByteBuffer out = ByteBuffer.allocate(size()).order(ByteOrder.LITTLE_ENDIAN);
        switch (format) {
            case 'f', 'd' -> {
                if (!Numbers.isReal(Numbers.plain(value))) {
                    throw wrongType();
                }
                double number = Numbers.toDouble(value);
                if (format == 'f') {
                    out.putFloat((float) number);
                } else {
                    out.putDouble(number);
                }
            }
            case 'c' -> {
                if (!(value instanceof PyBytes one)) {
                    throw wrongType();
                }
                if (one.data().length != 1) {
                    throw wrongValue();
                }
                out.put(one.data());
            }
            case '?' -> out.put((byte) (Text.truth(value) ? 1 : 0));
            default -> whole(value, out);
        }
        return out.array();
    }

    private void whole(Object value, ByteBuffer out) {
        if (!Numbers.isInt(value) && Types.of(value).lookup("__index__") == null) {
            throw wrongType();
        }
        BigInteger number = Ints.big(Numbers.indexObject(value));
        int bits = size() * Byte.SIZE;
        boolean fits =
                isSigned()
                        ? number.bitLength() < bits
                        : number.signum() >= 0 && number.bitLength() <= bits;
        if (!fits) {
            throw wrongValue();
        }
        long all = number.longValue();
        for (int i = 0; i < size(); i++) {
            out.put((byte) (all >> (Byte.SIZE * i)));
        }
    }

    private PyException wrongType() {
        return Errors.type("memoryview: invalid type for format '%c'".formatted(format));
    }

    private PyException wrongValue() {
        return Errors.value("memoryview: invalid value for format '%c'".formatted(format));
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] turned = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            turned[i] = bytes[bytes.length - 1 - i];
        }
        return turned;
    }
}
