package dev.polyloom.verification.portable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/** Objects of the JDK that a caller of the portable API may hand in. */
public final class PortableValues {
    private PortableValues() {}

    /** Returns one of them; which, no compiler can know. */
    public static Object any() {
        return all()[(int) (System.currentTimeMillis() % all().length)];
    }

    /** Tells whether one of them is of a type. */
    static boolean has(Class<?> type) {
        return Arrays.stream(all()).anyMatch(type::isInstance);
    }

    private static Object[] all() {
        return new Object[] {
            "text",
            1,
            Duration.ofMillis(1),
            new ArrayList<>(List.of("item")),
            new HashMap<>(),
            new IllegalStateException("of the caller"),
            Stream.of("item"),
            Thread.currentThread(),
        };
    }
}
