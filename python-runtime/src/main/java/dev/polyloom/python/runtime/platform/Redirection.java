package dev.polyloom.python.runtime.platform;

/**
 * Where a stream of a process begins or ends.
 *
 * @param kind what that is
 * @param path the file, if it is one
 */
public record Redirection(Kind kind, String path) {
    /** What a stream leads to. */
    public enum Kind {
        /** The program that has started the process. */
        PIPE,
        /** The stream of the same kind of the program that has started the process. */
        INHERIT,
        /** Nothing: there is no input, and output is thrown away. */
        NOTHING,
        /** A file, to which output is appended. */
        FILE
    }

    /** Returns one that is no file. */
    public static Redirection to(Kind kind) {
        return new Redirection(kind, "");
    }

    /** Returns one that is a file. */
    public static Redirection file(String path) {
        return new Redirection(Kind.FILE, path);
    }
}
