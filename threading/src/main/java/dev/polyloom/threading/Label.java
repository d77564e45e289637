package dev.polyloom.threading;

import dev.polyloom.threading.backend.Platform;
import org.jspecify.annotations.Nullable;

/** What messages call things. */
final class Label {
    private Label() {}

    /** Returns the kind and the name, or what tells a thing without a name from others. */
    static String of(String kind, @Nullable String name, Object thing) {
        return name == null
                ? kind + "@" + Integer.toHexString(System.identityHashCode(thing))
                : "%s '%s'".formatted(kind, name);
    }

    /** Returns the name of a thread, or its number if it has none. */
    static String of(Thread thread) {
        String name = thread.getName();
        return name.isEmpty()
                ? "thread " + Platform.backend().id(thread)
                : "thread '%s'".formatted(name);
    }
}
