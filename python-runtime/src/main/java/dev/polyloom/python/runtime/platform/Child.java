package dev.polyloom.python.runtime.platform;

import java.io.InputStream;
import java.io.OutputStream;

/** A process of the machine that the program has started. */
public interface Child {
    /** Returns its number. */
    long pid();

    /** Returns where its input is written, if that is a pipe. */
    OutputStream in();

    /** Returns where its output is read, if that is a pipe. */
    InputStream out();

    /** Returns where its errors are read, if these go to a pipe. */
    InputStream err();

    /** Tells whether it has not ended. */
    boolean isAlive();

    /** Waits for its end, but not for longer than so many nanoseconds. */
    void await(long nanos) throws InterruptedException;

    /** Returns the code with which it has ended. */
    int exitValue();

    /** Asks it to end, or kills it. */
    void end(boolean kill);
}
