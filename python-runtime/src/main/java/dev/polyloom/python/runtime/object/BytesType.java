package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.text.Bytes;
import dev.polyloom.python.runtime.text.Codecs;
import dev.polyloom.python.runtime.text.Find;
import dev.polyloom.python.runtime.text.Kinds;
import dev.polyloom.python.runtime.text.Pad;
import dev.polyloom.python.runtime.text.Strip;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The methods that {@code bytes} and {@code bytearray} share. */
final class BytesType {
    private static final Signature SOURCE =
            Signature.of("source=, encoding=None, errors=None", PyTuple.EMPTY);

    private BytesType() {}

    private static byte[] of(Object value) {
        byte[] bytes = Buffered.of(value);
        if (bytes != null) {
            return bytes;
        }
        throw Errors.type(
                "a bytes-like object is required, not '%s'".formatted(Types.of(value).name()));
    }

    static Object make(PyType type, Object[] a, String[] names) {
        if (a.length == 1 && a[0] instanceof PyBytes bytes && bytes.type() == type) {
            return bytes;
        }
        Object method = a.length == 1 ? Types.of(a[0]).lookup("__bytes__") : null;
        if (method != null && !(a[0] instanceof PyType)) {
            return Calls.special(method, a[0]);
        }
        return new PyBytes(type, source(type.name(), a, names));
    }

    /** Returns the bytes that the arguments of {@code bytes} or {@code bytearray} name. */
    static byte[] source(String function, Object[] args, String[] names) {
        Object[] a = SOURCE.bindBuiltin(function, args, names);
        if (a[0] instanceof String text) {
            if (a[1] == None.NONE) {
                throw Errors.type("string argument without an encoding");
            }
            String errors = a[2] == None.NONE ? "strict" : StrType.of(a[2]);
            return Codecs.encode(text, StrType.of(a[1]), errors);
        }
        if (a[1] != None.NONE) {
            throw Errors.type("encoding without a string argument");
        }
        byte[] bytes = Buffered.of(a[0]);
        if (bytes != null) {
            return a[0] instanceof PyByteArray ? bytes.clone() : bytes;
        }
        if (Numbers.isInt(a[0]) || Types.of(a[0]).lookup("__index__") != null) {
            long count = Numbers.index(a[0]);
            if (count < 0) {
                throw Errors.value("negative count");
            }
            if (count > Integer.MAX_VALUE - 8) {
                throw Errors.of(Exceptions.MEMORY_ERROR);
            }
            return new byte[(int) count];
        }
        if (!Iteration.isIterable(a[0])) {
            throw Errors.type(
                    "cannot convert '%s' object to %s".formatted(Types.of(a[0]).name(), function));
        }
        return gathered(a[0], function.equals("bytes") ? "bytes" : "byte");
    }

    /** Returns the bytes that a value gives one by one. */
    static byte[] gathered(Object values, String what) {
        List<Object> all = Iteration.toList(values);
        byte[] data = new byte[all.size()];
        for (int i = 0; i < data.length; i++) {
            long value = Numbers.index(all.get(i));
            if (value < 0 || value > 255) {
                throw Errors.value(what + " must be in range(0, 256)");
            }
            data[i] = (byte) value;
        }
        return data;
    }

    static void fill(PyType type) {
        type.method(
                "decode",
                "encoding='utf-8', errors='strict'",
                a -> Codecs.decode(of(a[0]), StrType.of(a[1]), StrType.of(a[2])));
        type.method("hex", "sep='', bytes_per_sep=1", BytesType::hex);
        letters(type);
        searches(type);
        parts(type);
        kinds(type);
        type.method("join", 1, 1, BytesType::join);
        type.method("__len__", 0, 0, a -> (long) of(a[0]).length);
        type.method("__iter__", 0, 0, a -> Iteration.of(a[0]));
        type.method("__getitem__", 1, 1, a -> Items.get(a[0], a[1]));
        type.method("__contains__", 1, 1, a -> Items.contains(a[0], a[1]));
        type.method("__eq__", 1, 1, a -> Compare.builtinEqual(a[0], a[1]));
        type.method("__repr__", 0, 0, a -> Bytes.repr(of(a[0])));
        type.method("__hash__", 0, 0, a -> Hash.of(a[0]));
        type.dict()
                .put(
                        "fromhex",
                        new ClassMethod(
                                Builtin.function(
                                        "fromhex",
                                        2,
                                        2,
                                        a ->
                                                Calls.call(
                                                        a[0],
                                                        new PyBytes(
                                                                Bytes.fromHex(
                                                                        StrType.of(a[1])))))));
        type.dict()
                .put(
                        "maketrans",
                        new StaticMethod(
                                Builtin.function("maketrans", 2, 2, BytesType::makeTable)));
    }

