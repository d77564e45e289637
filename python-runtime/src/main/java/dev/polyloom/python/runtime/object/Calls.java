package dev.polyloom.python.runtime.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls functions and methods. */
public final class Calls {
    private static final String[] NO_NAMES = {};

    private Calls() {}

    /** Calls something with arguments by position. */
    public static Object call(Object function, Object... args) {
        return call(function, args, NO_NAMES);
    }

    /** Calls something; the last arguments have the names. */
    public static Object call(Object function, Object[] args, String[] names) {
        if (function instanceof PyObject object) {
            return object.call(args, names);
        }
        throw Errors.type("'%s' object is not callable".formatted(Types.of(function).name()));
    }

    /** Returns the names of the last arguments of a call. */
    public static String[] names(String... names) {
        return names;
    }

    /** Calls something; the last arguments have the names. */
    public static Object callNamed(Object function, String[] names, Object... args) {
        return call(function, args, names);
    }

    /** Calls a method with arguments by position. */
    public static Object method(Object object, String name, Object... args) {
        PyType type = Types.of(object);
        Object found = type.lookup(name);
        boolean direct = found instanceof Function || (found instanceof Builtin b && b.isMethod());
        if (direct
                && found instanceof PyObject function
                && !(object instanceof PyType)
                && !type.hasOwnAccess()
                && !hides(object, name)) {
            return function.call(prepend(object, args), NO_NAMES);
        }
        return call(Attributes.get(object, name), args, NO_NAMES);
    }

    /** Calls a method of another object with the arguments that follow the first. */
    public static Object methodSpread(Object object, String name, Object[] args) {
        return method(object, name, java.util.Arrays.copyOfRange(args, 1, args.length));
    }

    /** Calls a method; the last arguments have the names. */
    public static Object methodNamed(Object object, String name, String[] names, Object... args) {
        return call(Attributes.get(object, name), args, names);
    }

    /** Calls a method that was looked up in the type of an object, with that object first. */
    static Object special(Object method, Object object, Object... args) {
        if (method instanceof Function || (method instanceof Builtin b && b.isMethod())) {
            return ((PyObject) method).call(prepend(object, args), NO_NAMES);
        }
        return call(Attributes.bind(method, object, Types.of(object)), args, NO_NAMES);
    }

    private static boolean hides(Object object, String name) {
        return object instanceof Typed typed && typed.own(name) != null;
    }

    /** Returns the values of several arrays as one. */
    public static Object[] joined(Object[]... parts) {
        return Arrays.stream(parts).flatMap(Arrays::stream).toArray();
    }

    /** Returns arguments with another before them. */
    public static Object[] prepend(Object first, Object[] rest) {
        Object[] all = new Object[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    /** Calls something with arguments that have been gathered after it was looked up. */
    public static Object spread(Object function, ArgumentList arguments) {
        return arguments.call(function);
    }

    /** Begins a call whose number of arguments is not known. */
    public static ArgumentList arguments() {
        return new ArgumentList();
    }

    /** The arguments of a call, gathered one by one. */
    public static final class ArgumentList {
        private final List<Object> positional = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final List<Object> named = new ArrayList<>();
        private @Nullable String problem;
        private @Nullable Object notIterable;
        private boolean any;

        private ArgumentList() {}

        /** Adds an argument. */
        public ArgumentList add(Object value) {
            refuse();
            any = true;
            positional.add(value);
            return this;
        }

        /** Adds all values of something that can be iterated. */
        public ArgumentList addAll(Object values) {
            refuse();
            if (Iteration.isIterable(values)) {
                any = true;
                Iteration.of(values).forEachRemaining(positional::add);
                return this;
            }
            notIterable = values;
            if (any) {
                refuse();
            }
            wrong("after * must be an iterable", values);
            return this;
        }

        /** Adds all values of something, which a set says to be no iterable in its own words. */
        public ArgumentList addEach(Object values) {
            Iteration.of(values).forEachRemaining(positional::add);
            return this;
        }

        /** Refuses a value that cannot be iterated, beside others. */
        private void refuse() {
            if (notIterable != null) {
                throw Errors.type(
                        "Value after * must be an iterable, not " + Types.of(notIterable).name());
            }
        }

        /** Adds an argument with a name. */
        public ArgumentList add(String name, Object value) {
            if (names.contains(name)) {
                problem =
                        Objects.requireNonNullElse(
                                problem,
                                " got multiple values for keyword argument '%s'".formatted(name));
            }
            names.add(name);
            named.add(value);
            return this;
        }

        /** Adds the arguments with names that a mapping holds. */
        public ArgumentList addNamed(Object mapping) {
            if (Attributes.find(mapping, "keys") == null) {
                wrong("after ** must be a mapping", mapping);
                return this;
            }
            PyDict dict =
                    mapping instanceof PyDict known
                            ? known
                            : (PyDict) Types.DICT.call(new Object[] {mapping}, NO_NAMES);
            dict.forEach((key, value) -> {
                if (!(key instanceof String name)) {
                    throw Errors.type("keywords must be strings");
                }
                add(name, value);
            });
            return this;
        }

        private void wrong(String expected, Object value) {
            if (problem == null) {
                problem = " argument %s, not %s".formatted(expected, Types.of(value).name());
            }
        }

        private static String nameOf(Object function) {
            Object qualname = Attributes.find(function, "__qualname__");
            if (qualname == null) {
                return Text.str(function);
            }
            Object module = Attributes.find(function, "__module__");
            boolean shown = module instanceof String name && !name.equals("builtins");
            return (shown ? module + "." : "") + qualname + "()";
        }

        /** Calls something with these arguments. */
        public Object call(Object function) {
            if (problem != null) {
                throw Errors.type(nameOf(function) + problem);
            }
            positional.addAll(named);
            return Calls.call(function, positional.toArray(), names.toArray(new String[0]));
        }

        Object[] values() {
            positional.addAll(named);
            return positional.toArray();
        }

        /** Returns the arguments that have no names as a tuple. */
        public PyTuple tuple() {
            if (problem != null) {
                throw Errors.type("Value" + problem.replaceFirst(" argument", ""));
            }
            return PyTuple.of(positional.toArray());
        }
    }
}
