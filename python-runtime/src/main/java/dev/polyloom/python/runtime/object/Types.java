package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The built-in types. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
public final class Types {
    /** {@code object}. */
    public static final PyType OBJECT = PyType.root(ObjectType::fill);

    /** {@code type}. */
    public static final PyType TYPE = PyType.library("type", OBJECT, TypeType::fill);

    public static final PyType GETTER = type("getset_descriptor", null);
    static final PyType BUILTIN = type("builtin_function_or_method", FunctionType::fillBuiltin);
    public static final PyType METHOD_DESCRIPTOR =
            type("method_descriptor", FunctionType::fillBuiltin);

    public static final PyType WRAPPER_DESCRIPTOR =
            type("wrapper_descriptor", FunctionType::fillBuiltin);
    static final PyType METHOD_WRAPPER = type("method-wrapper", FunctionType::fillBuiltin);

    /** {@code function}. */
    public static final PyType FUNCTION = type("function", FunctionType::fill);

    static final PyType METHOD = type("method", FunctionType::fillMethod);
    static final PyType CLASS_METHOD = type("classmethod", FunctionType::fillWrapper);
    static final PyType STATIC_METHOD = type("staticmethod", FunctionType::fillWrapper);
    static final PyType PROPERTY = type("property", Property::fill);
    static final PyType SUPER = type("super", Super::fill);
    static final PyType MODULE = type("module", FunctionType::fillModule);

    /** {@code NoneType}. */
    public static final PyType NONE =
            type("NoneType", null).maker((t, a, n) -> only(t, a, None.NONE));

    /** {@code int}. */
    public static final PyType INT = type("int", NumberTypes::fillInt).maker(Numbers::makeInt);

    /** {@code bool}. */
    public static final PyType BOOL =
            PyType.library("bool", INT, null).maker((type, a, names) -> Numbers.makeBool(a));

    /** {@code float}. */
    public static final PyType FLOAT =
            type("float", NumberTypes::fillFloat).maker(Numbers::makeFloat);

    /** {@code str}. */
    public static final PyType STR = type("str", StrType::fill).maker(StrType::make);

    /** {@code bytes}. */
    public static final PyType BYTES = type("bytes", BytesType::fill).maker(BytesType::make);

    /** {@code bytearray}. */
    public static final PyType BYTEARRAY =
            type("bytearray", ByteArrayType::fill).maker(ByteArrayType::make);

    /** {@code memoryview}. */
    public static final PyType MEMORYVIEW =
            type("memoryview", PyMemoryView::fill).maker(PyMemoryView::make);

    /** {@code complex}. */
    public static final PyType COMPLEX =
            type("complex", ComplexType::fill).maker(ComplexType::make);

    /** {@code tuple}. */
    public static final PyType TUPLE = type("tuple", TupleType::fill).maker(TupleType::make);

    /** {@code list}. */
    public static final PyType LIST = type("list", ListType::fill).allocator(PyList::new);

    /** {@code dict}. */
    public static final PyType DICT = type("dict", DictType::fill).allocator(PyDict::new);

    /** {@code set}. */
    public static final PyType SET = type("set", SetType::fillSet).allocator(PySet::new);

    /** {@code frozenset}. */
    public static final PyType FROZENSET =
            type("frozenset", SetType::fill).maker(SetType::makeFrozen);

    /** {@code range}. */
    public static final PyType RANGE = type("range", PyRange::fill).maker(PyRange::make);

    static final PyType SLICE = type("slice", PySlice::fill).maker(TupleType::makeSlice);
    static final PyType DICT_KEYS = type("dict_keys", DictView::fill);
    static final PyType DICT_VALUES = type("dict_values", DictView::fill);
    static final PyType DICT_ITEMS = type("dict_items", DictView::fill);

    /** The type that iterators rest on. */
    public static final PyType ITERATOR = type("iterator", PyIterator::fill);

    static final PyType GENERATOR = PyType.library("generator", ITERATOR, Generator::fill);
    static final PyType COROUTINE = type("coroutine", Coroutine::fill);
    static final PyType COROUTINE_WRAPPER =
            PyType.library("coroutine_wrapper", ITERATOR, Coroutine.Iterator::fill);
    static final PyType ASYNC_STEP = type("async_generator_asend", Coroutine::fill);
    public static final PyType ASYNC_GENERATOR = type("async_generator", AsyncGenerator::fill);
    static final PyType GENERATOR_EXPRESSION = PyType.library("generator", GENERATOR, Lazy::fill);
    static final PyType CODE = type("code", Evaluation::fill);
    static final PyType TRACEBACK = type("traceback", Traceback::fill);
    public static final PyType FRAME = type("frame", CallFrame::fill);
    public static final PyType FUNCTION_CODE = type("code", Code::fill);

    /** {@code abc.ABC}. */
    public static final PyType ABC;

    /** {@code abc.ABCMeta}. */
    public static final PyType ABC_META =
            PyType.library("ABCMeta", TYPE, ClassBody::fillAbcMeta).module("abc");

