package dev.polyloom.process.pool;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hands on what a worker writes to one of its streams, line by line with the worker's name, and
 * keeps the last lines. Lines that are too long are cut in pieces. When our own stream blocks, only
 * this thread and writers in the worker wait.
 */
final class OutputPump {
    private static final int TAIL = 20;
    private static final int MAX_LINE = 8 * 1024;
    private static final Pattern CRASH = Pattern.compile("^#\\s+(SIG[A-Z]+) \\(0x");

    private final String prefix;
    private final InputStream in;
    private final Supplier<PrintStream> out;
    private final Deque<String> tail = new ArrayDeque<>();
    private final Thread thread;
    private boolean drained;
    private volatile @Nullable String crash;

    private OutputPump(String worker, String stream, InputStream in, Supplier<PrintStream> out) {
        this.prefix = "[" + worker + "] ";
        this.in = in;
        this.out = out;
        this.thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("polyloom-" + worker + "-" + stream)
                        .unstarted(this::run);
    }

    /** Begins to hand on the standard output of a worker to ours, as that is at each line. */
    static OutputPump startOut(String worker, InputStream in) {
        return started(new OutputPump(worker, "out", in, () -> System.out));
    }

    /** Begins to hand on the standard error of a worker to ours, as that is at each line. */
    static OutputPump startErr(String worker, InputStream in) {
        return started(new OutputPump(worker, "err", in, () -> System.err));
    }

    private static OutputPump started(OutputPump pump) {
        pump.thread.start();
        return pump;
    }

    /** Waits a while until all was read. */
    synchronized void awaitDrained(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        boolean interrupted = false;
        while (!drained) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                break;
            }
            try {
                wait(millis);
            } catch (InterruptedException e) {
                interrupted = true;
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the last lines, oldest first. */
    List<String> tail() {
        synchronized (tail) {
            return List.copyOf(tail);
        }
    }

    /** Returns the signal that a JVM named when it crashed, or null. */
    @Nullable String crash() {
        return crash;
    }

    private void run() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] buffer = new byte[MAX_LINE];
        try (in) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    take(line, buffer[i]);
                }
            }
        } catch (IOException e) {
            // the process is gone
        }
        if (line.size() > 0) {
            hand(line);
        }
        synchronized (this) {
            drained = true;
            notifyAll();
        }
    }

    private void take(ByteArrayOutputStream line, byte next) {
        boolean startsCharacter = (next & 0xC0) != 0x80;
        if (next == '\n') {
            hand(line);
        } else {
            if (line.size() >= MAX_LINE && startsCharacter) {
                hand(line);
            }
            line.write(next);
        }
    }

    private void hand(ByteArrayOutputStream bytes) {
        String line = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        if (line.endsWith("\r")) {
            line = line.substring(0, line.length() - 1);
        }
        Matcher matcher = CRASH.matcher(line);
        if (crash == null && matcher.find()) {
            crash = matcher.group(1);
        }
        synchronized (tail) {
            if (tail.size() == TAIL) {
                tail.remove();
            }
            tail.add(line);
        }
        out.get().println(prefix + line);
    }
}
