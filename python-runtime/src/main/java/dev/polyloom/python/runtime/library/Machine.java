package dev.polyloom.python.runtime.library;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;

/**
 * The process and the machine that it runs on, but for files. Where there are none, a browser say,
 * another class of this shape takes its place.
 */
final class Machine {
    private static final class Holder {
        static final SecureRandom RANDOM = new SecureRandom();
    }

    private Machine() {}

    /** Returns the number of the process. */
    static long process() {
        return ProcessHandle.current().pid();
    }

    /** Returns the number of the process that has started this one, or 0. */
    static long parent() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
    }

    /** Returns how many threads can run at once. */
    static long processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Returns the environment with which the process was started. */
    static Map<String, String> environment() {
        return System.getenv();
    }

    /** Returns bytes that nobody can guess. */
    static byte[] random(int count) {
        byte[] bytes = new byte[count];
        Holder.RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Sleeps as long as the machine can tell. */
    static void sleep(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }

    /** Ends the process at once. */
    static void halt(int code) {
        Runtime.getRuntime().halt(code);
    }
}