    static final PyType NOT_IMPLEMENTED_TYPE =
            type("NotImplementedType", null).maker((t, a, n) -> only(t, a, Types.NOT_IMPLEMENTED));
    static final PyType ELLIPSIS_TYPE =
            type("ellipsis", null).maker((t, a, n) -> only(t, a, Types.ELLIPSIS));

    /** {@code NotImplemented}. */
    public static final PyObject NOT_IMPLEMENTED =
            new Named(NOT_IMPLEMENTED_TYPE, "NotImplemented");

    /** {@code Ellipsis}. */
    public static final PyObject ELLIPSIS = new Named(ELLIPSIS_TYPE, "Ellipsis");

    static {
        ABC = type("ABC", null).module("abc").meta(ABC_META);
        for (PyType type : new PyType[] {NOT_IMPLEMENTED_TYPE, ELLIPSIS_TYPE}) {
            type.method("__repr__", 0, 0, a -> ((Named) a[0]).name);
        }
    }

    private Types() {}

    private static Object only(PyType type, Object[] args, Object value) {
        if (args.length > 0) {
            throw Errors.type(type.name() + " takes no arguments");
        }
        return value;
    }

    /** A value that is only itself. */
    private static final class Named extends PyObject {
        private final String name;

        Named(PyType type, String name) {
            super(type);
            this.name = name;
        }
    }

    private static PyType type(String name, java.util.function.@Nullable Consumer<PyType> filler) {
        return PyType.library(name, OBJECT, filler);
    }

    /** Returns the type of a value. */
    public static PyType of(Object value) {
        if (value instanceof PyObject object) {
            return object.type();
        }
        return switch (value) {
            case Typed typed -> typed.type();
            case String text -> STR;
            case Long number -> INT;
            case Boolean truth -> BOOL;
            case Double number -> FLOAT;
            case BigInteger big -> INT;
            case None none -> NONE;
            default -> OBJECT;
        };
    }

    static Object objectHash() {
        return Basics.HASH;
    }

    static Object objectEq() {
        return Basics.EQ;
    }

    static Object objectStr() {
        return Basics.STR;
    }

    static Object objectRepr() {
        return Basics.REPR;
    }

    static Object tupleIter() {
        return Basics.TUPLE_ITER;
    }

    /** Methods that are known by identity. */
    private static final class Basics {
        static final Object HASH = of(OBJECT, "__hash__");
        static final Object EQ = of(OBJECT, "__eq__");
        static final Object STR = of(OBJECT, "__str__");
        static final Object REPR = of(OBJECT, "__repr__");
        static final Object TUPLE_ITER = of(TUPLE, "__iter__");

        private Basics() {}

        private static Object of(PyType type, String name) {
            return Objects.requireNonNull(type.lookup(name));
        }
    }

    /** Tells whether a value is of a type, or of one in a tuple. */
    public static boolean isInstance(Object value, Object types) {
        return isSubclass(of(value), types, value);
    }

    /** Tells whether a type is another or rests on it, or on one in a tuple. */
    public static boolean isSubclass(PyType type, Object types) {
        return isSubclass(type, types, null);
    }

    private static boolean isSubclass(PyType type, Object types, @Nullable Object value) {
        if (types instanceof PyTuple tuple) {
            return tuple.asList().stream().anyMatch(each -> isSubclass(type, each, value));
        }
        if (types instanceof UnionType union) {
            return union.members().stream().anyMatch(each -> isSubclass(type, each, value));
        }
        if (types instanceof GenericAlias) {
            throw Errors.type(
                    "%s() argument 2 cannot be a parameterized generic"
                            .formatted(value == null ? "issubclass" : "isinstance"));
        }
        if (!(types instanceof PyType wanted)) {
            Object hook =
                    of(types).lookup(value == null ? "__subclasscheck__" : "__instancecheck__");
            if (hook != null) {
                return Text.truth(Calls.special(hook, types, value == null ? type : value));
            }
            Object origin = Attributes.find(types, "__origin__");
            if (origin instanceof PyType) {
                return isSubclass(type, origin, value);
            }
            throw Errors.type(
                    value == null
                            ? "issubclass() arg 2 must be a class, a tuple of classes, or a union"
                            : "isinstance() arg 2 must be a type, a tuple of types, or a union");
        }
        if (value != null && type == wanted) {
            return true;
        }
        Object hook = wanted.metaMethod(value == null ? "__subclasscheck__" : "__instancecheck__");
        if (hook != null) {
            return Text.truth(Calls.special(hook, wanted, value == null ? type : value));
        }
        if (type.isSubtypeOf(wanted)) {
            return true;
        }
        Object check = wanted.dict().get("__check__");
        if (check != null && Text.truth(Calls.call(check, type, value == null ? type : value))) {
            return true;
        }
        return wanted.type() != TYPE && isVirtual(type, wanted);
    }

    private static boolean isVirtual(PyType type, PyType wanted) {
        Object hook = wanted.isNative() ? null : wanted.lookup("__subclasshook__");
        if (hook != null) {
            Object answer = Calls.call(Attributes.bind(hook, null, wanted), type);
            if (answer != NOT_IMPLEMENTED) {
                return Text.truth(answer);
            }
        }
        return wanted.hasRegistered(type)
                || wanted.subtypes().stream().anyMatch(each -> isSubclass(type, each, null));
    }
}
