package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.BoundMethod;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Forkable;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Realm;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code functools.partial}: a function some of whose arguments are known. */
final class Partial extends PyObject implements Forkable {
    static final PyType TYPE = type("partial", Partial::fill);
    static final PyType METHOD = type("partialmethod", Partial::fillMethod);

    private Object function = None.NONE;
    private PyTuple args = PyTuple.EMPTY;
    private PyDict named = new PyDict();

    private Partial(PyType type) {
        super(type);
    }

    private static PyType type(String name, java.util.function.Consumer<PyType> filler) {
        return PyType.library(name, Types.OBJECT, filler)
                .module("functools")
                .allocator(Partial::new);
    }

    private static Partial of(Object self) {
        return (Partial) self;
    }

    private static void common(PyType type) {
        type.dict().put("__open__", true);
        type.method("__init__", "func, /, *args, **keywords", a -> of(a[0]).init(a));
        type.getter("func", self -> of(self).function);
        type.getter("args", self -> of(self).args);
        type.getter("keywords", self -> of(self).named);
        type.method("__repr__", 0, 0, a -> of(a[0]).repr());
    }

    private static void fill(PyType type) {
        common(type);
        type.method("__call__", "*args, **kwargs", FunctoolsModule::call);
    }

    private static void fillMethod(PyType type) {
        common(type);
        type.method("__get__", 1, 2, a -> of(a[0]).bound(a[1]));
    }

    private Object init(Object[] a) {
        if (Types.of(a[1]).lookup("__call__") == null
                && Types.of(a[1]).lookup("__get__") == null
                && !(a[1] instanceof PyObject)) {
            throw Errors.type("the first argument must be callable");
        }
        function = a[1];
        args = (PyTuple) a[2];
        named = (PyDict) a[3];
        if (function instanceof Partial inner && type() == TYPE && inner.type() == TYPE) {
            List<Object> all = new ArrayList<>(inner.args.asList());
            all.addAll(args.asList());
            args = PyTuple.of(all.toArray());
            PyDict both = inner.named.copy();
            both.putAll(named);
            named = both;
            function = inner.function;
        }
        return None.NONE;
    }

    @Override
    public Object fork(Realm.Copier copier) {
        Partial made = new Partial(type());
        copier.note(this, made);
        made.function = copier.copy(function);
        made.args = (PyTuple) copier.copy(args);
        made.named = (PyDict) copier.copy(named);
        return made;
    }

    @Override
    public Object call(Object[] given, String[] names) {
        return call(given, names, PyTuple.EMPTY);
    }

    private Object call(Object[] given, String[] names, PyTuple before) {
        if (named.size() == 0) {
            return Calls.call(function, joined(before, given), names);
        }
        PyDict all = named.copy();
        int plain = given.length - names.length;
        for (int i = 0; i < names.length; i++) {
            all.put(names[i], given[plain + i]);
        }
        Object[] positional = joined(before, Arrays.copyOf(given, plain));
        return Calls.call(
                function,
                FunctoolsModule.join(positional, new Object[0], all),
                FunctoolsModule.names(all));
    }

    private Object[] joined(PyTuple before, Object[] given) {
        List<Object> all = new ArrayList<>(before.asList());
        all.addAll(args.asList());
        all.addAll(Arrays.asList(given));
        return all.toArray();
    }

    private Object bound(Object object) {
        if (object == None.NONE) {
            return this;
        }
        Object plain = Attributes.bind(function, object, Types.of(object));
        if (plain instanceof BoundMethod method) {
            Partial bound = new Partial(TYPE);
            bound.function = method;
            bound.args = args;
            bound.named = named;
            return bound;
        }
        throw Errors.type("partialmethod needs a function");
    }

    private String repr() {
        return Text.guarded(
                this,
                "functools.partial(...)",
                () -> {
                    List<String> parts = new ArrayList<>();
                    parts.add(Text.repr(function));
                    args.asList().forEach(each -> parts.add(Text.repr(each)));
                    named.forEach((key, value) -> parts.add(key + "=" + Text.repr(value)));
                    return "functools.%s(%s)".formatted(type().name(), String.join(", ", parts));
                });
    }
}
