package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.text.Codecs;
import dev.polyloom.python.runtime.text.Find;
import dev.polyloom.python.runtime.text.Kinds;
import dev.polyloom.python.runtime.text.Letters;
import dev.polyloom.python.runtime.text.Pad;
import dev.polyloom.python.runtime.text.Split;
import dev.polyloom.python.runtime.text.Str;
import dev.polyloom.python.runtime.text.Strip;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The methods of texts. */
final class StrType {
    private static final Signature MAKE = Signature.of("object='', encoding=None, errors=None");

    private StrType() {}

    static String of(Object value) {
        if (Boxed.plain(value) instanceof String text) {
            return text;
        }
        throw Errors.type("must be str, not " + Types.of(value).name());
    }

    static Object make(PyType type, Object[] args, String[] names) {
        String made;
        if (args.length == 0) {
            made = "";
        } else if (args.length == 1 && names.length == 0) {
            made = Text.str(args[0]);
        } else {
            made = decoded(MAKE.bindBuiltin("str", args, names));
        }
        return type == Types.STR ? made : new Boxed(type, made);
    }

    private static String decoded(Object[] a) {
        if (a[1] == None.NONE && a[2] == None.NONE) {
            return Text.str(a[0]);
        }
        byte[] bytes = Buffered.of(a[0]);
        if (bytes == null) {
            throw Errors.type(
                    a[0] instanceof String
                            ? "decoding str is not supported"
                            : "decoding to str: need a bytes-like object, %s found"
                                    .formatted(Types.of(a[0]).name()));
        }
        String encoding = a[1] == None.NONE ? "utf-8" : of(a[1]);
        return Codecs.decode(bytes, encoding, a[2] == None.NONE ? "strict" : of(a[2]));
    }

    static void fill(PyType type) {
        letters(type);
        searches(type);
        parts(type);
        kinds(type);
        type.method(
                "format",
                "*args, **kwargs",
                a -> Formatting.fields(of(a[0]), (PyTuple) a[1], (PyDict) a[2]));
        type.method("format_map", 1, 1, a -> Formatting.fields(of(a[0]), PyTuple.EMPTY, a[1]));
        type.method(
                "encode",
                "encoding='utf-8', errors='strict'",
                a -> {
                    String encoding = argument("encode", a[1], "'encoding'");
                    String errors = argument("encode", a[2], "'errors'");
                    return new PyBytes(Codecs.encode(of(a[0]), encoding, errors));
                });
        type.method("translate", 1, 1, a -> Str.translate(of(a[0]), c -> translated(a[1], c)));
        type.dict()
                .put(
                        "maketrans",
                        new StaticMethod(Builtin.function("maketrans", 1, 3, StrType::makeTable)));
        type.method("__len__", 0, 0, a -> (long) Str.length(of(a[0])));
        type.method("__getitem__", 1, 1, a -> Items.ofText(of(a[0]), a[1]));
        type.method("__iter__", 0, 0, a -> Iteration.of(of(a[0])));
        type.method("__contains__", 1, 1, a -> of(a[0]).contains(of(a[1])));
        type.method("__add__", 1, 1, a -> byText(a[1], s -> of(a[0]).concat(s)));
        type.method("__mul__", 1, 1, StrType::repeated);
        type.method("__rmul__", 1, 1, StrType::repeated);
        type.method("__mod__", 1, 1, a -> Formatting.percent(of(a[0]), a[1]));
        type.method("__eq__", 1, 1, a -> byText(a[1], s -> of(a[0]).equals(s)));
        type.method("__ne__", 1, 1, a -> byText(a[1], s -> !of(a[0]).equals(s)));
        type.method("__hash__", 0, 0, a -> Hash.of(of(a[0])));
        type.method("__repr__", 0, 0, a -> Text.repr(of(a[0])));
        type.method("__str__", 0, 0, a -> of(a[0]));
        type.method("__format__", 1, 1, a -> Formatting.format(of(a[0]), of(a[1])));
        type.method("__lt__", 1, 1, a -> byText(a[1], s -> Str.compare(of(a[0]), s) < 0));
        type.method("__le__", 1, 1, a -> byText(a[1], s -> Str.compare(of(a[0]), s) <= 0));
        type.method("__gt__", 1, 1, a -> byText(a[1], s -> Str.compare(of(a[0]), s) > 0));
        type.method("__ge__", 1, 1, a -> byText(a[1], s -> Str.compare(of(a[0]), s) >= 0));
    }

