package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The parameters of a function, and the way from the arguments of a call to their values. */
@SuppressWarnings("ReferenceEquality") // values are copied to the same object or another
public final class Signature {
    private final String[] names;
    private final @Nullable Object[] defaults;
    private final int positionalOnly;
    private final int positional;
    private final boolean rest;
    private final boolean keywords;

    private Signature(
            List<String> names,
            List<@Nullable Object> defaults,
            int positionalOnly,
            int positional,
            boolean rest,
            boolean keywords) {
        this.names = names.toArray(new String[0]);
        this.defaults = defaults.toArray();
        this.positionalOnly = positionalOnly;
        this.positional = positional;
        this.rest = rest;
        this.keywords = keywords;
    }

    /**
     * Reads parameters as Python writes them. What stands after {@code =} is a literal, or nothing:
     * then the value is the next of those given. The values of {@code *args} and {@code **kwargs}
     * come last, in this order.
     */
    public static Signature of(String parameters, Object... values) {
        List<String> names = new ArrayList<>();
        List<@Nullable Object> defaults = new ArrayList<>();
        int positionalOnly = 0;
        int positional = -1;
        boolean rest = false;
        boolean keywords = false;
        int next = 0;
        String restName = "";
        String keywordsName = "";
        for (String part : parameters.isEmpty() ? new String[0] : parameters.split(", ", -1)) {
            if (part.equals("/")) {
                positionalOnly = names.size();
            } else if (part.startsWith("**")) {
                keywords = true;
                keywordsName = part.substring(2);
            } else if (part.startsWith("*")) {
                positional = names.size();
                rest = part.length() > 1;
                restName = part.substring(1);
            } else {
                int at = part.indexOf('=');
                names.add(at < 0 ? part : part.substring(0, at));
                boolean given = at == part.length() - 1;
                defaults.add(at < 0 ? null : given ? values[next++] : literal(part, at + 1));
            }
        }
        int fixed = positional < 0 ? names.size() : positional;
        if (rest) {
            names.add(restName);
        }
        if (keywords) {
            names.add(keywordsName);
        }
        return new Signature(names, defaults, positionalOnly, fixed, rest, keywords);
    }

    private static Object literal(String part, int from) {
        String text = part.substring(from);
        return switch (text) {
            case "None" -> None.NONE;
            case "True" -> true;
            case "False" -> false;
            default ->
                    text.startsWith("'")
                            ? text.substring(1, text.length() - 1)
                            : text.matches(".*[.e].*")
                                    ? (Object) Double.valueOf(text)
                                    : Long.valueOf(text);
        };
    }

    /**
     * Returns the parameters as {@code inspect} has them: of each its name, its kind, whether it
     * has a default, and that.
     */
    PyList described() {
        PyList all = new PyList();
        int last = names.length - (rest ? 1 : 0) - (keywords ? 1 : 0);
        for (int i = 0; i < positional; i++) {
            all.append(described(i, i < positionalOnly ? 0L : 1L));
        }
        if (rest) {
            all.append(PyTuple.of(names[last], 2L, false, None.NONE));
        }
        for (int i = positional; i < last; i++) {
            all.append(described(i, 3L));
        }
        if (keywords) {
            all.append(PyTuple.of(names[names.length - 1], 4L, false, None.NONE));
        }
        return all;
    }

    private PyTuple described(int index, long kind) {
        Object value = defaults[index];
        return PyTuple.of(names[index], kind, value != null, value == null ? None.NONE : value);
    }

    /** Returns the names of all parameters, those of the rest last. */
    public List<String> names() {
        return List.of(names);
    }

    /** Returns the number of parameters that positions may fill. */
    public int positional() {
        return positional;
    }

    int keywordOnly() {
        return names.length - positional - (rest ? 1 : 0) - (keywords ? 1 : 0);
    }

    /** Returns the names of all parameters as code objects order them. */
    List<String> variables() {
        return List.of(names);
    }

    /** Returns the same parameters with other defaults for those that positions may fill. */
    Signature withDefaults(List<Object> values) {
        @Nullable Object[] changed = defaults.clone();
        for (int i = 0; i < positional; i++) {
            int at = i - positional + values.size();
            changed[i] = at < 0 ? null : values.get(at);
        }
        return with(changed);
    }

