package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.threading.Threads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads a pipe to its end, beside the thread that wants to know what comes. */
final class Drain {
    private static final int PART = 8192;

    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private boolean done;

    private Drain() {}

    /** Reads a pipe, and keeps what comes. */
    static Drain start(FileStream file) {
        Drain made = new Drain();
        made.run(file::takeSome, made::keep);
        return made;
    }

    /** Reads a pipe, and hands on what comes. */
    static Drain start(InputStream in, Consumer<byte[]> to) {
        byte[] part = new byte[PART];
        Drain made = new Drain();
        made.run(() -> part(in, part), to);
        return made;
    }

    private static byte[] part(InputStream in, byte[] room) {
        try {
            return Arrays.copyOf(room, Math.max(0, in.read(room)));
        } catch (IOException e) {
            return new byte[0]; // closed while it was read: nothing more will come
        }
    }

    /** Writes to a pipe and closes it; who does not listen any more gets nothing. */
    static void send(byte[] bytes, FileStream to) {
        thread(() -> {
            try {
                to.put(bytes);
            } catch (PyException e) {
                if (!e.is(Exceptions.OS_ERROR)) {
                    throw e;
                }
            } finally {
                Calls.method(to, "close");
            }
        });
    }

    /** Pours bytes, and what comes from one process, into another, until either has ended. */
    static void pour(byte[] first, InputStream from, OutputStream to) {
        thread(() -> {
            byte[] room = new byte[PART];
            try (from;
                    to) {
                to.write(first);
                for (int count = from.read(room); count >= 0; count = from.read(room)) {
                    to.write(room, 0, count);
                    to.flush();
                }
            } catch (IOException e) {
                return; // who was to read has ended, and who writes hears of it
            }
        });
    }

    private static void thread(Runnable body) {
        Threads.builder().name("subprocess").daemon(true).start(body);
    }

    private void run(Supplier<byte[]> from, Consumer<byte[]> to) {
        thread(() -> {
            try {
                for (byte[] part = from.get(); part.length > 0; part = from.get()) {
                    to.accept(part);
                }
            } finally {
                synchronized (this) {
                    done = true;
                    notifyAll();
                }
            }
        });
    }

    private synchronized void keep(byte[] part) {
        all.write(part, 0, part.length);
    }

    /** Waits for the end of the pipe, and tells whether it came in time. */
    synchronized boolean await(long deadline) {
        return Waiting.until(this, () -> done, deadline);
    }

    /** Returns what has come. */
    synchronized byte[] bytes() {
        return all.toByteArray();
    }
}