    private static Object repeated(Object[] a) {
        return Types.of(a[1]).lookup("__index__") == null
                ? Types.NOT_IMPLEMENTED
                : Str.repeat(of(a[0]), Numbers.index(a[1]));
    }

    private static Object byText(Object other, Function<String, Object> how) {
        return Boxed.plain(other) instanceof String text ? how.apply(text) : Types.NOT_IMPLEMENTED;
    }

    private static void map(PyType type, String name, Function<String, String> how) {
        type.method(name, 0, 0, a -> how.apply(of(a[0])));
    }

    private static void letters(PyType type) {
        map(type, "upper", Letters::upper);
        map(type, "lower", Letters::lower);
        map(type, "capitalize", Letters::capitalize);
        map(type, "title", Letters::title);
        map(type, "swapcase", Letters::swapCase);
        map(type, "casefold", Letters::caseFold);
        type.method("center", 1, 2, a -> Pad.center(of(a[0]), Numbers.index(a[1]), fill(a)));
        type.method("ljust", 1, 2, a -> Pad.left(of(a[0]), Numbers.index(a[1]), fill(a)));
        type.method("rjust", 1, 2, a -> Pad.right(of(a[0]), Numbers.index(a[1]), fill(a)));
        type.method("zfill", 1, 1, a -> Pad.zeros(of(a[0]), Numbers.index(a[1])));
        type.method("expandtabs", "tabsize=8", a -> Pad.expandTabs(of(a[0]), Numbers.index(a[1])));
        type.method("strip", 0, 1, a -> Strip.strip(of(a[0]), stripped("strip", a)));
        type.method("lstrip", 0, 1, a -> Strip.left(of(a[0]), stripped("lstrip", a)));
        type.method("rstrip", 0, 1, a -> Strip.right(of(a[0]), stripped("rstrip", a)));
        type.method("removeprefix", 1, 1, a -> Strip.removePrefix(of(a[0]), of(a[1])));
        type.method("removesuffix", 1, 1, a -> Strip.removeSuffix(of(a[0]), of(a[1])));
    }

    private static String fill(Object[] a) {
        return a.length > 2 ? of(a[2]) : " ";
    }

    private static @Nullable String optional(Object[] a) {
        return optional(a, "must be str or None, not " + Types.of(a[1]).name());
    }

    private static @Nullable String stripped(String method, Object[] a) {
        return a.length < 2 ? null : optional(a, method + " arg must be None or str");
    }

    private static @Nullable String optional(Object[] a, String problem) {
        if (a[1] != None.NONE && !(Boxed.plain(a[1]) instanceof String)) {
            throw Errors.type(problem);
        }
        return a[1] == None.NONE ? null : of(a[1]);
    }

    private static String argument(String method, Object value, String place) {
        if (Boxed.plain(value) instanceof String text) {
            return text;
        }
        throw Errors.type(
                "%s() argument %s must be str, not %s"
                        .formatted(method, place, Types.of(value).name()));
    }

    private static @Nullable Object at(Object[] a, int index) {
        return a.length <= index || a[index] == None.NONE ? null : Numbers.indexObject(a[index]);
    }

    private static void searches(PyType type) {
        type.method("find", 1, 3, a -> (long) Find.find(of(a[0]), of(a[1]), at(a, 2), at(a, 3)));
        type.method("rfind", 1, 3, a -> (long) Find.rfind(of(a[0]), of(a[1]), at(a, 2), at(a, 3)));
        type.method("index", 1, 3, a -> (long) Find.index(of(a[0]), of(a[1]), at(a, 2), at(a, 3)));
        type.method(
                "rindex", 1, 3, a -> (long) Find.rindex(of(a[0]), of(a[1]), at(a, 2), at(a, 3)));
        type.method("count", 1, 3, a -> (long) Find.count(of(a[0]), of(a[1]), at(a, 2), at(a, 3)));
        type.method(
                "startswith",
                1,
                3,
                a ->
                        any(
                                "startswith",
                                a[1],
                                s -> Find.startsWith(of(a[0]), s, at(a, 2), at(a, 3))));
        type.method(
                "endswith",
                1,
                3,
                a -> any("endswith", a[1], s -> Find.endsWith(of(a[0]), s, at(a, 2), at(a, 3))));
        type.method(
                "replace",
                2,
                3,
                a ->
                        Find.replace(
                                of(a[0]),
                                argument("replace", a[1], "1"),
                                argument("replace", a[2], "2"),
                                a.length > 3 ? Numbers.index(a[3]) : -1));
    }

