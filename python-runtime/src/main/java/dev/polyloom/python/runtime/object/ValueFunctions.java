package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.number.Floats;
import dev.polyloom.python.runtime.number.IntText;
import dev.polyloom.python.runtime.number.Ints;
import dev.polyloom.python.runtime.text.Str;
import java.util.Map;

/** The built-in functions for numbers and texts. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class ValueFunctions {
    private ValueFunctions() {}

    static void addTo(Map<String, Object> all) {
        Builtins.add(all, "abs", 1, 1, a -> Ops.abs(a[0]));
        Builtins.add(all, "pow", "base, exp, mod=None", ValueFunctions::pow);
        Builtins.add(all, "round", "number, ndigits=None", a -> round(a[0], a[1]));
        Builtins.add(all, "divmod", 2, 2, a -> divmod(a[0], a[1]));
        Builtins.add(all, "bin", 1, 1, a -> IntText.binary(Numbers.indexObject(a[0])));
        Builtins.add(all, "oct", 1, 1, a -> IntText.octal(Numbers.indexObject(a[0])));
        Builtins.add(all, "hex", 1, 1, a -> IntText.hexadecimal(Numbers.indexObject(a[0])));
        Builtins.add(all, "chr", 1, 1, a -> Str.chr(Numbers.index(a[0])));
        Builtins.add(all, "ord", 1, 1, a -> ord(a[0]));
        Builtins.add(all, "repr", 1, 1, a -> Text.repr(a[0]));
        Builtins.add(all, "ascii", 1, 1, a -> Text.ascii(a[0]));
        Builtins.add(
                all,
                "format",
                1,
                2,
                a -> Text.format(a[0], a.length > 1 ? specification(a[1]) : ""));
        Builtins.add(
                all,
                "print",
                "*args, sep=None, end=None, file=None, flush=False, **others",
                a -> print(a));
        Builtins.add(all, "input", 0, 1, ValueFunctions::input);
    }

    private static String specification(Object value) {
        if (Boxed.plain(value) instanceof String text) {
            return text;
        }
        throw Errors.type("format() argument 2 must be str, not " + Types.of(value).name());
    }

    private static Object ord(Object value) {
        if (value instanceof PyBytes bytes) {
            if (bytes.data().length != 1) {
                throw Errors.type(
                        "ord() expected a character, but string of length %d found"
                                .formatted(bytes.data().length));
            }
            return (long) (bytes.data()[0] & 0xff);
        }
        if (!(Boxed.plain(value) instanceof String text)) {
            throw Errors.type(
                    "ord() expected string of length 1, but %s found"
                            .formatted(Types.of(value).name()));
        }
        return Str.ord(text);
    }

    private static Object pow(Object[] a) {
        if (a[2] == None.NONE) {
            return Ops.pow(a[0], a[1]);
        }
        Object own = Types.of(a[0]).lookup("__pow__");
        return own instanceof Function
                ? Calls.special(own, a[0], a[1], a[2])
                : power(a[0], a[1], a[2]);
    }

    /** Returns {@code pow(a, b, modulus)} of ints. */
    static Object power(Object a, Object b, Object modulus) {
        if (Numbers.isInt(a) && Numbers.isInt(b) && Numbers.isInt(modulus)) {
            return Ints.power(Numbers.plain(a), Numbers.plain(b), Numbers.plain(modulus));
        }
        boolean real =
                Numbers.isReal(Numbers.plain(a))
                        && Numbers.isReal(Numbers.plain(b))
                        && Numbers.isReal(Numbers.plain(modulus));
        throw Errors.type(
                real
                        ? "pow() 3rd argument not allowed unless all arguments are integers"
                        : "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'"
                                .formatted(
                                        Types.of(a).name(),
                                        Types.of(b).name(),
                                        Types.of(modulus).name()));
    }

    static Object round(Object value, Object digits) {
        if (value instanceof Boxed boxed && boxed.has("__round__")) {
            return digits == None.NONE
                    ? Calls.method(value, "__round__")
                    : Calls.method(value, "__round__", digits);
        }
        Object plain = Numbers.plain(value);
        if (plain instanceof Double number) {
            return digits == None.NONE
                    ? Floats.round(number)
                    : (Object) Floats.round(number, Numbers.index(digits));
        }
        if (Numbers.isWhole(plain)) {
            return digits == None.NONE ? plain : Ints.round(plain, Numbers.indexObject(digits));
        }
        Object method = Types.of(value).lookup("__round__");
        if (method == null) {
            throw Errors.type(
                    "type %s doesn't define __round__ method".formatted(Types.of(value).name()));
        }
        return digits == None.NONE
                ? Calls.special(method, value)
                : Calls.special(method, value, digits);
    }

    static Object divmod(Object a, Object b) {
        boolean own =
                (a instanceof Boxed first && first.has("__divmod__"))
                        || (b instanceof Boxed second && second.has("__rdivmod__"));
        Object x = own ? a : Numbers.plain(a);
        Object y = own ? b : Numbers.plain(b);
        if (Numbers.isWhole(x) && Numbers.isWhole(y)) {
            return PyTuple.of(Ints.divmod(x, y));
        }
        if (Numbers.isReal(x) && Numbers.isReal(y)) {
            double[] both = Floats.divmod(Numbers.toDouble(x), Numbers.toDouble(y));
            return PyTuple.of(both[0], both[1]);
        }
        Object result = tryDivmod(a, "__divmod__", b);
        if (result == Types.NOT_IMPLEMENTED) {
            result = tryDivmod(b, "__rdivmod__", a);
        }
        if (result == Types.NOT_IMPLEMENTED) {
            throw Errors.type(
                    "unsupported operand type(s) for divmod(): '%s' and '%s'"
                            .formatted(Types.of(a).name(), Types.of(b).name()));
        }
        return result;
    }

    private static Object tryDivmod(Object object, String name, Object other) {
        Object method = Types.of(object).lookup(name);
        return method == null ? Types.NOT_IMPLEMENTED : Calls.special(method, object, other);
    }

    private static Object print(Object[] a) {
        IterationFunctions.refuseOthers("print", a[5]);
        String separator = textOr(a[0], "sep", " ");
        String end = textOr(a[1], "end", "\n");
        Object target = a[2] == None.NONE ? Streams.out() : a[2];
        Object[] values = ((PyTuple) a[4]).array();
        if (target instanceof Console console) {
            printTo(console, values, separator, end);
        } else {
            boolean ofProgram =
                    !(Types.of(target).lookup("write") instanceof Builtin)
                            || (target instanceof Typed typed && typed.own("write") != null);
            if (ofProgram) {
                printInParts(target, values, separator, end);
            } else {
                Calls.method(target, "write", joined(values, separator) + end);
            }
        }
        if (Text.truth(a[3])) {
            Calls.method(target, "flush");
        }
        return None.NONE;
    }

    /** Writes a line at once, save where a value's own code may write too, or fail. */
    private static void printTo(Console console, Object[] values, String separator, String end) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            line.append(i == 0 ? "" : separator);
            if (!isPlain(values[i]) && !Sharing.isShared() && !line.isEmpty()) {
                console.write(line.toString());
                line.setLength(0);
            }
            line.append(Text.str(values[i]));
        }
        console.write(line.append(end).toString());
    }

    private static String joined(Object[] values, String separator) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            line.append(i == 0 ? "" : separator).append(Text.str(values[i]));
        }
        return line.toString();
    }

    private static boolean isPlain(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private static void printInParts(Object target, Object[] values, String separator, String end) {
        Object write = Attributes.get(target, "write");
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                Calls.call(write, separator);
            }
            Calls.call(write, Text.str(values[i]));
        }
        Calls.call(write, end);
    }

    private static String textOr(Object value, String name, String otherwise) {
        if (value != None.NONE && !(Boxed.plain(value) instanceof String)) {
            throw Errors.type(
                    "%s must be None or a string, not %s".formatted(name, Types.of(value).name()));
        }
        return value == None.NONE ? otherwise : StrType.of(value);
    }

    private static Object input(Object[] a) {
        if (a.length > 0) {
            Console.OUT.write(Text.str(a[0]));
        }
        Console.OUT.flush();
        Object in = Modules.load("sys").own("stdin");
        String line =
                in == null || in.equals(Console.IN)
                        ? Console.IN.readLine()
                        : Text.str(Calls.method(in, "readline"));
        if (line.isEmpty()) {
            throw Errors.of(Exceptions.named("EOFError"), "EOF when reading a line");
        }
        return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }
}
