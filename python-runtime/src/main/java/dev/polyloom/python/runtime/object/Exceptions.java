package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The types of exceptions, and what all exceptions can do. */
public final class Exceptions {
    private static final Map<String, PyType> ALL = new LinkedHashMap<>();

    /** {@code BaseException}. */
    public static final PyType BASE_EXCEPTION =
            add(PyType.library("BaseException", Types.OBJECT, Exceptions::fill));

    /** {@code BaseExceptionGroup}. */
    static final PyType BASE_GROUP =
            PyType.library(
                    "BaseExceptionGroup", BASE_EXCEPTION, type -> ExceptionGroups.fill(type));

    /** {@code Exception}. */
    public static final PyType EXCEPTION = add("Exception", BASE_EXCEPTION);

    /** {@code TypeError}. */
    public static final PyType TYPE_ERROR = add("TypeError", EXCEPTION);

    /** {@code ValueError}. */
    public static final PyType VALUE_ERROR = add("ValueError", EXCEPTION);

    /** {@code AttributeError}. */
    public static final PyType ATTRIBUTE_ERROR = add("AttributeError", EXCEPTION);

    /** {@code LookupError}. */
    public static final PyType LOOKUP_ERROR = add("LookupError", EXCEPTION);

    /** {@code IndexError}. */
    public static final PyType INDEX_ERROR = add("IndexError", LOOKUP_ERROR);

    /** {@code KeyError}. */
    public static final PyType KEY_ERROR = add("KeyError", LOOKUP_ERROR);

    /** {@code NameError}. */
    public static final PyType NAME_ERROR = add("NameError", EXCEPTION);

    /** {@code UnboundLocalError}. */
    public static final PyType UNBOUND_LOCAL_ERROR = add("UnboundLocalError", NAME_ERROR);

    /** {@code RuntimeError}. */
    public static final PyType RUNTIME_ERROR = add("RuntimeError", EXCEPTION);

    /** {@code RecursionError}. */
    public static final PyType RECURSION_ERROR = add("RecursionError", RUNTIME_ERROR);

    /** {@code NotImplementedError}. */
    public static final PyType NOT_IMPLEMENTED_ERROR = add("NotImplementedError", RUNTIME_ERROR);

    /** {@code ArithmeticError}. */
    public static final PyType ARITHMETIC_ERROR = add("ArithmeticError", EXCEPTION);

    /** {@code ZeroDivisionError}. */
    public static final PyType ZERO_DIVISION_ERROR = add("ZeroDivisionError", ARITHMETIC_ERROR);

    /** {@code OverflowError}. */
    public static final PyType OVERFLOW_ERROR = add("OverflowError", ARITHMETIC_ERROR);

    /** {@code AssertionError}. */
    public static final PyType ASSERTION_ERROR = add("AssertionError", EXCEPTION);

    /** {@code MemoryError}. */
    public static final PyType MEMORY_ERROR = add("MemoryError", EXCEPTION);

    /** {@code SystemError}. */
    public static final PyType SYSTEM_ERROR = add("SystemError", EXCEPTION);

    /** {@code StopIteration}. */
    public static final PyType STOP_ITERATION =
            add("StopIteration", EXCEPTION, ExceptionTypes::stop);

    /** {@code StopAsyncIteration}. */
    public static final PyType STOP_ASYNC_ITERATION = add("StopAsyncIteration", EXCEPTION);

    /** {@code GeneratorExit}. */
    public static final PyType GENERATOR_EXIT = add("GeneratorExit", BASE_EXCEPTION);

    /** {@code KeyboardInterrupt}. */
    public static final PyType KEYBOARD_INTERRUPT = add("KeyboardInterrupt", BASE_EXCEPTION);

    /** {@code SystemExit}. */
    public static final PyType SYSTEM_EXIT =
            add("SystemExit", BASE_EXCEPTION, ExceptionTypes::exit);

    /** {@code ImportError}. */
    public static final PyType IMPORT_ERROR =
            add("ImportError", EXCEPTION, ExceptionTypes::imports);

    /** {@code OSError}. */
    public static final PyType OS_ERROR = add("OSError", EXCEPTION);

    /** {@code TimeoutError}. */
    public static final PyType TIMEOUT_ERROR = add("TimeoutError", OS_ERROR);

    /** {@code Warning}. */
    public static final PyType WARNING = add("Warning", EXCEPTION);

    static {
        add("SyntaxError", EXCEPTION, ExceptionTypes::syntax);
        add("IndentationError", named("SyntaxError"));
        add("TabError", named("IndentationError"));
        add("ModuleNotFoundError", IMPORT_ERROR);
        add("FloatingPointError", ARITHMETIC_ERROR);
        add("BufferError", EXCEPTION);
        add("EOFError", EXCEPTION);
        add("ReferenceError", EXCEPTION);
        add("UnicodeError", VALUE_ERROR);
        add("UnicodeDecodeError", named("UnicodeError"), ExceptionTypes::unicodeDecode);
        add("UnicodeEncodeError", named("UnicodeError"), ExceptionTypes::unicodeDecode);
        add("UnicodeTranslateError", named("UnicodeError"), ExceptionTypes::unicodeTranslate);
        for (String name :
                new String[] {
                    "FileNotFoundError",
                    "FileExistsError",
                    "PermissionError",
                    "IsADirectoryError",
                    "NotADirectoryError",
                    "InterruptedError",
                    "BlockingIOError",
                    "ChildProcessError",
                    "ProcessLookupError",
                    "ConnectionError"
                }) {
            add(name, OS_ERROR);
        }
        for (String name :
                new String[] {
                    "BrokenPipeError",
                    "ConnectionResetError",
                    "ConnectionRefusedError",
                    "ConnectionAbortedError"
                }) {
            add(name, named("ConnectionError"));
        }
        for (String name :
                new String[] {
                    "UserWarning",
                    "DeprecationWarning",
                    "PendingDeprecationWarning",
                    "ImportWarning",
                    "UnicodeWarning",
                    "BytesWarning",
                    "EncodingWarning",
                    "RuntimeWarning",
                    "FutureWarning",
                    "SyntaxWarning",
                    "PendingDeprecationWarning",
                    "ImportWarning",
                    "UnicodeWarning",
                    "BytesWarning",
                    "EncodingWarning",
                    "ResourceWarning"
                }) {
            add(name, WARNING);
        }
        STOP_ITERATION.getter("value", Exceptions::first);
        SYSTEM_EXIT.getter("code", Exceptions::first);
        SystemErrors.fill(OS_ERROR);
        ALL.put("IOError", OS_ERROR);
        ALL.put("EnvironmentError", OS_ERROR);
    }

