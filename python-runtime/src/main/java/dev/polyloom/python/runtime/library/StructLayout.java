package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.number.Half;
import dev.polyloom.python.runtime.number.Ints;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyBytes;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.Text;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a format of {@code struct} describes: fields one behind the other.
 *
 * @param fields the fields, without those that only fill
 * @param size the size of all in bytes
 * @param little whether the least byte of a number comes first
 */
record StructLayout(List<Field> fields, int size, boolean little) {
    /** A field: what it holds, where it begins and how many bytes it has. */
    record Field(char code, int at, int size) {}

    static StructLayout of(String format) {
        char order = format.isEmpty() ? '@' : format.charAt(0);
        boolean ordered = "@=<>!".indexOf(order) >= 0;
        boolean aligned = !ordered || order == '@';
        List<Field> fields = new ArrayList<>();
        int at = 0;
        int count = -1;
        for (int i = ordered ? 1 : 0; i < format.length(); i++) {
            char code = format.charAt(i);
            if (Character.isWhitespace(code)) {
                continue;
            }
            if (Character.isDigit(code)) {
                count = Math.max(count, 0) * 10 + code - '0';
                continue;
            }
            int size = size(code, aligned);
            if (code == 's' || code == 'p') {
                size = count < 0 ? 1 : count;
                count = 1;
            } else if (aligned && size > 0) {
                at = (at + size - 1) / size * size;
            }
            for (int n = count < 0 ? 1 : count; n > 0; n--) {
                if (code != 'x') {
                    fields.add(new Field(code, at, size));
                }
                at += size;
            }
            count = -1;
        }
        if (count >= 0) {
            throw StructModule.error("repeat count given without format specifier");
        }
        return new StructLayout(List.copyOf(fields), at, order != '>' && order != '!');
    }

    private static int size(char code, boolean nativeSizes) {
        return switch (code) {
            case 'x', 'c', 'b', 'B', '?', 's', 'p' -> 1;
            case 'h', 'H', 'e' -> 2;
            case 'i', 'I', 'f' -> 4;
            case 'l', 'L' -> nativeSizes ? 8 : 4;
            case 'q', 'Q', 'd' -> 8;
            case 'n', 'N', 'P' -> {
                if (nativeSizes) {
                    yield 8;
                }
                throw StructModule.error("bad char in struct format");
            }
            default -> throw StructModule.error("bad char in struct format");
        };
    }

    byte[] pack(List<Object> values) {
        if (values.size() != fields.size()) {
            throw StructModule.error(
                    "pack expected %d items for packing (got %d)"
                            .formatted(fields.size(), values.size()));
        }
        byte[] out = new byte[size];
        for (int i = 0; i < fields.size(); i++) {
            pack(fields.get(i), values.get(i), out);
        }
        return out;
    }

    private void pack(Field field, Object value, byte[] out) {
        switch (field.code) {
            case 'c' -> {
                if (!(value instanceof PyBytes b) || b.data().length != 1) {
                    throw StructModule.error("char format requires a bytes object of length 1");
                }
                out[field.at] = b.data()[0];
            }
            case 's' -> text(field, value, out, 0);
            case 'p' -> {
                text(field, value, out, 1);
                out[field.at] = (byte) Math.min(Values.bytes(value).length, field.size - 1);
            }
            case '?' -> out[field.at] = (byte) (Text.truth(value) ? 1 : 0);
            case 'd' -> put(field, Double.doubleToRawLongBits(real(value)), out);
            case 'f' -> put(field, single(real(value)), out);
            case 'e' -> put(field, Half.bits(real(value)), out);
            default -> put(field, whole(field, value), out);
        }
    }

    private static void text(Field field, Object value, byte[] out, int skip) {
        if (!Values.isBytes(value)) {
            throw StructModule.error("argument for 's' must be a bytes object");
        }
        byte[] bytes = Values.bytes(value);
        int count = Math.min(bytes.length, field.size - skip);
        System.arraycopy(bytes, 0, out, field.at + skip, Math.max(count, 0));
    }