    /** Returns the same parameters with copies of the defaults, or itself where none differs. */
    Signature copied(UnaryOperator<Object> copy) {
        @Nullable Object[] copies = defaults.clone();
        boolean same = true;
        for (int i = 0; i < copies.length; i++) {
            Object value = copies[i];
            if (value != null) {
                copies[i] = copy.apply(value);
                same &= copies[i] == value;
            }
        }
        return same ? this : with(copies);
    }

    private Signature with(@Nullable Object[] others) {
        return new Signature(
                List.of(names), Arrays.asList(others), positionalOnly, positional, rest, keywords);
    }

    /** Returns the defaults of the parameters that only names may fill. */
    PyDict keywordDefaults() {
        PyDict all = new PyDict();
        for (int i = positional; i < positional + keywordOnly(); i++) {
            Object value = defaultOf(i);
            if (value != null) {
                all.put(names[i], value);
            }
        }
        return all;
    }

    /** Returns the default of a parameter, or null. */
    public @Nullable Object defaultOf(int index) {
        return index < defaults.length ? defaults[index] : null;
    }

    /** Tells whether so many arguments by position are the values themselves. */
    boolean isPlain(int count) {
        return count == positional && count == names.length;
    }

    /** Returns the value of each parameter of a built-in type. */
    Object[] bindBuiltin(String type, Object[] args, String[] given) {
        if (args.length > positional) {
            throw Errors.type(
                    "%s() takes at most %d argument%s (%d given)"
                            .formatted(type, positional, positional == 1 ? "" : "s", args.length));
        }
        return bind(type, args, given);
    }

    /** Refuses more arguments than a type takes. */
    static void refuseMore(String type, int most, int given) {
        if (given > most) {
            throw Errors.type(
                    "%s expected at most %d argument%s, got %d"
                            .formatted(type, most, most == 1 ? "" : "s", given));
        }
    }

    /** Returns the value of each parameter. */
    Object[] bind(String function, Object[] args, String[] given) {
        int plain = args.length - given.length;
        @Nullable Object[] values = new Object[names.length];
        System.arraycopy(args, 0, values, 0, Math.min(plain, positional));
        if (rest) {
            values[defaults.length] =
                    plain > positional
                            ? PyTuple.of(Arrays.copyOfRange(args, positional, plain))
                            : PyTuple.EMPTY;
        }
        PyDict others = keywords ? new PyDict() : null;
        if (others != null) {
            values[names.length - 1] = others;
        }
        for (int i = 0; i < given.length; i++) {
            named(function, values, given[i], args[plain + i], others);
        }
        if (plain > positional && !rest) {
            throw SignatureErrors.tooMany(this, function, plain, values);
        }
        fill(function, values);
        return complete(values);
    }

    @SuppressWarnings("NullAway") // each value has been filled
    private static Object[] complete(@Nullable Object[] values) {
        return values;
    }

    private void named(
            String function,
            @Nullable Object[] values,
            String name,
            Object value,
            @Nullable PyDict others) {
        for (int i = positionalOnly; i < defaults.length; i++) {
            if (names[i].equals(name)) {
                if (values[i] != null) {
                    throw Errors.type(
                            "%s() got multiple values for argument '%s'".formatted(function, name));
                }
                values[i] = value;
                return;
            }
        }
        if (others == null) {
            throw SignatureErrors.unexpected(this, function, name);
        }
        if (others.put(name, value) != null) {
            throw Errors.type(
                    "%s() got multiple values for keyword argument '%s'".formatted(function, name));
        }
    }

    private void fill(String function, @Nullable Object[] values) {
        boolean complete = true;
        for (int i = 0; i < defaults.length; i++) {
            if (values[i] == null) {
                values[i] = defaults[i];
                complete &= values[i] != null;
            }
        }
        if (!complete) {
            throw SignatureErrors.missing(this, function, values);
        }
    }

    String name(int index) {
        return names[index];
    }

    int fixed() {
        return defaults.length;
    }

    int positionalOnly() {
        return positionalOnly;
    }

    boolean hasRest() {
        return rest;
    }

    boolean hasKeywords() {
        return keywords;
    }
}
