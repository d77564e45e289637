package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Generator;
import dev.polyloom.python.runtime.object.Lazy;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Types;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** The abstract classes of containers, of the module {@code collections.abc}. */
final class AbstractCollections {
    static final PyType HASHABLE = protocol("Hashable", Types.OBJECT, "__hash__");
    static final PyType ITERABLE = protocol("Iterable", Types.OBJECT, "__iter__");
    static final PyType SIZED = protocol("Sized", Types.OBJECT, "__len__");
    static final PyType CONTAINER = protocol("Container", Types.OBJECT, "__contains__");
    static final PyType CALLABLE = protocol("Callable", Types.OBJECT, "__call__");
    static final PyType AWAITABLE = protocol("Awaitable", Types.OBJECT, "__await__");
    static final PyType ASYNC_ITERABLE = protocol("AsyncIterable", Types.OBJECT, "__aiter__");
    static final PyType COROUTINE =
            protocol("Coroutine", AWAITABLE, "__await__", "send", "throw", "close");
    static final PyType ASYNC_ITERATOR =
            protocol("AsyncIterator", ASYNC_ITERABLE, "__anext__", "__aiter__");
    static final PyType ASYNC_GENERATOR =
            protocol("AsyncGenerator", ASYNC_ITERATOR, "__anext__", "__aiter__", "asend", "athrow");
    static final PyType ITERATOR = protocol("Iterator", ITERABLE, "__next__", "__iter__");
    static final PyType REVERSIBLE = protocol("Reversible", ITERABLE, "__reversed__", "__iter__");
    static final PyType GENERATOR =
            protocol("Generator", ITERATOR, "__iter__", "__next__", "send", "throw", "close");
    static final PyType COLLECTION =
            protocol("Collection", ITERABLE, "__len__", "__iter__", "__contains__");
    static final PyType SEQUENCE =
            container("Sequence", COLLECTION, SequenceMethods::fill, "__getitem__", "__len__");
    static final PyType MUTABLE_SEQUENCE =
            container(
                    "MutableSequence",
                    SEQUENCE,
                    SequenceMethods::fillMutable,
                    "__setitem__",
                    "__delitem__",
                    "insert");
    static final PyType SET =
            container("Set", COLLECTION, SetMethods::fill, "__contains__", "__iter__", "__len__");
    static final PyType MUTABLE_SET =
            container("MutableSet", SET, SetMethods::fillMutable, "add", "discard");
    static final PyType MAPPING =
            container(
                    "Mapping",
                    COLLECTION,
                    MappingMethods::fill,
                    "__getitem__",
                    "__iter__",
                    "__len__");
    static final PyType MUTABLE_MAPPING =
            container(
                    "MutableMapping",
                    MAPPING,
                    MappingMethods::fillMutable,
                    "__setitem__",
                    "__delitem__");
    static final PyType BYTE_STRING = container("ByteString", SEQUENCE, type -> {});
    static final PyType MAPPING_VIEW = container("MappingView", SIZED, MappingViews::fill);
    static final PyType KEYS_VIEW = container("KeysView", MAPPING_VIEW, MappingViews::fillKeys);
    static final PyType ITEMS_VIEW = container("ItemsView", MAPPING_VIEW, MappingViews::fillItems);
    static final PyType VALUES_VIEW =
            container("ValuesView", MAPPING_VIEW, MappingViews::fillValues);

    private static final Set<String> CALLABLES =
            Set.of("builtin_function_or_method", "method_descriptor", "method", "type");

    static {
        MUTABLE_SEQUENCE.register(Types.LIST);
        MUTABLE_SEQUENCE.register(Deque.TYPE);
        SEQUENCE.register(Types.TUPLE);
        SEQUENCE.register(Types.STR);
        SEQUENCE.register(Types.RANGE);
        SEQUENCE.register(Types.BYTES);
        BYTE_STRING.register(Types.BYTES);
        MUTABLE_SET.register(Types.SET);
        SET.register(Types.FROZENSET);
        MUTABLE_MAPPING.register(Types.DICT);
        KEYS_VIEW.register(Types.of(keys("keys")));
        ITEMS_VIEW.register(Types.of(keys("items")));
        VALUES_VIEW.register(Types.of(keys("values")));
        SIZED.register(COLLECTION);
        CONTAINER.register(COLLECTION);
        REVERSIBLE.register(SEQUENCE);
        GENERATOR.register(Types.of(new Generator("", self -> None.NONE)));
        GENERATOR.register(Types.of(Lazy.map(PyTuple.EMPTY, each -> each)));
        SET.register(KEYS_VIEW);
        SET.register(ITEMS_VIEW);
    }

    private AbstractCollections() {}

    private static Object keys(String method) {
        return dev.polyloom.python.runtime.object.Calls.method(
                new dev.polyloom.python.runtime.object.PyDict(), method);
    }

    private static final List<PyType> ALL =
            List.of(
                    HASHABLE,
                    ITERABLE,
                    SIZED,
                    CONTAINER,
                    CALLABLE,
                    AWAITABLE,
                    ASYNC_ITERABLE,
                    COROUTINE,
                    ASYNC_ITERATOR,
                    ASYNC_GENERATOR,
                    ITERATOR,
                    REVERSIBLE,
                    GENERATOR,
                    COLLECTION,
                    SEQUENCE,
                    MUTABLE_SEQUENCE,
                    SET,
                    MUTABLE_SET,
                    MAPPING,
                    MUTABLE_MAPPING,
                    BYTE_STRING,
                    MAPPING_VIEW,
                    KEYS_VIEW,
                    ITEMS_VIEW,
                    VALUES_VIEW);

    static Module make() {
        Module module = new Module("collections.abc");
        ALL.forEach(type -> module.put(type.name(), type));
        return module;
    }

    /** Makes a class to which all belong that have some methods. */
    private static PyType protocol(String name, PyType base, String... methods) {
        return container(
                name,
                base,
                type -> {
                    type.dict()
                            .put(
                                    "__check__",
                                    Builtin.function(
                                            "__check__", 2, 2, a -> has((PyType) a[0], methods)));
                    if (base == ITERABLE && Set.of(methods).contains("__next__")) {
                        type.method("__iter__", 0, 0, a -> a[0]);
                    }
                },
                name.equals("Generator")
                        ? new String[] {"send", "throw"}
                        : Set.of("Iterator", "AsyncIterator").contains(name)
                                ? new String[] {methods[0]}
                                : methods);
    }

    private static boolean has(PyType type, String... methods) {
        for (String each : methods) {
            Object found = type.lookup(each);
            boolean callable =
                    each.equals("__call__")
                            && (CALLABLES.contains(type.name()) || type.isSubtypeOf(Types.TYPE));
            if ((found == null || found == None.NONE) && !callable) {
                return false;
            }
        }
        return true;
    }

    private static PyType container(
            String name, PyType base, Consumer<PyType> filler, String... abstracts) {
        return PyType.library(
                        name,
                        base,
                        type -> {
                            for (String each : abstracts) {
                                type.dict().put(each, abstractMethod(each));
                            }
                            filler.accept(type);
                        })
                .module("collections.abc")
                .meta(Types.ABC_META);
    }

    private static Builtin abstractMethod(String name) {
        Builtin made =
                Builtin.function(
                        name,
                        0,
                        -1,
                        a -> {
                            throw Errors.of(
                                    Objects.requireNonNull(Exceptions.NOT_IMPLEMENTED_ERROR));
                        });
        made.setOwn("__isabstractmethod__", true);
        return made;
    }
}
