package dev.polyloom.cli;

/** What the command ends with; an interrupt ends it with 130, as the JVM does by itself. */
final class ExitCode {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int MISUSE = 2;
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