    private static Object hex(Object[] a) {
        String separator = a[1] instanceof PyBytes b ? Bytes.text(b.data()) : StrType.of(a[1]);
        return Bytes.hex(of(a[0]), separator, Numbers.index(a[2]));
    }

    private static Object same(Object self, byte[] data) {
        return ((PyBytes) self).with(data);
    }

    /** Returns what is left of bytes: themselves if that is all of them. */
    private static Object left(Object self, byte[] data) {
        PyBytes bytes = (PyBytes) self;
        boolean all = bytes.type() == Types.BYTES && bytes.data().length == data.length;
        return all ? bytes : bytes.with(data);
    }

    private static Object same(Object self, String latin1) {
        return same(self, Bytes.of(latin1));
    }

    private static String text(Object value) {
        return Bytes.text(of(value));
    }

    /** Returns what is searched for: bytes, or the number of one byte. */
    private static String part(Object value) {
        byte[] bytes = Buffered.of(value);
        if (bytes != null) {
            return Bytes.text(bytes);
        }
        if (!Numbers.isInt(value)) {
            throw Errors.type(
                    "argument should be integer or bytes-like object, not '%s'"
                            .formatted(Types.of(value).name()));
        }
        return String.valueOf((char) (PyByteArray.octet(value) & 0xff));
    }

    private static void map(PyType type, String name, UnaryOperator<byte[]> how) {
        type.method(name, 0, 0, a -> same(a[0], how.apply(of(a[0]))));
    }

    private static void letters(PyType type) {
        map(type, "upper", Bytes::upper);
        map(type, "lower", Bytes::lower);
        map(type, "title", Bytes::title);
        map(type, "swapcase", Bytes::swapCase);
        map(type, "capitalize", Bytes::capitalize);
        type.method("center", 1, 2, a -> same(a[0], Pad.center(text(a[0]), width(a), padding(a))));
        type.method("ljust", 1, 2, a -> same(a[0], Pad.left(text(a[0]), width(a), padding(a))));
        type.method("rjust", 1, 2, a -> same(a[0], Pad.right(text(a[0]), width(a), padding(a))));
        type.method("zfill", 1, 1, a -> same(a[0], Pad.zeros(text(a[0]), width(a))));
        type.method(
                "expandtabs",
                "tabsize=8",
                a -> same(a[0], Pad.expandTabs(text(a[0]), Numbers.index(a[1]))));
        type.method("strip", 0, 1, a -> left(a[0], Bytes.strip(of(a[0]), optional(a))));
        type.method("lstrip", 0, 1, a -> left(a[0], Bytes.stripLeft(of(a[0]), optional(a))));
        type.method("rstrip", 0, 1, a -> left(a[0], Bytes.stripRight(of(a[0]), optional(a))));
        type.method(
                "removeprefix", 1, 1, a -> same(a[0], Strip.removePrefix(text(a[0]), text(a[1]))));
        type.method(
                "removesuffix", 1, 1, a -> same(a[0], Strip.removeSuffix(text(a[0]), text(a[1]))));
        type.method("translate", "table, /, delete=None", BytesType::translate);
    }

    private static long width(Object[] a) {
        return Numbers.index(a[1]);
    }

    private static String padding(Object[] a) {
        return a.length > 2 ? text(a[2]) : " ";
    }

    private static byte @Nullable [] optional(Object[] a) {
        return a.length < 2 || a[1] == None.NONE ? null : of(a[1]);
    }

    private static @Nullable Object at(Object[] a, int index) {
        return a.length <= index || a[index] == None.NONE ? null : Numbers.indexObject(a[index]);
    }

    private static int found(Object[] a) {
        return Find.find(text(a[0]), part(a[1]), at(a, 2), at(a, 3));
    }

    private static int foundLast(Object[] a) {
        return Find.rfind(text(a[0]), part(a[1]), at(a, 2), at(a, 3));
    }

    private static long must(int index) {
        if (index < 0) {
            throw Errors.value("subsection not found");
        }
        return index;
    }

    private static void searches(PyType type) {
        type.method("find", 1, 3, a -> (long) found(a));
        type.method("rfind", 1, 3, a -> (long) foundLast(a));
        type.method("index", 1, 3, a -> must(found(a)));
        type.method("rindex", 1, 3, a -> must(foundLast(a)));
        type.method(
                "count", 1, 3, a -> (long) Find.count(text(a[0]), part(a[1]), at(a, 2), at(a, 3)));
        type.method(
                "startswith",
                1,
                3,
                a ->
                        any(
                                "startswith",
                                a[1],
                                s -> Find.startsWith(text(a[0]), s, at(a, 2), at(a, 3))));
        type.method(
                "endswith",
                1,
                3,
                a -> any("endswith", a[1], s -> Find.endsWith(text(a[0]), s, at(a, 2), at(a, 3))));
        type.method(
                "replace",
                2,
                3,
                a ->
                        same(
                                a[0],
                                Find.replace(
                                        text(a[0]),
                                        text(a[1]),
                                        text(a[2]),
                                        a.length > 3 ? Numbers.index(a[3]) : -1)));
    }

