package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.format.Format;
import dev.polyloom.python.runtime.number.FloatText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How complex numbers are made, and their methods. */
final class ComplexType {
    private static final Signature PARTS = Signature.of("real=0, imag=0");
    private static final String REAL =
            "[+-]?(?:(?:\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)(?:[eE][+-]?\\d+)?|inf(?:inity)?|nan)";
    private static final Pattern TEXT =
            Pattern.compile(
                    "(?i)(?:(?<real>%s)(?![\\w.]))?(?:(?<imag>%s|[+-]?)[jJ])?"
                            .formatted(REAL, REAL));
    private static final Pattern SPEC =
            Pattern.compile(
                    "((?:.?[<>=^])?)([+ -]?)(#?)(0?)(\\d*)([,_]?)((?:\\.\\d+)?)([eEfFgGn]?)");

    private ComplexType() {}

    private static PyComplex of(Object value) {
        return (PyComplex) value;
    }

    static Object make(PyType type, Object[] args, String[] names) {
        Object[] a = PARTS.bindBuiltin("complex", args, names);
        if (Boxed.plain(a[0]) instanceof String text) {
            if (args.length > 1) {
                throw Errors.type("complex() can't take second arg if first is a string");
            }
            return made(type, parse(text));
        }
        if (Boxed.plain(a[1]) instanceof String) {
            throw Errors.type("complex() second arg can't be a string");
        }
        if (type == Types.COMPLEX && args.length == 1 && a[0] instanceof PyComplex known) {
            return known;
        }
        PyComplex first = number(a[0], "complex() first argument must be a string or a number");
        PyComplex second = number(a[1], "complex() second argument must be a number");
        double real = a[1] instanceof PyComplex ? first.real() - second.imag() : first.real();
        boolean whole = a[0] instanceof PyComplex || first.imag() != 0;
        double imag = whole ? second.real() + first.imag() : second.real();
        return made(type, new PyComplex(real, imag));
    }

    private static Object made(PyType type, PyComplex value) {
        return type == Types.COMPLEX ? value : new PyComplex(type, value.real(), value.imag());
    }

    private static PyComplex number(Object value, String problem) {
        PyComplex known = PyComplex.from(value);
        if (known != null) {
            return known;
        }
        PyType type = Types.of(value);
        Object method = type.lookup("__complex__");
        if (method != null) {
            return of(Calls.special(method, value));
        }
        if (type.lookup("__float__") == null && type.lookup("__index__") == null) {
            throw Errors.type("%s, not '%s'".formatted(problem, type.name()));
        }
        return new PyComplex(Numbers.toDouble(value), 0);
    }

    private static PyComplex parse(String text) {
        String plain = text.strip();
        if (plain.startsWith("(") && plain.endsWith(")")) {
            plain = plain.substring(1, plain.length() - 1).strip();
        }
        Matcher parts = TEXT.matcher(plain);
        if (plain.isEmpty() || !parts.matches()) {
            throw Errors.value("complex() arg is a malformed string");
        }
        String real = parts.group("real");
        String imag = parts.group("imag");
        if (real != null && imag != null && !imag.startsWith("+") && !imag.startsWith("-")) {
            throw Errors.value("complex() arg is a malformed string");
        }
        double second = 0;
        if (imag != null) {
            boolean sign = imag.isEmpty() || imag.equals("+") || imag.equals("-");
            second = FloatText.parse(sign ? imag + "1" : imag);
        }
        return new PyComplex(real == null ? 0 : FloatText.parse(real), second);
    }

    static void fill(PyType type) {
        type.getter("real", self -> of(self).real());
        type.getter("imag", self -> of(self).imag());
        type.method("conjugate", 0, 0, a -> of(a[0]).conjugate());
        type.method("__complex__", 0, 0, a -> a[0]);
        type.method("__abs__", 0, 0, a -> of(a[0]).abs());
        type.method("__neg__", 0, 0, a -> of(a[0]).negated());
        type.method("__pos__", 0, 0, a -> new PyComplex(of(a[0]).real(), of(a[0]).imag()));
        type.method("__bool__", 0, 0, a -> of(a[0]).real() != 0 || of(a[0]).imag() != 0);
        type.method("__hash__", 0, 0, a -> of(a[0]).hash());
        type.method("__repr__", 0, 0, a -> a[0].toString());
        type.method("__format__", 1, 1, a -> format(of(a[0]), StrType.of(a[1])));
        type.method(
                "__eq__",
                1,
                1,
                a -> PyComplex.from(a[1]) == null ? Types.NOT_IMPLEMENTED : of(a[0]).isEqual(a[1]));
        for (Binary operator :
                new Binary[] {Binary.ADD, Binary.SUB, Binary.MUL, Binary.DIV, Binary.POW}) {
            type.method(operator.method(), 1, 1, a -> applied(operator, a[0], a[1]));
            type.method(operator.reflected(), 1, 1, a -> applied(operator, a[1], a[0]));
        }
    }

    private static Object applied(Binary operator, Object a, Object b) {
        PyComplex first = PyComplex.from(a);
        PyComplex second = PyComplex.from(b);
        Object result =
                first == null || second == null ? null : PyComplex.apply(operator, first, second);
        return result == null ? Types.NOT_IMPLEMENTED : result;
    }

    private static String signed(PyComplex value, String sign) {
        String text = value.toString();
        boolean both = text.startsWith("(");
        double first = both ? value.real() : value.imag();
        if (sign.equals("-") || text.startsWith("-", both ? 1 : 0) || first < 0) {
            return text;
        }
        return both ? "(" + sign + text.substring(1) : sign + text;
    }

    private static String format(PyComplex value, String spec) {
        if (spec.isEmpty()) {
            return value.toString();
        }
        Matcher parts = SPEC.matcher(spec);
        if (!parts.matches()) {
            throw Errors.value(
                    "Unknown format code '%s' for object of type 'complex'"
                            .formatted(spec.substring(spec.length() - 1)));
        }
        if (!parts.group(4).isEmpty() || parts.group(1).endsWith("=")) {
            throw Errors.value(
                    parts.group(4).isEmpty()
                            ? "'=' alignment flag is not allowed in complex format specifier"
                            : "Zero padding is not allowed in complex format specifier");
        }
        String type = parts.group(8);
        String digits = parts.group(7);
        String how = parts.group(3) + parts.group(6) + digits + type;
        String text;
        if (type.isEmpty() && digits.isEmpty()) {
            text = signed(value, parts.group(2));
        } else {
            String code = type.isEmpty() ? how + "g" : how;
            String real = Format.of(value.real(), parts.group(2) + code);
            String imag = Format.of(value.imag(), "+" + code);
            boolean bare = type.isEmpty() && value.real() == 0;
            text =
                    type.isEmpty()
                            ? bare ? imag.replaceFirst("^\\+", "") + "j" : "(" + real + imag + "j)"
                            : real + imag + "j";
        }
        String align = parts.group(1).isEmpty() ? ">" : parts.group(1);
        return parts.group(5).isEmpty() ? text : Format.of(text, align + parts.group(5));
    }
}
