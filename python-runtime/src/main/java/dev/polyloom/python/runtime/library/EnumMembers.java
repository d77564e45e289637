package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Boxed;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.ClassMethod;
import dev.polyloom.python.runtime.object.Compare;
import dev.polyloom.python.runtime.object.Construction;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Function;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Ops;
import dev.polyloom.python.runtime.object.Property;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.StaticMethod;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the members of an enumeration out of what its class statement has defined. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class EnumMembers {
    private static final Set<PyType> DATA =
            Set.of(Types.INT, Types.STR, Types.FLOAT, Types.BYTES, Types.TUPLE);

    private final PyType type;
    private final List<Object> values = new ArrayList<>();
    private final PyDict map = new PyDict();
    private final PyList names = new PyList();

    private EnumMembers(PyType type) {
        this.type = type;
    }

    /** Makes the members of a class. */
    static void create(PyType type) {
        for (PyType base : type.bases()) {
            if (!base.isNative() && base.isSubtypeOf(EnumModule.ENUM) && map(base).size() > 0) {
                throw Errors.type("%s cannot extend %s".formatted(type, base));
            }
        }
        new EnumMembers(type).create();
    }

    /** Returns the members of a class by all their names. */
    static PyDict map(PyType type) {
        return type.dict().get("_member_map_") instanceof PyDict known ? known : new PyDict();
    }

    /** Returns the names of the members, without further names of the same ones. */
    static PyList names(PyType type) {
        return type.dict().get("_member_names_") instanceof PyList known ? known : new PyList();
    }

    /** Returns the member of a value, or null. */
    static @Nullable Object find(PyType type, Object value) {
        PyDict known =
                (PyDict)
                        Objects.requireNonNull(
                                type.dict().getOrDefault("_value2member_map_", new PyDict()));
        try {
            return known.get(value);
        } catch (PyException e) {
            for (Object member : map(type).keys()) {
                Object each = Objects.requireNonNull(map(type).get(member));
                if (Compare.eq(EnumModule.own(each, "_value_"), value)) {
                    return each;
                }
            }
            return null;
        }
    }

    private void create() {
        Object ignored = type.dict().get("_ignore_");
        Set<Object> left =
                ignored == null
                        ? Set.of()
                        : Set.copyOf(
                                ignored instanceof String text
                                        ? List.of((Object[]) text.split("[ ,]+", -1))
                                        : Iteration.toList(ignored));
        type.define("_member_map_", map);
        type.define("_member_names_", names);
        type.define("_value2member_map_", new PyDict());
        showAsEnum();
        for (var each : type.owned().entrySet()) {
            if (left.contains(each.getKey())) {
                type.undefine(each.getKey());
            } else if (isMember(each.getKey(), each.getValue())) {
                add(each.getKey(), each.getValue());
            }
        }
    }

    /** Lets members of a class that rests on a plain type too show themselves as members. */
    private void showAsEnum() {
        PyType first =
                type.bases().stream()
                        .filter(base -> base.isSubtypeOf(EnumModule.ENUM))
                        .reduce((a, b) -> b)
                        .orElse(EnumModule.ENUM);
        for (String name : List.of("__repr__", "__str__", "__format__")) {
            Object found = type.lookup(name);
            boolean plain =
                    DATA.stream().anyMatch(data -> data.lookup(name) == found)
                            || found == Types.OBJECT.lookup(name);
            if (plain && !type.dict().containsKey(name)) {
                type.define(name, Objects.requireNonNull(first.lookup(name)));
            }
        }
    }

    private boolean isMember(String name, Object value) {
        boolean special = name.startsWith("_") && name.endsWith("_");
        if (special || name.startsWith("_" + type.name() + "__")) {
            return false;
        }
        boolean descriptor =
                value instanceof Function
                        || value instanceof Builtin
                        || value instanceof Property
                        || value instanceof ClassMethod
                        || value instanceof StaticMethod
                        || value instanceof PyType;
        return !descriptor && Types.of(value).lookup("__get__") == null;
    }

    private void add(String name, Object given) {
        Object value = given;
        if (value instanceof EnumAuto auto) {
            value = auto.resolve(each -> next(name));
        } else if (value instanceof PyTuple tuple
                && tuple.asList().stream().anyMatch(EnumAuto.class::isInstance)) {
            value =
                    PyTuple.of(
                            tuple.asList().stream()
                                    .map(e ->
                                            e instanceof EnumAuto auto
                                                    ? auto.resolve(x -> next(name))
                                                    : e)
                                    .toArray());
        }
        PyObject member = make(name, value);
        Object own = EnumModule.own(member, "_value_");
        values.add(own);
        Object known = find(type, own);
        if (known != null) {
            map.put(name, known);
            type.define(name, known);
            return;
        }
        boolean single = !type.isSubtypeOf(EnumModule.FLAG) || FlagType.isSingle(own);
        if (single) {
            names.append(name);
        }
        map.put(name, member);
        type.define(name, member);
        remember(type, own, member);
    }

    /** Notes which member a value has. */
    static void remember(PyType type, Object value, Object member) {
        PyDict known = (PyDict) Objects.requireNonNull(type.dict().get("_value2member_map_"));
        try {
            known.put(value, member);
        } catch (PyException e) {
            if (!e.is(dev.polyloom.python.runtime.object.Exceptions.TYPE_ERROR)) {
                throw e;
            }
        }
    }

    private Object next(String name) {
        Object maker = Objects.requireNonNull(type.lookup("_generate_next_value_"));
        Object plain = maker instanceof StaticMethod ? Attributes.get(maker, "__func__") : maker;
        return Calls.call(plain, name, 1L, (long) values.size(), PyList.copyOf(values));
    }

    /** Returns the value that follows those of the members before, as {@code Enum} has it. */
    static Object nextValue(Object[] a) {
        List<Object> last = Iteration.toList(a[3]);
        if (last.isEmpty()) {
            return a[1];
        }
        Object most = last.getFirst();
        for (Object each : last) {
            most = Compare.gt(each, most) ? each : most;
        }
        return Ops.add(most, 1L);
    }

    private PyObject make(String name, Object value) {
        Object[] args = value instanceof PyTuple tuple ? tuple.array() : new Object[] {value};
        Object custom = type.lookup("__new__");
        PyObject member;
        if (custom != null) {
            Object plain =
                    custom instanceof StaticMethod ? Attributes.get(custom, "__func__") : custom;
            Object[] all = new Object[args.length + 1];
            all[0] = type;
            System.arraycopy(args, 0, all, 1, args.length);
            member = (PyObject) Calls.call(plain, all);
        } else if (type.mro().stream().anyMatch(DATA::contains)) {
            member = (PyObject) Construction.bare(type, args);
        } else {
            member = new PyObject(type);
        }
        if (member.own("_value_") == null) {
            member.setOwn("_value_", member instanceof Boxed boxed ? boxed.value() : value);
        }
        member.setOwn("_name_", name);
        member.setOwn("__objclass__", type);
        member.setOwn("_sort_order_", (long) names.size());
        Object init = type.lookup("__init__");
        if (init instanceof Function) {
            Object[] all = new Object[args.length + 1];
            all[0] = member;
            System.arraycopy(args, 0, all, 1, args.length);
            Object result = Calls.call(init, all);
            if (result != None.NONE) {
                throw Errors.type("__init__() should return None");
            }
        }
        return member;
    }
}
