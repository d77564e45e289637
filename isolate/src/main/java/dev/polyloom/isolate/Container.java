package dev.polyloom.isolate;

import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The collections and maps of the JDK that are copied element by element. One that changes is made
 * empty and filled, so that it may hold itself; the others are made of all their elements.
 */
@SuppressWarnings({
    "ImmutableEnumChecker",
    "JdkObsolete"
}) // functions without state; what is copied may be old
enum Container {
    ARRAY_LIST(() -> new ArrayList<>()),
    LINKED_LIST(() -> new LinkedList<>()),
    ARRAY_DEQUE(() -> new ArrayDeque<>()),
    COPY_ON_WRITE(() -> new CopyOnWriteArrayList<>()),
    HASH_SET(() -> new HashSet<>()),
    LINKED_HASH_SET(() -> new LinkedHashSet<>()),
    TREE_SET(() -> new TreeSet<>()),
    HASH_MAP(() -> new HashMap<>()),
    LINKED_HASH_MAP(() -> new LinkedHashMap<>()),
    TREE_MAP(() -> new TreeMap<>()),
    CONCURRENT_HASH_MAP(() -> new ConcurrentHashMap<>()),
    LIST(elements -> Collections.unmodifiableList(Arrays.asList(elements))),
    LIST_WITHOUT_NULL(elements -> List.of(elements)),
    SET(elements -> Set.of(elements)),
    MAP(elements -> map(elements)),
    ARRAY_AS_LIST(elements -> Arrays.asList(elements)),
    ENTRY(elements -> new AbstractMap.SimpleImmutableEntry<>(elements[0], elements[1])),
    ENTRY_WITHOUT_NULL(elements -> Map.entry(elements[0], elements[1])),
    OPTIONAL(elements -> elements.length == 0 ? Optional.empty() : Optional.of(elements[0]));

    private static final Map<Class<?>, Container> BY_CLASS = new HashMap<>();

    static {
        BY_CLASS.put(ArrayList.class, ARRAY_LIST);
        BY_CLASS.put(LinkedList.class, LINKED_LIST);
        BY_CLASS.put(ArrayDeque.class, ARRAY_DEQUE);
        BY_CLASS.put(CopyOnWriteArrayList.class, COPY_ON_WRITE);
        BY_CLASS.put(HashSet.class, HASH_SET);
        BY_CLASS.put(LinkedHashSet.class, LINKED_HASH_SET);
        BY_CLASS.put(TreeSet.class, TREE_SET);
        BY_CLASS.put(HashMap.class, HASH_MAP);
        BY_CLASS.put(LinkedHashMap.class, LINKED_HASH_MAP);
        BY_CLASS.put(TreeMap.class, TREE_MAP);
        BY_CLASS.put(ConcurrentHashMap.class, CONCURRENT_HASH_MAP);
        BY_CLASS.put(Collections.unmodifiableList(new ArrayList<>()).getClass(), LIST);
        BY_CLASS.put(List.of().getClass(), LIST_WITHOUT_NULL);
        BY_CLASS.put(List.of(1).getClass(), LIST_WITHOUT_NULL);
        BY_CLASS.put(Set.of().getClass(), SET);
        BY_CLASS.put(Set.of(1).getClass(), SET);
        BY_CLASS.put(Map.of().getClass(), MAP);
        BY_CLASS.put(Map.of(1, 1).getClass(), MAP);
        BY_CLASS.put(Arrays.asList(1).getClass(), ARRAY_AS_LIST);
        BY_CLASS.put(AbstractMap.SimpleImmutableEntry.class, ENTRY);
        BY_CLASS.put(Map.entry(1, 1).getClass(), ENTRY_WITHOUT_NULL);
        BY_CLASS.put(Optional.class, OPTIONAL);
    }

    private final @Nullable Supplier<Object> empty;
    private final @Nullable Function<@Nullable Object[], Object> whole;

    Container(Supplier<Object> empty) {
        this.empty = empty;
        this.whole = null;
    }

    Container(Function<@Nullable Object[], Object> whole) {
        this.empty = null;
        this.whole = whole;
    }

    /** Returns what a value is, or null if it is no container that can be copied so. */
    static @Nullable Container of(Object value) {
        Container kind = BY_CLASS.get(value.getClass());
        return switch (kind) {
            case TREE_SET -> ((TreeSet<?>) value).comparator() == null ? kind : null;
            case TREE_MAP -> ((TreeMap<?, ?>) value).comparator() == null ? kind : null;
            // Stream.toList() gives lists of the same class that may hold null
            case LIST_WITHOUT_NULL -> holdsNull((List<?>) value) ? LIST : kind;
            case null, default -> kind;
        };
    }

    private static boolean holdsNull(List<?> list) {
        for (Object each : list) {
            if (each == null) {
                return true;
            }
        }
        return false;
    }

    /** Returns what a container holds; of a map, keys and values in turn. */
    static @Nullable Object[] elements(Object container) {
        return switch (container) {
            case Collection<?> collection -> collection.toArray();
            case Map<?, ?> map -> elements(map);
            case Map.Entry<?, ?> entry -> new @Nullable Object[] {entry.getKey(), entry.getValue()};
            case Optional<?> optional -> optional.stream().toArray();
            default -> throw new IllegalArgumentException("not a container: " + container);
        };
    }

    private static @Nullable Object[] elements(Map<?, ?> map) {
        List<@Nullable Object> all = new ArrayList<>(2 * map.size());
        map.forEach((key, value) -> {
            all.add(key);
            all.add(value);
        });
        return all.toArray();
    }

    private static Object map(@Nullable Object[] elements) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        Map.Entry<Object, Object>[] entries = new Map.Entry[elements.length / 2];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = Map.entry(elements[2 * i], elements[2 * i + 1]);
        }
        return Map.ofEntries(entries);
    }

    /** Tells whether it is made empty and filled. */
    boolean isFilled() {
        return empty != null;
    }

    Object makeEmpty() {
        if (empty == null) {
            throw new IllegalStateException(this + " is made as a whole");
        }
        return empty.get();
    }

    Object makeOf(@Nullable Object[] elements) {
        if (whole == null) {
            throw new IllegalStateException(this + " is filled");
        }
        return whole.apply(elements);
    }

    /** Fills what {@link #makeEmpty} made. */
    @SuppressWarnings("unchecked")
    static void fill(Object container, @Nullable Object[] elements) {
        if (container instanceof Collection<?> collection) {
            Collections.addAll((Collection<@Nullable Object>) collection, elements);
            return;
        }
        Map<@Nullable Object, @Nullable Object> map =
                (Map<@Nullable Object, @Nullable Object>) container;
        for (int i = 0; i < elements.length; i += 2) {
            map.put(elements[i], elements[i + 1]);
        }
    }
}
