package dev.polyloom.python.runtime.object;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of a class statement whose metaclass has prepared the mapping that holds them. */
final class PreparedNames extends AbstractMap<String, Object> {
    private final Object mapping;

    PreparedNames(Object mapping) {
        this.mapping = mapping;
    }

    Object mapping() {
        return mapping;
    }

    @Override
    public @Nullable Object get(Object name) {
        try {
            return Items.get(mapping, name);
        } catch (PyException e) {
            if (Errors.matches(e, Exceptions.KEY_ERROR)) {
                return null;
            }
            throw e;
        }
    }

    @Override
    public boolean containsKey(Object name) {
        return get(name) != null;
    }

    @Override
    public @Nullable Object put(String name, Object value) {
        Items.set(mapping, name, value);
        return null;
    }

    @Override
    public @Nullable Object remove(Object name) {
        Items.delete(mapping, name);
        return null;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Object key : Iteration.toList(mapping)) {
            all.put(Text.str(key), Items.get(mapping, key));
        }
        return all.entrySet();
    }
}
