package dev.polyloom.python.runtime.object;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A module whose variables lie in a mapping of the program, as {@code exec()} is given one. */
@SuppressWarnings("ReferenceEquality") // a module is that object
final class DictModule extends Module {
    private final Object mapping;
    private final @Nullable Module outer;

    /**
     * Makes one.
     *
     * @param outer where functions, and names that the mapping lacks, find their variables, or null
     */
    DictModule(Object mapping, @Nullable Module outer) {
        super("__main__");
        this.mapping = mapping;
        this.outer = outer;
    }

    /** Returns the module of a dict of global variables. */
    static Module of(PyDict globals) {
        if (globals instanceof InstanceDict own && own.owner() instanceof Module module) {
            return module;
        }
        if (!Items.isIn("__builtins__", globals)) {
            PyDict all = new PyDict();
            Builtins.all().forEach(all::put);
            globals.put("__builtins__", all);
        }
        return new DictModule(globals, null);
    }

    /** Tells whether a mapping shows the variables of a module. */
    static boolean isOf(Object mapping, Module module) {
        return mapping instanceof InstanceDict own && own.owner() == module;
    }

    @Override
    public Module outermost() {
        return outer == null ? this : outer.outermost();
    }

    @Override
    Object variables() {
        return mapping;
    }

    @Override
    public Global global(String id) {
        return new Entry(id);
    }

    @Override
    @Nullable Global find(String id) {
        return new Entry(id);
    }

    @Override
    public @Nullable Object own(String id) {
        return new Entry(id).orNull();
    }

    @Override
    public boolean deleteOwn(String id) {
        if (own(id) == null) {
            return false;
        }
        Items.delete(mapping, id);
        return true;
    }

    @Override
    public Map<String, Object> owned() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Object key : Iteration.toList(mapping)) {
            all.put(Text.str(key), Items.get(mapping, key));
        }
        return all;
    }

    /** A variable that lies in the mapping. */
    final class Entry extends Global {
        private final String id;

        Entry(String id) {
            super(id);
            this.id = id;
        }

        @Override
        public Object get() {
            Object now = orNull();
            if (now != null) {
                return now;
            }
            return outer != null ? outer.global(id).get() : builtin();
        }

        private Object builtin() {
            Object known = mapping instanceof PyDict dict ? dict.get("__builtins__") : null;
            Object found =
                    known instanceof PyDict dict
                            ? dict.get(id)
                            : known instanceof Module module ? module.own(id) : null;
            if (found == null && (known == null || known instanceof Module)) {
                return Builtins.get(id);
            }
            if (found == null) {
                throw Errors.name(id);
            }
            return found;
        }

        @Override
        @Nullable Object orNull() {
            if (mapping instanceof PyDict dict && dict.type() == Types.DICT) {
                return dict.get(id);
            }
            try {
                return Items.get(mapping, id);
            } catch (PyException e) {
                if (Errors.matches(e, Exceptions.KEY_ERROR)) {
                    return null;
                }
                throw e;
            }
        }

        @Override
        public Object set(Object now) {
            Items.set(mapping, id, now);
            return now;
        }

        @Override
        public void forget() {
            if (orNull() != null) {
                Items.delete(mapping, id);
            }
        }

        @Override
        public void delete() {
            if (orNull() == null) {
                throw Errors.name(id);
            }
            Items.delete(mapping, id);
        }
    }
}
