package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** The module {@code decimal}: its signals, and the context of each thread. */
final class DecimalModule {
    static final PyType DECIMAL_EXCEPTION = signal("DecimalException", Exceptions.ARITHMETIC_ERROR);
    static final PyType INVALID = signal("InvalidOperation", DECIMAL_EXCEPTION);
    static final PyType OVERFLOW = signal("Overflow", DECIMAL_EXCEPTION);
    static final PyType BY_ZERO =
            PyType.library(
                            "DivisionByZero",
                            List.of(DECIMAL_EXCEPTION, Exceptions.ZERO_DIVISION_ERROR),
                            null)
                    .module("decimal");
    private static final PyType CONTEXT =
            PyType.library("Context", Types.OBJECT, DecimalModule::fill)
                    .module("decimal")
                    .allocator(Context::new);
    private static final ThreadLocal<Context> CURRENT =
            ThreadLocal.withInitial(() -> new Context(CONTEXT));

    private DecimalModule() {}

    private static PyType signal(String name, PyType base) {
        return PyType.library(name, base, null).module("decimal");
    }

    static Module make() {
        Module module = new Module("decimal");
        module.put("Decimal", Decimal.TYPE);
        module.put("Context", CONTEXT);
        for (PyType each : List.of(DECIMAL_EXCEPTION, INVALID, BY_ZERO, OVERFLOW)) {
            module.put(each.name(), each);
        }
        for (String name : List.of("Inexact", "Rounded", "Underflow", "Clamped")) {
            module.put(name, signal(name, DECIMAL_EXCEPTION));
        }
        for (String name :
                List.of("UP", "DOWN", "CEILING", "FLOOR", "HALF_UP", "HALF_DOWN", "HALF_EVEN")) {
            module.put("ROUND_" + name, "ROUND_" + name);
        }
        module.function("getcontext", 0, 0, a -> CURRENT.get());
        module.function(
                "setcontext",
                1,
                1,
                a -> {
                    CURRENT.set((Context) a[0]);
                    return None.NONE;
                });
        module.function(
                "localcontext",
                "ctx=None, **kwargs",
                a -> new Local(a[0] == None.NONE ? CURRENT.get() : (Context) a[0], a[1]));
        return module;
    }

    /** How many digits results have, and how they are rounded. */
    static final class Context extends PyObject {
        private long digits = 28;
        private Object rounding = "ROUND_HALF_EVEN";

        Context(PyType type) {
            super(type);
        }

        Context twin() {
            Context twin = new Context(type());
            twin.digits = digits;
            twin.rounding = rounding;
            return twin;
        }
    }

    /** A context that holds within a {@code with} statement. */
    private static final class Local extends PyObject {
        private static final PyType TYPE =
                PyType.library(
                                "_ContextManager",
                                Types.OBJECT,
                                type -> {
                                    type.method("__enter__", 0, 0, a -> ((Local) a[0]).enter());
                                    type.method("__exit__", 3, 3, a -> ((Local) a[0]).leave());
                                })
                        .module("decimal");

        private final Context own;
        private Context before = CURRENT.get();

        Local(Context from, Object changes) {
            super(TYPE);
            own = from.twin();
            ((dev.polyloom.python.runtime.object.PyDict) changes)
                    .forEach((name, value) ->
                            dev.polyloom.python.runtime.object.Attributes.set(
                                    own, (String) name, value));
        }

        private Object enter() {
            before = CURRENT.get();
            CURRENT.set(own);
            return own;
        }

        private Object leave() {
            CURRENT.set(before);
            return None.NONE;
        }
    }

    private static Context of(Object self) {
        return (Context) self;
    }

    private static void fill(PyType type) {
        type.method(
                "__init__",
                "prec=28, rounding='ROUND_HALF_EVEN', Emin=None, Emax=None, capitals=None,"
                        + " clamp=None, flags=None, traps=None",
                a -> {
                    of(a[0]).digits = Numbers.index(a[1]);
                    of(a[0]).rounding = a[2] == None.NONE ? "ROUND_HALF_EVEN" : a[2];
                    return None.NONE;
                });
        type.getter("prec", self -> of(self).digits, (self, value) -> setDigits(self, value));
        type.getter(
                "rounding",
                self -> of(self).rounding,
                (self, value) -> {
                    mode(value);
                    of(self).rounding = value;
                });
        type.method("copy", 0, 0, a -> of(a[0]).twin());
        type.method(
                "create_decimal", 1, 1, a -> Decimal.TYPE.call(new Object[] {a[1]}, new String[0]));
    }

    private static void setDigits(Object self, Object value) {
        long digits = Numbers.index(value);
        if (digits < 1) {
            throw Errors.value("valid range for prec is [1, MAX_PREC]");
        }
        of(self).digits = digits;
    }

    /** Returns the context of this thread, for Java's arithmetic. */
    static MathContext math() {
        Context now = CURRENT.get();
        return new MathContext((int) now.digits, mode(now.rounding));
    }

    /** Returns Java's name for a way of rounding. */
    static RoundingMode mode(Object rounding) {
        String name = Text.str(rounding);
        for (RoundingMode each : RoundingMode.values()) {
            if (name.equals("ROUND_" + each)) {
                return each;
            }
        }
        throw Errors.type(
                "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP,"
                        + " ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n"
                        + "   ROUND_05UP]");
    }

    /** Returns the exception of a signal, which names the condition. */
    static PyException raised(PyType signal, String condition) {
        PyType shown = PyType.library(condition, signal, null).module("decimal");
        return Errors.of(signal, dev.polyloom.python.runtime.object.PyList.of(shown));
    }
}
