package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Boxed;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyBytes;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Types;
import dev.polyloom.python.runtime.re.Flags;
import dev.polyloom.python.runtime.re.Match;
import dev.polyloom.python.runtime.re.Regex;
import dev.polyloom.python.runtime.text.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code re.Pattern} for texts or for bytes; bytes are texts with a character for each. */
final class RePattern extends PyObject {
    static final PyType TYPE = PyType.user("Pattern", List.of(Types.OBJECT)).module("re");

    static {
        fill(TYPE);
    }

    private final Regex regex;
    private final boolean bytes;

    RePattern(Regex regex, boolean bytes) {
        super(TYPE);
        this.regex = regex;
        this.bytes = bytes;
    }

    private interface Search {
        @Nullable Match in(Regex regex, String text, long begin, long end);
    }

    private static RePattern of(Object self) {
        return (RePattern) self;
    }

    private static void fill(PyType type) {
        search(type, "match", Regex::match);
        search(type, "search", Regex::search);
        search(type, "fullmatch", Regex::fullMatch);
        String places = "string, pos=0, endpos=" + Long.MAX_VALUE;
        type.method("scanner", places, ReScanner::new);
        type.method("findall", places, a -> of(a[0]).findAll(a));
        type.method("finditer", places, a -> of(a[0]).matches(a));
        type.method("split", "string, maxsplit=0", a -> of(a[0]).split(a[1], a[2]));
        type.method(
                "sub", "repl, string, count=0", a -> of(a[0]).replaced(of(a[0]).replace(a).text()));
        type.method(
                "subn",
                "repl, string, count=0",
                a -> {
                    Regex.Replaced made = of(a[0]).replace(a);
                    return PyTuple.of(of(a[0]).replaced(made.text()), (long) made.count());
                });
        type.getter("pattern", self -> of(self).replaced(of(self).regex.pattern()));
        type.getter("flags", self -> (long) of(self).flags());
        type.getter("groups", self -> (long) of(self).regex.groups());
        type.getter("groupindex", self -> of(self).groupIndex());
        type.method("__repr__", 0, 0, a -> of(a[0]).repr());
        type.method(
                "__eq__",
                1,
                1,
                a ->
                        a[1] instanceof RePattern other
                                && other.bytes == of(a[0]).bytes
                                && other.flags() == of(a[0]).flags()
                                && other.regex.pattern().equals(of(a[0]).regex.pattern()));
        type.method("__hash__", 0, 0, a -> (long) of(a[0]).regex.pattern().hashCode());
    }

    private static void search(PyType type, String name, Search how) {
        type.method(
                name,
                "string, pos=0, endpos=" + Long.MAX_VALUE,
                a -> {
                    RePattern self = of(a[0]);
                    Match found =
                            how.in(
                                    self.regex,
                                    self.text(a[1]),
                                    Numbers.index(a[2]),
                                    Numbers.index(a[3]));
                    return found == null ? None.NONE : new ReMatch(self, found);
                });
    }

    private int flags() {
        return bytes ? regex.flags() & ~Flags.ASCII : regex.flags();
    }

    private String repr() {
        String shown = regex.toString();
        if (!bytes) {
            return shown;
        }
        String plain = shown.replace("re.ASCII|", "").replace(", re.ASCII", "");
        return plain.replaceFirst("\\(", "(b");
    }

    /** Returns the text that is searched. */
    String text(Object value) {
        if (Values.isBytes(value)) {
            if (!bytes) {
                throw Errors.type("cannot use a string pattern on a bytes-like object");
            }
            return Bytes.text(Values.bytes(value));
        }
        if (!(Boxed.plain(value) instanceof String text)) {
            throw Errors.type(
                    "expected string or bytes-like object, got '%s'"
                            .formatted(Values.typeName(value)));
        }
        if (bytes) {
            throw Errors.type("cannot use a bytes pattern on a string-like object");
        }
        return text;
    }

    /** Returns a part of a text as the program sees it. */
    Object replaced(@Nullable String part) {
        if (part == null) {
            return None.NONE;
        }
        return bytes ? PyBytes.of(part) : part;
    }

    private Object findAll(Object[] a) {
        List<Object> all = new ArrayList<>();
        for (List<String> texts :
                regex.findAllTexts(text(a[1]), Numbers.index(a[2]), Numbers.index(a[3]))) {
            Object[] parts = texts.stream().map(this::replaced).toArray();
            all.add(parts.length == 1 ? parts[0] : PyTuple.of(parts));
        }
        return PyList.copyOf(all);
    }

    private Object matches(Object[] a) {
        Object[] all =
                regex.findAll(text(a[1]), Numbers.index(a[2]), Numbers.index(a[3])).stream()
                        .map(match -> new ReMatch(this, match))
                        .toArray();
        return Iteration.over(all);
    }

    private Object split(Object value, Object most) {
        List<Object> parts = new ArrayList<>();
        regex.split(text(value), Numbers.index(most)).forEach(part -> parts.add(replaced(part)));
        return PyList.copyOf(parts);
    }

    private Regex.Replaced replace(Object[] a) {
        String text = text(a[2]);
        long most = Numbers.index(a[3]);
        if (Values.isBytes(a[1]) || Boxed.plain(a[1]) instanceof String) {
            String template = text(a[1]);
            return ReModule.guarded(template, () -> regex.replace(template, text, most));
        }
        return regex.replace(
                match -> {
                    Object made = Calls.call(a[1], new ReMatch(this, match));
                    return Values.isNone(made) ? "" : text(made);
                },
                text,
                most);
    }

    private Object groupIndex() {
        PyDict names = new PyDict();
        regex.groupIndex().forEach((name, number) -> names.put(name, (long) number));
        return names;
    }
}
