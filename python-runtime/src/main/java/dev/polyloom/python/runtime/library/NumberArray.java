package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.number.Ints;
import dev.polyloom.python.runtime.object.Buffered;
import dev.polyloom.python.runtime.object.Compare;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Forkable;
import dev.polyloom.python.runtime.object.Items;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.Ops;
import dev.polyloom.python.runtime.object.PyBytes;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PySlice;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Realm;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import dev.polyloom.python.runtime.text.Str;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** {@code array.array}: a list of numbers of one size. Each single operation is atomic. */
final class NumberArray extends PyObject implements Buffered, Forkable {
    static final PyType TYPE =
            PyType.library("array", Types.OBJECT, NumberArrayType::fill)
                    .module("array")
                    .maker(NumberArray::make);

    private final char code;
    private final PyList values = new PyList();

    NumberArray(PyType type, char code) {
        super(type);
        this.code = code;
    }

    private static Object make(PyType type, Object[] a, String[] names) {
        if (a.length == 0) {
            throw Errors.type("array() takes at least 1 argument (0 given)");
        }
        if (!(a[0] instanceof String name) || name.length() != 1) {
            throw Errors.type(
                    "array() argument 1 must be a unicode character, not " + Types.of(a[0]).name());
        }
        if ("bBuhHiIlLqQfd".indexOf(name.charAt(0)) < 0) {
            throw Errors.value("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
        }
        NumberArray made = new NumberArray(type, name.charAt(0));
        if (a.length > 1) {
            if (a[1] instanceof PyBytes bytes) {
                made.read(bytes.data());
            } else {
                made.extend(a[1] instanceof NumberArray other ? other.values : a[1]);
            }
        }
        return made;
    }

    char code() {
        return code;
    }

    PyList values() {
        return values;
    }

    NumberArray like(PyList items) {
        NumberArray made = new NumberArray(type(), code);
        for (Object each : items.snapshot()) {
            made.values.append(each);
        }
        return made;
    }

    @Override
    public Object fork(Realm.Copier copier) {
        return like(values);
    }

    int itemSize() {
        return switch (code) {
            case 'b', 'B' -> 1;
            case 'h', 'H' -> 2;
            case 'i', 'I', 'f', 'u' -> 4;
            default -> 8;
        };
    }

    private boolean isReal() {
        return code == 'f' || code == 'd';
    }

    /** Returns a value as the array keeps it. */
    Object checked(Object value) {
        if (code == 'u') {
            if (value instanceof String text && text.codePointCount(0, text.length()) == 1) {
                return text;
            }
            throw Errors.type("array item must be unicode character");
        }
        if (isReal()) {
            double number = Numbers.toDouble(value);
            return code == 'f' ? (double) (float) number : number;
        }
        if (value instanceof Double) {
            throw Errors.type("'float' object cannot be interpreted as an integer");
        }
        Object whole = Numbers.indexObject(value);
        BigInteger big = Ints.big(whole);
        int bits = itemSize() * Byte.SIZE;
        boolean signed = Character.isLowerCase(code);
        BigInteger least = signed ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
        BigInteger most = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits);
        if (big.compareTo(least) < 0 || big.compareTo(most) >= 0) {
            throw Errors.of(Exceptions.OVERFLOW_ERROR, overflow(big.signum() < 0, signed));
        }
        return whole;
    }

    private String overflow(boolean small, boolean signed) {
        String kind =
                switch (code) {
                    case 'b' -> "signed char";
                    case 'B' -> "unsigned byte integer";
                    case 'h' -> "signed short integer";
                    case 'H' -> "unsigned short";
                    case 'i' -> "signed integer";
                    default -> "";
                };
        if (kind.isEmpty()) {
            return small && !signed
                    ? "can't convert negative value to unsigned int"
                    : "Python int too large to convert to C long";
        }
        return "%s is %s than %s"
                .formatted(kind, small ? "less" : "greater", small ? "minimum" : "maximum");
    }

    void append(Object value) {
        values.append(checked(value));
    }

    void extend(Object source) {
        if (source instanceof NumberArray other && other.code != code) {
            throw Errors.type("can only extend with array of same kind");
        }
        Iteration.toList(source instanceof NumberArray other ? other.values : source)
                .forEach(this::append);
    }

    Object get(Object key) {
        if (key instanceof PySlice) {
            return like((PyList) Items.get(values, key));
        }
        return Items.get(values, index(key, "array index out of range"));
    }