    private static boolean any(String function, Object what, Predicate<String> test) {
        if (what instanceof PyTuple all) {
            return all.asList().stream().anyMatch(each -> test.test(text(each)));
        }
        if (what instanceof PyBytes bytes) {
            return test.test(Bytes.text(bytes.data()));
        }
        throw Errors.type(
                "%s first arg must be bytes or a tuple of bytes, not %s"
                        .formatted(function, Types.of(what).name()));
    }

    private static void parts(PyType type) {
        type.method(
                "split",
                "sep=None, maxsplit=-1",
                a -> list(a[0], Bytes.split(of(a[0]), optional(a), Numbers.index(a[2]))));
        type.method(
                "rsplit",
                "sep=None, maxsplit=-1",
                a -> list(a[0], Bytes.rsplit(of(a[0]), optional(a), Numbers.index(a[2]))));
        type.method(
                "splitlines",
                "keepends=False",
                a -> list(a[0], Bytes.lines(of(a[0]), Text.truth(a[1]))));
        type.method("partition", 1, 1, a -> partition(a, false));
        type.method("rpartition", 1, 1, a -> partition(a, true));
    }

    private static Object list(Object self, List<byte[]> parts) {
        List<Object> all = new ArrayList<>();
        parts.forEach(part -> all.add(same(self, part)));
        return PyList.copyOf(all);
    }

    private static Object partition(Object[] a, boolean last) {
        String all = text(a[0]);
        String separator = text(a[1]);
        if (separator.isEmpty()) {
            throw Errors.value("empty separator");
        }
        int at = last ? all.lastIndexOf(separator) : all.indexOf(separator);
        if (at < 0) {
            Object whole = same(a[0], all);
            Object none = same(a[0], "");
            return last
                    ? PyTuple.of(none, same(a[0], ""), whole)
                    : PyTuple.of(whole, none, same(a[0], ""));
        }
        return PyTuple.of(
                same(a[0], all.substring(0, at)),
                same(a[0], separator),
                same(a[0], all.substring(at + separator.length())));
    }

    private static void kind(PyType type, String name, Predicate<String> test) {
        type.method(name, 0, 0, a -> Bytes.is(of(a[0]), test));
    }

    private static void kinds(PyType type) {
        kind(type, "isalpha", Kinds::isAlpha);
        kind(type, "isdigit", Kinds::isDigit);
        kind(type, "isalnum", Kinds::isAlphanumeric);
        kind(type, "isspace", Kinds::isSpace);
        kind(type, "isupper", Kinds::isUpper);
        kind(type, "islower", Kinds::isLower);
        kind(type, "istitle", Kinds::isTitle);
        kind(type, "isascii", Kinds::isAscii);
    }

    private static Object translate(Object[] a) {
        byte[] table = a[1] == None.NONE ? null : of(a[1]);
        if (table != null && table.length != 256) {
            throw Errors.value("translation table must be 256 characters long");
        }
        String gone = a[2] == None.NONE ? "" : text(a[2]);
        StringBuilder out = new StringBuilder();
        for (byte each : of(a[0])) {
            int at = each & 0xff;
            if (gone.indexOf((char) at) < 0) {
                out.append((char) (table == null ? at : table[at] & 0xff));
            }
        }
        return same(a[0], out.toString());
    }

    private static Object makeTable(Object[] a) {
        byte[] from = of(a[0]);
        byte[] to = of(a[1]);
        if (from.length != to.length) {
            throw Errors.value("maketrans arguments must have same length");
        }
        byte[] table = new byte[256];
        for (int i = 0; i < table.length; i++) {
            table[i] = (byte) i;
        }
        for (int i = 0; i < from.length; i++) {
            table[from[i] & 0xff] = to[i];
        }
        return new PyBytes(table);
    }

    private static Object join(Object[] a) {
        if (!Iteration.isIterable(a[1])) {
            throw Errors.type("can only join an iterable");
        }
        List<byte[]> parts = new ArrayList<>();
        PyIterator values = Iteration.of(a[1]);
        for (Object part = values.next(); part != null; part = values.next()) {
            if (!(part instanceof PyBytes bytes)) {
                throw Errors.type(
                        "sequence item %d: expected a bytes-like object, %s found"
                                .formatted(parts.size(), Types.of(part).name()));
            }
            parts.add(bytes.data());
        }
        return same(a[0], Bytes.join(of(a[0]), parts));
    }
}
