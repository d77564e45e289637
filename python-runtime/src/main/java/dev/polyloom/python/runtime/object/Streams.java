package dev.polyloom.python.runtime.object;

/** Where {@code print} writes, which a program may change. */
public final class Streams {
    private static volatile Object out = Console.OUT;
    private static volatile Object err = Console.ERR;

    private Streams() {}

    /** Returns {@code sys.stdout}. */
    public static Object out() {
        return out;
    }

    /** Sets {@code sys.stdout}. */
    public static void setOut(Object value) {
        out = value;
    }

    /** Returns {@code sys.stderr}. */
    public static Object err() {
        return err;
    }

    /** Sets {@code sys.stderr}. */
    public static void setErr(Object value) {
        err = value;
    }

    /** Writes a text to {@code sys.stderr}. */
    public static void complain(String text) {
        Calls.method(err, "write", text);
    }
}