    private Exceptions() {}

    private static PyType add(String name, PyType base) {
        return add(PyType.library(name, base, null));
    }

    private static PyType add(String name, PyType base, Consumer<PyType> filler) {
        return add(PyType.library(name, base, filler));
    }

    private static PyType add(PyType type) {
        type.allocator(PyException::new);
        type.maker((made, args, names) -> {
            if (names.length > 0 && made.isNative() && !ExceptionTypes.takes(made, names)) {
                throw Errors.type(ExceptionTypes.complaint(made, names));
            }
            Object[] values = java.util.Arrays.copyOf(args, args.length - names.length);
            ExceptionTypes.check(made, values);
            PyException error = new PyException(SystemErrors.typeFor(made, values), values);
            if (made.isNative()) {
                for (int i = 0; i < names.length; i++) {
                    error.setOwn(names[i], args[values.length + i]);
                }
            }
            return error;
        });
        ALL.put(type.name(), type);
        return type;
    }

    private static Object addNote(PyException error, Object note) {
        if (!(note instanceof String)) {
            throw Errors.type("note must be a str, not '%s'".formatted(Types.of(note).name()));
        }
        Object notes = error.own("__notes__");
        PyList list = notes instanceof PyList known ? known : new PyList();
        list.append(note);
        error.setOwn("__notes__", list);
        return None.NONE;
    }

    private static void setTraceback(PyException error, Object value) {
        if (value == None.NONE) {
            error.legs().set(java.util.List::of);
        } else if (value instanceof Traceback traceback) {
            error.legs().set(traceback::frames);
        } else {
            throw Errors.type("__traceback__ must be a traceback or None");
        }
    }

    private static Object first(Object error) {
        PyTuple args = of(error).arguments();
        return args.size() == 0 ? None.NONE : args.get(0);
    }

    /** Returns the built-in exception type of a name. */
    public static PyType named(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }

    /** Returns all built-in exception types by name. */
    public static Map<String, PyType> all() {
        return new LinkedHashMap<>(ALL);
    }

    private static PyException of(Object self) {
        return (PyException) self;
    }

    private static void fill(PyType type) {
        type.method(
                "__init__",
                0,
                -1,
                a -> {
                    of(a[0]).setArguments(PyTuple.of(a).slice(1, a.length));
                    return None.NONE;
                });
        type.method("__str__", 0, 0, a -> text(of(a[0])));
        type.method("__repr__", 0, 0, a -> repr(of(a[0])));
        type.method(
                "with_traceback",
                1,
                1,
                a -> {
                    setTraceback(of(a[0]), a[1]);
                    return a[0];
                });
        type.method(
                "__setstate__",
                1,
                1,
                a -> {
                    ((PyDict) a[1]).forEach((k, v) -> of(a[0]).setOwn((String) k, v));
                    return None.NONE;
                });
        type.method("add_note", 1, 1, a -> addNote(of(a[0]), a[1]));
        type.getter(
                "args",
                self -> of(self).arguments(),
                (self, value) -> of(self).setArguments(PyTuple.from(value)));
        type.getter(
                "__cause__",
                self -> orNone(of(self).origin()),
                (self, value) -> of(self).from(value instanceof PyException e ? e : null));
        type.getter(
                "__context__",
                self -> orNone(of(self).context()),
                (self, value) -> of(self).setContext(value instanceof PyException e ? e : null));
        type.getter(
                "__suppress_context__",
                self -> of(self).isContextHidden(),
                (self, value) -> of(self).hideContext(Text.truth(value)));
        type.getter(
                "__traceback__",
                self -> Traceback.of(of(self)),
                (self, value) -> setTraceback(of(self), value));
    }

    private static Object orNone(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? None.NONE : value;
    }

    /** Returns {@code str} of an exception by its arguments. */
    static String text(PyException error) {
        PyTuple args = error.arguments();
        if (args.size() == 2 && error.is(OS_ERROR)) {
            return SystemErrors.text(error.given());
        }
        if (args.size() == 2 && error.is(named("SyntaxError"))) {
            return ExceptionTypes.syntaxText(error);
        }
        return switch (args.size()) {
            case 0 -> "";
            case 1 -> error.is(KEY_ERROR) ? Text.repr(args.get(0)) : Text.str(args.get(0));
            default -> Text.str(args);
        };
    }

    private static String repr(PyException error) {
        PyTuple args = error.arguments();
        String inside = args.size() == 1 ? "(" + Text.repr(args.get(0)) + ")" : Text.repr(args);
        return error.type().name() + inside;
    }
}