    private static double real(Object value) {
        if (!Numbers.isInt(value) && !(Numbers.plain(value) instanceof Double)) {
            throw StructModule.error("required argument is not a float");
        }
        return Numbers.toDouble(value);
    }

    private static int single(double value) {
        float narrow = (float) value;
        if (Float.isInfinite(narrow) && !Double.isInfinite(value)) {
            throw dev.polyloom.python.runtime.fault.Fault.overflow(
                    "float too large to pack with f format");
        }
        return Float.floatToRawIntBits(narrow);
    }

    private static long whole(Field field, Object value) {
        if (!Numbers.isInt(value)
                && dev.polyloom.python.runtime.object.Types.of(value).lookup("__index__") == null) {
            throw StructModule.error("required argument is not an integer");
        }
        BigInteger number = Ints.big(Numbers.indexObject(value));
        boolean unsigned = Character.isUpperCase(field.code);
        int bits = field.size * 8;
        BigInteger most = BigInteger.ONE.shiftLeft(unsigned ? bits : bits - 1);
        BigInteger least = unsigned ? BigInteger.ZERO : most.negate();
        if (number.compareTo(most) >= 0 || number.compareTo(least) < 0) {
            throw StructModule.error(complaint(field, number, least, most));
        }
        return number.longValue();
    }

    private static String complaint(
            Field field, BigInteger number, BigInteger least, BigInteger most) {
        boolean wide = Character.isUpperCase(field.code) && field.size == 4;
        boolean far =
                wide ? number.signum() < 0 || number.bitLength() > 64 : number.bitLength() > 63;
        if (far || field.size == 8) {
            return "argument out of range";
        }
        String name =
                switch (field.code) {
                    case 'b' -> "byte";
                    case 'B' -> "ubyte";
                    case 'h' -> "short";
                    case 'H' -> "ushort";
                    default -> "'" + field.code + "'";
                };
        return "%s format requires %s <= number <= %s"
                .formatted(name, least, most.subtract(BigInteger.ONE));
    }

    private void put(Field field, long bits, byte[] out) {
        for (int i = 0; i < field.size; i++) {
            int place = little ? i : field.size - 1 - i;
            out[field.at + place] = (byte) (bits >> (8 * i));
        }
    }

    PyTuple unpack(byte[] bytes) {
        if (bytes.length != size) {
            throw StructModule.error("unpack requires a buffer of %d bytes".formatted(size));
        }
        return PyTuple.of(fields.stream().map(field -> unpack(field, bytes)).toArray());
    }

    private Object unpack(Field field, byte[] bytes) {
        int end = field.at + field.size;
        return switch (field.code) {
            case 'c', 's' -> new PyBytes(Arrays.copyOfRange(bytes, field.at, end));
            case 'p' -> {
                int length = Math.min(bytes[field.at] & 0xff, field.size - 1);
                yield new PyBytes(Arrays.copyOfRange(bytes, field.at + 1, field.at + 1 + length));
            }
            case '?' -> bytes[field.at] != 0;
            case 'd' -> Double.longBitsToDouble(get(field, bytes));
            case 'f' -> (double) Float.intBitsToFloat((int) get(field, bytes));
            case 'e' -> Half.of((int) get(field, bytes));
            default -> whole(field, get(field, bytes));
        };
    }

    private static Object whole(Field field, long bits) {
        if (!Character.isUpperCase(field.code)) {
            int free = 64 - 8 * field.size;
            return bits << free >> free;
        }
        return bits >= 0 ? (Object) bits : new BigInteger(Long.toUnsignedString(bits));
    }

    private long get(Field field, byte[] bytes) {
        long bits = 0;
        for (int i = 0; i < field.size; i++) {
            int place = little ? field.size - 1 - i : i;
            bits = (bits << 8) | (bytes[field.at + place] & 0xff);
        }
        return bits;
    }
}
