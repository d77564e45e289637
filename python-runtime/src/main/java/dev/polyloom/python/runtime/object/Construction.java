package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes objects of types, and types of class statements. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
public final class Construction {
    static final String ABSTRACT = "__abstractmethods__";

    private static final String[] NO_NAMES = {};

    private static final Builtin INIT =
            Builtin.method(Types.OBJECT, "__init__", "*args, **kwargs", a -> None.NONE);

    /**
     * How objects of a type begin, as long as the type does not change.
     *
     * @param init the method that they begin with, if nothing else is to be done for them
     */
    record Start(int version, @Nullable Function init) {}

    private Construction() {}

    /**
     * Returns a new object of a type of which {@code __init__} is all there is to do, else null.
     */
    static @Nullable PyObject plainly(PyType type, Object[] args, String[] names) {
        Start start = type.start();
        if (start == null || start.version != type.layout().version()) {
            start = new Start(type.layout().version(), init(type));
            type.start(start);
        }
        if (start.init == null) {
            return null;
        }
        PyObject made = new PyObject(type, type.layout().size());
        refuseResult(start.init.call(Calls.prepend(made, args), names));
        Drops.born(made);
        return made;
    }

    private static @Nullable Function init(PyType type) {
        boolean plain =
                !type.isNative()
                        && type.isPlainlyMade()
                        && type.lookup("__new__") == null
                        && !type.isSubtypeOf(Types.TYPE)
                        && type.isConcrete();
        return plain && type.lookup("__init__") instanceof Function init ? init : null;
    }

    static Object construct(
            PyType type, Object[] args, String[] names, PyType.@Nullable Maker maker) {
        Object custom = type.lookup("__new__");
        if (type == Types.TYPE && args.length == 1) {
            return Types.of(args[0]);
        }
        if (type.isSubtypeOf(Types.TYPE)) {
            return Metaclasses.create(type, args, names);
        }
        if (custom == null && maker != null && type.isNative()) {
            return maker.make(type, args, names);
        }
        Object made;
        if (custom == null) {
            refuseAbstract(type);
            Bases.refuseMade(type);
            made = maker == null ? type.allocate() : maker.make(type, args, names);
            if (made instanceof PyException error) {
                error.setArguments(PyTuple.of(positional(args, names)));
            }
        } else {
            Object plain = custom instanceof StaticMethod s ? s.function() : custom;
            made = Calls.call(plain, Calls.prepend(type, args), names);
        }
        PyType actual = Types.of(made);
        if (actual.isSubtypeOf(type)) {
            initialise(made, actual, args, names, maker != null || custom != null);
            Drops.born(made);
        }
        return made;
    }

    /** Returns what all types have of making objects, as a function that is given the type. */
    static @Nullable Object unbound(PyType on, String name) {
        return switch (name) {
            case "__new__" ->
                    Builtin.function(
                            name,
                            "cls, /, *args, **kwargs",
                            a -> {
                                if (!(a[0] instanceof PyType type)) {
                                    throw Errors.type(
                                            "object.__new__(X): X is not a type object (%s)"
                                                    .formatted(Types.of(a[0]).name()));
                                }
                                if (on == Types.OBJECT && type.isNative() && type.hasMaker()) {
                                    throw Errors.type(
                                            "object.__new__(%s) is not safe, use %s.__new__()"
                                                    .formatted(type.name(), type.name()));
                                }
                                if (type.isSubtypeOf(Types.TYPE)) {
                                    return Metaclasses.make(
                                            type, ((PyTuple) a[1]).array(), (PyDict) a[2]);
                                }
                                refuseAbstract(type);
                                return bare(type, ((PyTuple) a[1]).array());
                            });
            case "__init__" -> INIT;
            case "__init_subclass__" -> Builtin.function(name, 0, -1, a -> None.NONE);
            default -> null;
        };
    }

    private static Object[] positional(Object[] args, String[] names) {
        return java.util.Arrays.copyOf(args, args.length - names.length);
    }

    private static void initialise(
            Object made, PyType type, Object[] args, String[] names, boolean tolerant) {
        Object init = type.lookup("__init__");
        if (init == null) {
            if (args.length > 0 && !tolerant && !(made instanceof PyException)) {
                throw Errors.type(type.name() + "() takes no arguments");
            }
            return;
        }
        refuseResult(Calls.call(init, Calls.prepend(made, args), names));
    }

    private static void refuseResult(Object result) {
        if (result != None.NONE) {
            throw Errors.type(
                    "__init__() should return None, not '%s'".formatted(Types.of(result).name()));
        }
    }

