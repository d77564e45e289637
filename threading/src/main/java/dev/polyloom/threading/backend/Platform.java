package dev.polyloom.threading.backend;

import dev.polyloom.threading.jvm.JvmBackend;
import dev.polyloom.threading.portable.PortableBackend;

/**
 * Says which backend this build has. Whoever builds for another target replaces this one class, so
 * that nothing of the JVM's is reached from there.
 */
public final class Platform {
    /** Names the backend; {@code portable} tries a program on what other platforms have. */
    public static final String PROPERTY = "polyloom.threading.backend";

    private static final Backend BACKEND =
            "portable".equals(System.getProperty(PROPERTY))
                    ? new PortableBackend()
                    : new JvmBackend();

    private Platform() {}

    /** Returns the backend. */
    public static Backend backend() {
        return BACKEND;
    }
}
