package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.BoundMethod;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Depth;
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
import org.jspecify.annotations.Nullable;

/**
 * A function that remembers what it has returned, as {@code functools.lru_cache} makes it. Threads
 * may call it at once; the function runs outside of the lock, so two may compute the same.
 */
final class Cache extends PyObject {
    static final PyType TYPE =
            PyType.library("_lru_cache_wrapper", Types.OBJECT, Cache::fill).module("functools");
    private static final PyType INFO = info();
    private static final Object MARK = new PyObject(Types.OBJECT);

    private final Object function;
    private final long most;
    private final boolean typed;
    private final Memory first = new Memory();

    /** What a process remembers. */
    private static final class Memory {
        private final PyDict results = new PyDict();
        private long hits;
        private long misses;

        synchronized Memory copy() {
            Memory made = new Memory();
            made.results.putAll(results);
            made.hits = hits;
            made.misses = misses;
            return made;
        }

        synchronized void miss() {
            misses++;
        }

        synchronized @Nullable Object get(Object key, long most) {
            Object known = results.get(key);
            if (known == null) {
                misses++;
                return null;
            }
            hits++;
            if (most > 0) {
                results.move(key, true);
            }
            return known;
        }

        synchronized void put(Object key, Object value, long most) {
            if (results.put(key, value) == null && most > 0 && results.size() > most) {
                results.removeFirst();
            }
        }

        synchronized void clear() {
            results.clear();
            hits = 0;
            misses = 0;
        }

        synchronized Object statistics(long most) {
            Object limit = most < 0 ? None.NONE : (Object) most;
            return PyTuple.of(INFO, hits, misses, limit, (long) results.size());
        }
    }

    Cache(Object function, long most, boolean typed) {
        super(TYPE);
        this.function = function;
        this.most = most;
        this.typed = typed;
        FunctoolsModule.update(this, function);
    }

    private static PyType info() {
        PyType type = PyType.user("CacheInfo", List.of(Types.TUPLE)).module("functools");
        NamedTuples.define(type, List.of("hits", "misses", "maxsize", "currsize"), List.of());
        return type;
    }

    private static Cache of(Object[] a) {
        return (Cache) a[0];
    }

    private static void fill(PyType type) {
        type.dict().put("__open__", true);
        FunctoolsModule.names(type);
        type.method("cache_info", 0, 0, a -> of(a).statistics());
        type.method("cache_clear", 0, 0, a -> of(a).clear());
        type.method("cache_parameters", 0, 0, a -> of(a).parameters());
        type.method("__call__", "*args, **kwargs", FunctoolsModule::call);
        type.method("__get__", 1, 2, a -> a[1] == None.NONE ? a[0] : new BoundMethod(a[0], a[1]));
        type.method("__repr__", 0, 0, a -> of(a).repr());
    }

    private String repr() {
        return "<functools._lru_cache_wrapper object at %s>".formatted(Text.address(this));
    }

    private Object statistics() {
        return memory().statistics(most);
    }

    private Object clear() {
        memory().clear();
        return None.NONE;
    }

    private Object parameters() {
        return PyDict.of("maxsize", most < 0 ? None.NONE : (Object) most, "typed", typed);
    }

    private Object key(Object[] args, String[] names) {
        if (names.length == 0 && !typed) {
            boolean simple =
                    args.length == 1 && (args[0] instanceof Long || args[0] instanceof String);
            return simple ? args[0] : PyTuple.of(args.clone());
        }
        List<Object> parts = new ArrayList<>(Arrays.asList(args));
        if (names.length > 0) {
            parts.add(args.length - names.length, MARK);
            parts.addAll(Arrays.asList(names));
        }
        if (typed) {
            for (Object each : args) {
                parts.add(Types.of(each));
            }
        }
        return PyTuple.of(parts.toArray());
    }

    private Object computed(Object[] args, String[] names) {
        Depth depth = Depth.enter();
        try {
            return Calls.call(function, args, names);
        } finally {
            depth.leave();
        }
    }

    @Override
    public Object call(Object[] args, String[] names) {
        Memory memory = memory();
        if (most == 0) {
            memory.miss();
            return Calls.call(function, args, names);
        }
        Object key = key(args, names);
        Object known = memory.get(key, most);
        if (known != null) {
            return known;
        }
        Object value = computed(args, names);
        memory.put(key, value, most);
        return value;
    }

    /** Returns what the process of the calling thread remembers. */
    private Memory memory() {
        return Realm.own(this, first, Memory::copy);
    }
}
