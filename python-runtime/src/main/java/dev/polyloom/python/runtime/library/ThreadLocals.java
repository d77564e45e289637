package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Function;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Types;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** {@code threading.local}: an object whose attributes each thread has for itself. */
final class ThreadLocals extends PyObject {
    static final PyType TYPE =
            PyType.library("_local", Types.OBJECT, type -> type.dict().put("__open__", true))
                    .module("_thread")
                    .maker(ThreadLocals::new);

    private final Map<PyThread, Map<String, Object>> values =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final Object[] args;
    private final String[] names;

    private ThreadLocals(PyType type, Object[] args, String[] names) {
        super(type);
        if (args.length > 0 && !(type.lookup("__init__") instanceof Function)) {
            throw Errors.type("Initialization arguments are not supported");
        }
        this.args = args;
        this.names = names;
        values.put(PyThread.current(), new LinkedHashMap<>());
    }

    /** Returns the attributes of the calling thread; its first look at them initialises them. */
    private Map<String, Object> mine() {
        PyThread thread = PyThread.current();
        Map<String, Object> known = values.get(thread);
        if (known != null) {
            return known;
        }
        Map<String, Object> made = new LinkedHashMap<>();
        values.put(thread, made);
        if (type().lookup("__init__") instanceof Function own) {
            Calls.call(own, Calls.prepend(this, args), names);
        }
        return made;
    }

    @Override
    protected boolean isSlotted() {
        return false;
    }

    @Override
    public @Nullable Object own(String name) {
        return mine().get(name);
    }

    @Override
    public void setOwn(String name, Object value) {
        mine().put(name, value);
    }

    @Override
    public boolean deleteOwn(String name) {
        return mine().remove(name) != null;
    }

    @Override
    public Map<String, Object> owned() {
        return new LinkedHashMap<>(mine());
    }
}
