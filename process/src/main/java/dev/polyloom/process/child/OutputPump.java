package dev.polyloom.process.child;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hands on what a child process writes to one of its streams, line by line, and keeps the last
 * lines. Lines that are too long are cut in pieces. When who takes them blocks, only this thread
 * and writers in the child wait.
 */
public final class OutputPump {
    private static final Logger LOG = System.getLogger("dev.polyloom.process");
    private static final int TAIL = 20;
    private static final int MAX_LINE = 8 * 1024;
    private static final int MAX_CHARACTER = 4;
    private static final Pattern CRASH = Pattern.compile("^#\\s+(SIG[A-Z]+) \\(0x");

    private final InputStream in;
    private final Consumer<String> lines;
    private final Deque<String> tail = new ArrayDeque<>();
    private final Thread thread;
    private final CountDownLatch drained = new CountDownLatch(1);
    private volatile @Nullable String crash;

    private OutputPump(String name, InputStream in, Consumer<String> lines) {
        this.in = in;
        this.lines = lines;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /**
     * Begins to hand on a stream of a child.
     *
     * @param name name for the thread
     * @param in the stream
     * @param lines takes the lines, without their ends
     */
    public static OutputPump start(String name, InputStream in, Consumer<String> lines) {
        OutputPump pump = new OutputPump(name, in, lines);
        pump.thread.start();
        return pump;
    }

    /** Waits a while until all was read. */
    public void awaitDrained(Duration atMost) {
        try {
            boolean _ = drained.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the last lines, oldest first. */
    public List<String> tail() {
        synchronized (tail) {
            return List.copyOf(tail);
        }
    }

    /** Returns the signal that a JVM named when it crashed, or null. */
    public @Nullable String crash() {
        return crash;
    }

    private void run() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (in) {
            readLines(line);
        } catch (IOException e) {
            // the process is gone
        } finally {
            drained.countDown();
        }
    }

    private void readLines(ByteArrayOutputStream line) throws IOException {
        byte[] buffer = new byte[MAX_LINE];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    take(line, buffer[i]);
                }
            }
        } finally {
            if (line.size() > 0) {
                hand(line);
            }
        }
    }

    private void take(ByteArrayOutputStream line, byte next) {
        if (next == '\n') {
            hand(line);
            return;
        }
        boolean startsCharacter = (next & 0xC0) != 0x80;
        // what is no UTF-8 may have no place to cut at
        if (line.size() >= (startsCharacter ? MAX_LINE : MAX_LINE + MAX_CHARACTER)) {
            hand(line);
        }
        line.write(next);
    }

    private void hand(ByteArrayOutputStream bytes) {
        String text = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        String line = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        Matcher matcher = CRASH.matcher(line);
        if (crash == null && matcher.find()) {
            crash = matcher.group(1);
        }
        keep(line);
        print(line);
    }

    private void keep(String line) {
        synchronized (tail) {
            if (tail.size() == TAIL) {
                tail.remove();
            }
            tail.add(line);
        }
    }

    private void print(String line) {
        try {
            lines.accept(line);
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, () -> thread.getName() + ": a line could not be handed on", e);
        }
    }
}
