package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.object.Boxed;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import dev.polyloom.python.runtime.re.Flags;
import dev.polyloom.python.runtime.re.Regex;
import dev.polyloom.python.runtime.text.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The module {@code re}. */
final class ReModule {
    static final PyType ERROR = PyType.library("error", Exceptions.EXCEPTION, null).module("re");
    private static final PyType FLAG = PyType.user("RegexFlag", List.of(Types.INT)).module("re");
    private static final Pattern PLACE =
            Pattern.compile("(.*) at position (\\d+)(?: \\(line (\\d+), column (\\d+)\\))?");

    private ReModule() {}

    /** A flag and its names. */
    private record Named(String name, String letter, int value) {}

    private static final List<Named> NAMES =
            List.of(
                    new Named("ASCII", "A", Flags.ASCII),
                    new Named("IGNORECASE", "I", Flags.IGNORE_CASE),
                    new Named("LOCALE", "L", Flags.LOCALE),
                    new Named("UNICODE", "U", Flags.UNICODE),
                    new Named("MULTILINE", "M", Flags.MULTI_LINE),
                    new Named("DOTALL", "S", Flags.DOT_ALL),
                    new Named("VERBOSE", "X", Flags.VERBOSE));

    static {
        fillFlag(FLAG);
    }

    static Module make() {
        Module module = new Module("re");
        module.put("error", ERROR).put("Pattern", RePattern.TYPE).put("Match", ReMatch.TYPE);
        module.put("RegexFlag", FLAG).put("NOFLAG", flag(0));
        for (Named each : NAMES) {
            module.put(each.name, flag(each.value));
            module.put(each.letter, flag(each.value));
        }
        module.function("compile", "pattern, flags=0", a -> compile(a[0], a[1]));
        module.function("escape", "pattern", a -> escape(a[0]));
        module.function("purge", 0, 0, a -> None.NONE);
        for (String name : new String[] {"match", "search", "fullmatch", "findall", "finditer"}) {
            forward(module, name, "pattern, string, flags=0", 2);
        }
        forward(module, "split", "pattern, string, maxsplit=0, flags=0", 3);
        forward(module, "sub", "pattern, repl, string, count=0, flags=0", 4);
        forward(module, "subn", "pattern, repl, string, count=0, flags=0", 4);
        return module;
    }

    /** Defines a function that compiles a pattern and calls its method. */
    private static void forward(Module module, String name, String parameters, int flags) {
        Builtin method = (Builtin) java.util.Objects.requireNonNull(RePattern.TYPE.lookup(name));
        module.function(
                name,
                parameters,
                a -> {
                    Object[] arguments = new Object[flags];
                    arguments[0] = compile(a[0], a[flags]);
                    System.arraycopy(a, 1, arguments, 1, flags - 1);
                    return method.call(arguments, new String[0]);
                });
    }

    private static Object flag(long value) {
        return new Boxed(FLAG, value);
    }

    private static void fillFlag(PyType type) {
        type.method("__repr__", 0, 0, a -> flagText(Numbers.index(a[0])));
        type.method("__str__", 0, 0, a -> flagText(Numbers.index(a[0])));
        type.method("__or__", 1, 1, a -> flag(Numbers.index(a[0]) | Numbers.index(a[1])));
        type.method("__ror__", 1, 1, a -> flag(Numbers.index(a[0]) | Numbers.index(a[1])));
        type.method("__and__", 1, 1, a -> flag(Numbers.index(a[0]) & Numbers.index(a[1])));
        type.method("__xor__", 1, 1, a -> flag(Numbers.index(a[0]) ^ Numbers.index(a[1])));
        type.getter("value", self -> Numbers.index(self));
        type.getter("name", self -> flagText(Numbers.index(self)).replace("re.", ""));
    }

    private static String flagText(long value) {
        List<String> names = new ArrayList<>();
        for (Named each : NAMES) {
            if ((value & each.value) != 0) {
                names.add("re." + each.name);
            }
        }
        return names.isEmpty() ? "re.NOFLAG" : String.join("|", names);
    }

    /** Returns the pattern of a text, of bytes, or a pattern itself. */
    static RePattern compile(Object pattern, Object flags) {
        if (pattern instanceof RePattern known) {
            if (Numbers.index(flags) != 0) {
                throw Errors.value("cannot process flags argument with a compiled pattern");
            }
            return known;
        }
        boolean bytes = Values.isBytes(pattern);
        if (!bytes && !(Boxed.plain(pattern) instanceof String)) {
            throw Errors.type("first argument must be string or compiled pattern");
        }
        String source = bytes ? Bytes.text(Values.bytes(pattern)) : Text.str(pattern);
        int bits = (int) Numbers.index(flags) | (bytes ? Flags.ASCII : 0);
        return guarded(source, () -> new RePattern(Regex.compile(source, bits), bytes));
    }

    private static Object escape(Object value) {
        return Values.isBytes(value)
                ? dev.polyloom.python.runtime.object.PyBytes.of(
                        Regex.escape(Bytes.text(Values.bytes(value))))
                : Regex.escape(Values.text(value, "pattern"));
    }

    /** Does something with a pattern; what is wrong with it becomes an {@code re.error}. */
    static <T> T guarded(String pattern, Supplier<T> action) {
        try {
            return action.get();
        } catch (Fault fault) {
            throw fault.type().equals("error") ? error(fault.text(), pattern) : fault;
        }
    }

    private static PyException error(String text, String pattern) {
        PyException error = Errors.of(ERROR, text);
        Matcher matcher = PLACE.matcher(text);
        boolean placed = matcher.matches();
        error.setOwn("msg", placed ? matcher.group(1) : text);
        error.setOwn("pattern", pattern);
        error.setOwn("pos", placed ? Long.valueOf(matcher.group(2)) : None.NONE);
        if (placed) {
            long place = Long.parseLong(matcher.group(2));
            String line = matcher.group(3);
            String column = matcher.group(4);
            error.setOwn("lineno", line == null ? 1L : (Object) Long.valueOf(line));
            error.setOwn("colno", column == null ? place + 1 : (Object) Long.valueOf(column));
        }
        return error;
    }
}
