package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;

/** {@code contextvars.ContextVar}. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
public final class ContextVariable extends PyObject {
    /** Stands for a value that is not there. */
    static final PyObject MISSING = new PyObject(Types.OBJECT);

    private static final PyType TYPE =
            PyType.library("ContextVar", Types.OBJECT, ContextVariable::fill)
                    .module("_contextvars")
                    .allocator(ContextVariable::new);
    private static final PyType TOKEN =
            PyType.library("Token", Types.OBJECT, Token::fill).module("_contextvars");

    private String name = "";
    private Object otherwise = MISSING;

    private ContextVariable(PyType type) {
        super(type);
    }

    /** Makes the module {@code contextvars}. */
    public static Module module() {
        Module module = new Module("contextvars");
        module.put("ContextVar", TYPE);
        module.put("Context", Context.TYPE);
        module.put("Token", TOKEN);
        module.function("copy_context", 0, 0, a -> Context.current().copy());
        return module;
    }

    private static ContextVariable of(Object[] a) {
        return (ContextVariable) a[0];
    }

    private static void fill(PyType type) {
        type.method(
                "__init__",
                "name, /, *, default=",
                a -> {
                    of(a).name = Text.str(a[1]);
                    of(a).otherwise = a[2];
                    return None.NONE;
                },
                MISSING);
        type.method("get", "default=", a -> of(a).get(a[1]), MISSING);
        type.method("set", 1, 1, a -> of(a).set(a[1]));
        type.method("reset", 1, 1, a -> of(a).reset(a[1]));
        type.getter("name", self -> ((ContextVariable) self).name);
        type.method("__repr__", 0, 0, a -> of(a).text());
    }

    private Object get(Object given) {
        Object value = Context.current().get(this, given == MISSING ? otherwise : given);
        if (value == MISSING) {
            throw Errors.of(Exceptions.LOOKUP_ERROR, this);
        }
        return value;
    }

    private Object set(Object value) {
        Context context = Context.current();
        return new Token(context, this, context.set(this, value));
    }

    private Object reset(Object given) {
        Token token = (Token) given;
        if (token.used) {
            throw Errors.runtime(Text.repr(token) + " has already been used once");
        }
        if (token.variable != this) {
            throw Errors.value(Text.repr(token) + " was created by a different ContextVar");
        }
        if (token.context != Context.current()) {
            throw Errors.value(Text.repr(token) + " was created in a different Context");
        }
        token.used = true;
        if (token.before == MISSING) {
            token.context.remove(this);
        } else {
            token.context.set(this, token.before);
        }
        return None.NONE;
    }

    private String text() {
        return "<ContextVar name=%s%s at %s>"
                .formatted(
                        Text.repr(name),
                        otherwise == MISSING ? "" : " default=" + Text.repr(otherwise),
                        Text.address(this));
    }

    /** What {@code set} returns, to go back to the value before. */
    private static final class Token extends PyObject {
        private final Context context;
        private final ContextVariable variable;
        private final Object before;
        private boolean used;

        Token(Context context, ContextVariable variable, Object before) {
            super(TOKEN);
            this.context = context;
            this.variable = variable;
            this.before = before;
        }

        static void fill(PyType type) {
            PyObject missing = new PyObject(Types.OBJECT);
            type.dict().put("MISSING", missing);
            type.getter("var", self -> ((Token) self).variable);
            type.getter(
                    "old_value",
                    self -> ((Token) self).before == MISSING ? missing : ((Token) self).before);
            type.method("__repr__", 0, 0, a -> ((Token) a[0]).text());
        }

        private String text() {
            return "<Token%s var=%s at %s>"
                    .formatted(used ? " used" : "", Text.repr(variable), Text.address(this));
        }
    }
}
