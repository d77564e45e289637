package dev.polyloom.python.runtime.object;

/** Ends a thread of the runtime whose result nobody can want any more. Programs cannot catch it. */
public final class ThreadDeathError extends Error {
    /** Makes one. */
    public ThreadDeathError() {
        super("abandoned", null, false, false);
    }
}
