package dev.polyloom.python.runtime.text;

import org.jspecify.annotations.Nullable;

/**
 * The names of characters. This is the one class that asks for them: a build for a target without
 * their table replaces it. Thread-safe: there is no state.
 */
public final class CharacterNames {
    private CharacterNames() {}

    /** Returns the name of a code point, or null if it has none. */
    static @Nullable String of(int codePoint) {
        return Character.getName(codePoint);
    }

    /**
     * Returns the code point with the name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static int codePoint(String name) {
        return Character.codePointOf(name);
    }
}
