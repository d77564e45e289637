package dev.polyloom.python.runtime.object;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of an object as a dict: each follows the changes of the other. What an object has
 * for each thread apart, the dict shows as it was when it was asked for.
 */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class InstanceDict extends PyDict {
    private final Typed owner;
    private final boolean follows;

    InstanceDict(Typed owner) {
        this.owner = owner;
        this.follows =
                owner.type().mro().stream()
                        .noneMatch(each -> each.isNative() && each.name().equals("_local"));
        owner.owned().forEach(super::put);
    }

    Typed owner() {
        return owner;
    }

    /** Takes over what has changed in the object, and nothing else, as iterators count changes. */
    private void refresh() {
        if (!follows) {
            return;
        }
        Map<String, Object> now = owner.owned();
        for (Object key : super.keys()) {
            if (!now.containsKey(key)) {
                super.remove(key);
            }
        }
        now.forEach((key, value) -> {
            if (super.get(key) != value) {
                super.put(key, value);
            }
        });
    }

    @Override
    public int size() {
        refresh();
        return super.size();
    }

    @Override
    public @Nullable Object get(Object key) {
        return follows && key instanceof String name ? owner.own(name) : super.get(key);
    }

    @Override
    public @Nullable Object put(Object key, Object value) {
        owner.setOwn((String) key, value);
        return super.put(key, value);
    }

    @Override
    public Object putIfAbsent(Object key, Object value) {
        Object known = get(key);
        if (known == null) {
            put(key, value);
        }
        return known == null ? value : known;
    }

    @Override
    public @Nullable Object remove(Object key) {
        refresh();
        owner.deleteOwn((String) key);
        return super.remove(key);
    }

    @Override
    public synchronized @Nullable PyTuple removeLast() {
        refresh();
        return removed(super.removeLast());
    }

    @Override
    public synchronized @Nullable PyTuple removeFirst() {
        refresh();
        return removed(super.removeFirst());
    }

    private @Nullable PyTuple removed(@Nullable PyTuple pair) {
        if (pair != null) {
            owner.deleteOwn((String) pair.get(0));
        }
        return pair;
    }

    @Override
    public synchronized void clear() {
        List.copyOf(owner.owned().keySet()).forEach(owner::deleteOwn);
        super.clear();
    }

    @Override
    public synchronized Object[] keys() {
        refresh();
        return super.keys();
    }

    @Override
    public void forEach(BiConsumer<Object, Object> action) {
        refresh();
        super.forEach(action);
    }

    @Override
    PyIterator iterator(Part part) {
        refresh();
        return super.iterator(part);
    }
}