    private static boolean any(String method, Object what, Predicate<String> test) {
        if (!(what instanceof PyTuple) && !(Boxed.plain(what) instanceof String)) {
            throw Errors.type(
                    "%s first arg must be str or a tuple of str, not %s"
                            .formatted(method, Types.of(what).name()));
        }
        return what instanceof PyTuple all
                ? all.asList().stream().anyMatch(each -> test.test(of(each)))
                : test.test(of(what));
    }

    private static void parts(PyType type) {
        type.method(
                "split",
                "sep=None, maxsplit=-1",
                a -> PyList.copyOf(Split.split(of(a[0]), optional(a), Numbers.index(a[2]))));
        type.method(
                "rsplit",
                "sep=None, maxsplit=-1",
                a -> PyList.copyOf(Split.rsplit(of(a[0]), optional(a), Numbers.index(a[2]))));
        type.method(
                "splitlines",
                "keepends=False",
                a -> PyList.copyOf(Split.lines(of(a[0]), Text.truth(a[1]))));
        type.method(
                "partition", 1, 1, a -> PyTuple.of(Split.partition(of(a[0]), of(a[1])).toArray()));
        type.method(
                "rpartition",
                1,
                1,
                a -> PyTuple.of(Split.rpartition(of(a[0]), of(a[1])).toArray()));
        type.method("join", 1, 1, StrType::join);
    }

    private static Object join(Object[] a) {
        if (!Iteration.isIterable(a[1])) {
            throw Errors.type("can only join an iterable");
        }
        List<String> texts = new ArrayList<>();
        PyIterator parts = Iteration.of(a[1]);
        for (Object part = parts.next(); part != null; part = parts.next()) {
            if (!(Boxed.plain(part) instanceof String text)) {
                throw Errors.type(
                        "sequence item %d: expected str instance, %s found"
                                .formatted(texts.size(), Types.of(part).name()));
            }
            texts.add(text);
        }
        return String.join(of(a[0]), texts);
    }

    private static void kind(PyType type, String name, Predicate<String> test) {
        type.method(name, 0, 0, a -> test.test(of(a[0])));
    }

    private static void kinds(PyType type) {
        kind(type, "isalpha", Kinds::isAlpha);
        kind(type, "isdecimal", Kinds::isDecimal);
        kind(type, "isdigit", Kinds::isDigit);
        kind(type, "isnumeric", Kinds::isNumeric);
        kind(type, "isalnum", Kinds::isAlphanumeric);
        kind(type, "isspace", Kinds::isSpace);
        kind(type, "isascii", Kinds::isAscii);
        kind(type, "isprintable", Kinds::isPrintable);
        kind(type, "isidentifier", Kinds::isIdentifier);
        kind(type, "isupper", Kinds::isUpper);
        kind(type, "islower", Kinds::isLower);
        kind(type, "istitle", Kinds::isTitle);
    }

    private static @Nullable String translated(Object table, int codePoint) {
        Object found;
        try {
            found = Items.get(table, (long) codePoint);
        } catch (PyException e) {
            if (e.is(Exceptions.LOOKUP_ERROR)) {
                return null;
            }
            throw e;
        }
        return found == None.NONE ? "" : found instanceof Long c ? Str.chr(c) : of(found);
    }

    private static PyDict mapping(Object value) {
        if (value instanceof PyDict dict) {
            return dict;
        }
        throw Errors.type("if you give only one argument to maketrans it must be a dict");
    }

    private static long only(String key) {
        if (Str.length(key) != 1) {
            throw Errors.value("string keys in translate table must be of length 1");
        }
        return Str.ord(key);
    }

    private static Object makeTable(Object[] a) {
        PyDict table = new PyDict();
        if (a.length == 1) {
            mapping(a[0])
                    .forEach((k, v) -> table.put(k instanceof String s ? (Object) only(s) : k, v));
            return table;
        }
        int[] from = of(a[0]).codePoints().toArray();
        int[] to = of(a[1]).codePoints().toArray();
        if (from.length != to.length) {
            throw Errors.value("the first two maketrans arguments must have equal length");
        }
        for (int i = 0; i < from.length; i++) {
            table.put((long) from[i], (long) to[i]);
        }
        if (a.length > 2) {
            of(a[2]).codePoints().forEach(c -> table.put((long) c, None.NONE));
        }
        return table;
    }
}
