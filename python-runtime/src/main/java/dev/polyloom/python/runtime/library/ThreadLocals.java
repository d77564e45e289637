package dev.polyloom.python.runtime.library;

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
            PyType.library("local", Types.OBJECT, type -> type.dict().put("__open__", true))
                    .module("_thread")
                    .allocator(ThreadLocals::new);

    private final Map<PyThread, Map<String, Object>> values =
            Collections.synchronizedMap(new WeakHashMap<>());

    private ThreadLocals(PyType type) {
        super(type);
    }

    private Map<String, Object> mine() {
        return values.computeIfAbsent(PyThread.current(), key -> new LinkedHashMap<>());
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