    private static void refuseAbstract(PyType type) {
        if (!type.isConcrete() && type.dict().get(ABSTRACT) instanceof PySet names) {
            String listed =
                    java.util.Arrays.stream(names.snapshot())
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(", "));
            throw Errors.type(
                    "Can't instantiate abstract class %s with abstract method%s %s"
                            .formatted(type.name(), names.size() == 1 ? "" : "s", listed));
        }
    }

    /**
     * Makes the type of a class statement.
     *
     * @param qualname its name with those around
     * @param module the name of the module
     * @param bases what stands in brackets
     * @param names the names of further arguments
     * @param values the values of further arguments
     * @param body the names that the statement has defined
     */
    public static PyType define(
            String qualname,
            String module,
            List<?> bases,
            String[] names,
            Object[] values,
            Map<String, Object> body) {
        Object metaclass = Metaclasses.of(bases, names, values);
        if (!(metaclass instanceof PyType known && known.isNative())) {
            return Metaclasses.define(metaclass, qualname, module, bases, names, values, body);
        }
        int at = List.of(names).indexOf("metaclass");
        return define(
                known,
                qualname,
                module,
                bases,
                Metaclasses.without(at, names),
                Metaclasses.without(at, values),
                body);
    }

    /** Makes a type of a metaclass, which is not asked. */
    static PyType define(
            PyType metaclass,
            String qualname,
            String module,
            List<?> bases,
            String[] names,
            Object[] values,
            Map<String, Object> body) {
        List<PyType> types = new ArrayList<>(Bases.all(bases));
        for (PyType base : types) {
            Bases.refuseFinal(base);
        }
        Bases.refuseConflict(types);
        String name = qualname.substring(qualname.lastIndexOf('.') + 1);
        PyType type = PyType.user(name, types, metaclass).qualname(qualname).module(module);
        Map<String, Object> own = new LinkedHashMap<>(body);
        if (body instanceof PreparedNames) {
            own.remove("__module__", module);
            own.remove("__qualname__", qualname);
        }
        ClassBody.fill(own, type);
        own.entrySet().removeIf(ClassDict::isAdded);
        own.forEach((id, value) -> type.define(id, implicit(id, value)));
        if (type.dict().containsKey("__eq__") && !type.dict().containsKey("__hash__")) {
            type.define("__hash__", None.NONE);
        }
        for (Map.Entry<String, Object> each : own.entrySet()) {
            setName(type, each.getKey(), each.getValue());
        }
        abstracts(type);
        var hook = type.subtypeHook();
        if (hook != null) {
            hook.accept(type);
        }
        Object init = type.lookupAfter(type, "__init_subclass__");
        if (init != null) {
            Object plain = init instanceof ClassMethod m ? m.function() : init;
            Calls.call(plain, Calls.prepend(type, values), names);
        } else if (names.length > 0) {
            throw Errors.type("%s.__init_subclass__() takes no keyword arguments".formatted(name));
        }
        return type;
    }

    /** Returns a method as the class keeps it: some need no decorator. */
    private static Object implicit(String name, Object value) {
        if (!(value instanceof Function function)) {
            return value;
        }
        return switch (name) {
            case "__new__" -> new StaticMethod(function);
            case "__init_subclass__", "__class_getitem__" -> new ClassMethod(function);
            default -> value;
        };
    }

    /** Returns an object of a type without running what its class does at the start. */
    public static Object bare(PyType type, Object[] args) {
        return type.hasMaker() ? type.make(args, NO_NAMES) : type.allocate();
    }

    private static void setName(PyType type, String name, Object value) {
        if (value instanceof PyObject && !(value instanceof PyType)) {
            Object hook = Types.of(value).lookup("__set_name__");
            if (hook != null) {
                Calls.call(hook, value, type, name);
            }
        }
    }

    private static void abstracts(PyType type) {
        if (!type.type().isSubtypeOf(Types.ABC_META)) {
            return;
        }
        TreeSet<String> names = new TreeSet<>();
        for (PyType each : type.mro()) {
            if (!each.isBuiltin()) {
                each.dict().keySet().stream()
                        .filter(id -> isAbstract(type.lookup(id)))
                        .forEach(names::add);
            }
        }
        type.define(ABSTRACT, frozen(names));
    }

    private static Object frozen(java.util.Set<String> names) {
        return Types.FROZENSET.call(new Object[] {PyList.of(names.toArray())}, NO_NAMES);
    }

    private static boolean isAbstract(@Nullable Object value) {
        Object plain =
                switch (value) {
                    case Property p -> p.getter();
                    case ClassMethod m -> m.function();
                    case StaticMethod m -> m.function();
                    case null, default -> value;
                };
        return plain instanceof PyObject function
                && !(plain instanceof PyType)
                && function.own("__isabstractmethod__") == Boolean.TRUE;
    }
}