    Object set(Object key, Object value) {
        if (key instanceof PySlice) {
            if (!(value instanceof NumberArray other)) {
                throw Errors.type(
                        "can only assign array (not \"%s\") to array slice"
                                .formatted(Types.of(value).name()));
            }
            Items.set(values, key, other.values);
        } else {
            Object kept = checked(value);
            Items.set(values, index(key, "array assignment index out of range"), kept);
        }
        return None.NONE;
    }

    private Object index(Object key, String problem) {
        if (!Numbers.isInt(key)) {
            throw Errors.type("array indices must be integers");
        }
        long at = Numbers.index(key);
        if (at >= values.size() || at < -values.size()) {
            throw Errors.index(problem);
        }
        return at;
    }

    @Override
    public byte[] bytes() {
        return encoded(values.snapshot());
    }

    @Override
    public byte[] bytes(int at, int length) {
        int first = at / itemSize();
        int from = at - first * itemSize();
        return Arrays.copyOfRange(items(first, end(at, length)), from, from + length);
    }

    /** Returns the first item behind some bytes. */
    private int end(int at, int length) {
        return (at + length + itemSize() - 1) / itemSize();
    }

    private byte[] items(int first, int end) {
        Object[] some = new Object[end - first];
        for (int i = first; i < end; i++) {
            some[i - first] = Items.get(values, (long) i);
        }
        return encoded(some);
    }

    private byte[] encoded(Object[] items) {
        ByteBuffer out =
                ByteBuffer.allocate(items.length * itemSize()).order(ByteOrder.LITTLE_ENDIAN);
        for (Object each : items) {
            switch (code) {
                case 'f' -> out.putFloat((float) Numbers.toDouble(each));
                case 'd' -> out.putDouble(Numbers.toDouble(each));
                case 'u' -> out.putInt(Text.str(each).codePointAt(0));
                default -> {
                    long bits = Ints.big(each).longValue();
                    for (int i = 0; i < itemSize(); i++) {
                        out.put((byte) (bits >> (Byte.SIZE * i)));
                    }
                }
            }
        }
        return out.array();
    }

    @Override
    public char format() {
        return code;
    }

    @Override
    public void write(int at, byte[] bytes) {
        int first = at / itemSize();
        int end = end(at, bytes.length);
        byte[] items = items(first, end);
        System.arraycopy(bytes, 0, items, at - first * itemSize(), bytes.length);
        NumberArray changed = new NumberArray(TYPE, code);
        changed.read(items);
        for (int i = first; i < end; i++) {
            Items.set(values, (long) i, Items.get(changed.values, (long) (i - first)));
        }
    }

    void read(byte[] data) {
        if (data.length % itemSize() != 0) {
            throw Errors.value("bytes length not a multiple of item size");
        }
        ByteBuffer in = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            values.append(
                    switch (code) {
                        case 'f' -> (double) in.getFloat();
                        case 'd' -> in.getDouble();
                        case 'u' -> Str.of(in.getInt());
                        default -> whole(in);
                    });
        }
    }

    private Object whole(ByteBuffer in) {
        byte[] bytes = new byte[itemSize()];
        in.get(bytes);
        for (int i = 0; i < bytes.length / 2; i++) {
            byte kept = bytes[i];
            bytes[i] = bytes[bytes.length - 1 - i];
            bytes[bytes.length - 1 - i] = kept;
        }
        return Ints.of(
                Character.isLowerCase(code) ? new BigInteger(bytes) : new BigInteger(1, bytes));
    }

    String repr() {
        if (values.size() == 0) {
            return "array('%s')".formatted(code);
        }
        String inside =
                code == 'u'
                        ? Text.repr(
                                String.join(
                                        "",
                                        Arrays.stream(values.snapshot()).map(Text::str).toList()))
                        : Text.repr(values);
        return "array('%s', %s)".formatted(code, inside);
    }

    Object plus(Object other) {
        if (!(other instanceof NumberArray array)) {
            throw Errors.type(
                    "can only append array (not \"%s\") to array"
                            .formatted(Types.of(other).name()));
        }
        return like((PyList) Ops.add(values, array.values));
    }

    Object compare(Object other, Compare.Order order) {
        return other instanceof NumberArray array
                ? Compare.order(values, array.values, order)
                : Types.NOT_IMPLEMENTED;
    }
}
