package dev.polyloom.isolate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random graphs of what crosses part by part, with objects held twice and cycles. */
@SuppressWarnings("JdkObsolete") // what is copied may be old
final class Graphs {
    enum Suit {
        HEARTS,
        SPADES {
            @Override
            String sign() {
                return "S";
            }
        };

        String sign() {
            return "H";
        }
    }

    sealed interface Shape permits Circle, Pair {}

    record Circle(double radius, @Nullable Object tag) implements Shape {}

    record Pair<A extends @Nullable Object, B extends @Nullable Object>(A left, B right)
            implements Shape {}

    private final Random random;
    private final List<Object> made = new ArrayList<>();
    private int left;

    Graphs(long seed) {
        random = new Random(seed);
        left = 40;
    }

    /** Returns the next value, perhaps one made before. */
    @Nullable Object next() {
        int kind = left-- > 0 ? random.nextInt(14) : random.nextInt(4);
        return switch (kind) {
            case 0 -> null;
            case 1 -> random.nextInt();
            case 2 -> "text " + random.nextInt(3);
            case 3 -> Suit.values()[random.nextInt(2)];
            case 4, 5 -> made.isEmpty() ? 'c' : made.get(random.nextInt(made.size()));
            case 6 -> filled(random.nextBoolean() ? new ArrayList<>() : new LinkedList<>());
            case 7 -> map(random.nextBoolean() ? new HashMap<>() : new LinkedHashMap<>());
            case 8 -> keep(new Circle(random.nextDouble(), next()));
            case 9 -> keep(new Pair<>(next(), next()));
            case 10 -> array(new @Nullable Object[random.nextInt(4)]);
            case 11 -> keep(new int[][] {{random.nextInt()}, {}, random.ints(3).toArray()});
            case 12 -> keep(Optional.ofNullable(next()));
            default -> keep(Collections.unmodifiableList(Arrays.asList(next(), next())));
        };
    }

    private Object keep(Object object) {
        made.add(object);
        return object;
    }

    private Object filled(List<@Nullable Object> list) {
        made.add(list);
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(next());
        }
        return list;
    }

    private Object map(Map<Object, @Nullable Object> map) {
        made.add(map);
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(i, next());
        }
        return map;
    }

    private Object array(@Nullable Object[] array) {
        made.add(array);
        for (int i = 0; i < array.length; i++) {
            array[i] = next();
        }
        return array;
    }

    /** Returns a text that two graphs have in common if and only if they have the same form. */
    static String form(@Nullable Object root) {
        StringBuilder text = new StringBuilder();
        IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();
        ArrayDeque<Optional<Object>> open = new ArrayDeque<>();
        open.add(Optional.ofNullable(root));
        while (!open.isEmpty()) {
            Object value = open.poll().orElse(null);
            Integer known = value == null ? null : numbers.get(value);
            if (known != null) {
                text.append('#').append(known);
            } else if (value != null) {
                describe(value, text, numbers, open);
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static void describe(
            Object value,
            StringBuilder text,
            IdentityHashMap<Object, Integer> numbers,
            ArrayDeque<Optional<Object>> open) {
        text.append(value.getClass().getName()).append(' ');
        List<@Nullable Object> parts =
                switch (value) {
                    case List<?> list -> new ArrayList<>(list);
                    case Map<?, ?> map -> new ArrayList<>(map.values());
                    case Circle(double radius, Object tag) -> Arrays.asList(radius, tag);
                    case Pair<?, ?>(Object one, Object other) -> Arrays.asList(one, other);
                    case Object[] array -> Arrays.asList(array);
                    case Optional<?> optional -> Arrays.asList(optional.orElse(null));
                    case int[] ints -> new ArrayList<>(Arrays.stream(ints).boxed().toList());
                    default -> List.of();
                };
        if (parts.isEmpty()) {
            text.append(value instanceof int[] || value instanceof Object[] ? "" : value);
        } else {
            numbers.put(value, numbers.size());
        }
        text.append(parts.size());
        parts.forEach(part -> open.add(Optional.ofNullable(part)));
    }
}
