package dev.polyloom.process.transport;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A small file mapped by a worker, who writes, and its primary, who reads also when the worker is
 * dead: a heartbeat, the number of the last task that started, and a lane for each task that may
 * run at once, with the number of the task in it and when it started.
 *
 * <p>A worker starts tasks in the order of their numbers, so every number up to the last has
 * started.
 *
 * <p>The primary holds a worker whose page somebody has cut short to have stopped beating, and to
 * have started all its tasks, so that none of them runs twice.
 */
public final class StatusPage implements Closeable {
    private static final int BEAT = 0;
    private static final int LAST = 64;
    private static final int LANES = 128;
    private static final int STRIDE = 2 * Long.BYTES;
    private static final Set<StandardOpenOption> EXISTING =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);
    private static final Set<StandardOpenOption> NEW =
            Set.of(
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
    private static final VarHandle WORD =
            MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final Arena arena;
    private final ByteBuffer bytes;
    private final int lanes;

    private StatusPage(Arena arena, MemorySegment memory, int lanes) {
        this.arena = arena;
        this.bytes = memory.asByteBuffer();
        this.lanes = lanes;
    }

    private static StatusPage map(FileChannel channel, int lanes) throws IOException {
        Arena arena = Arena.ofShared();
        try {
            int size = size(lanes);
            return new StatusPage(arena, channel.map(MapMode.READ_WRITE, 0, size, arena), lanes);
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    /**
     * Makes a page that nobody else sees, for rehearsals.
     *
     * @param lanes how many tasks may run at once
     * @return the page
     */
    public static StatusPage unshared(int lanes) {
        Arena arena = Arena.ofShared();
        return new StatusPage(arena, arena.allocate(size(lanes), Long.BYTES), lanes);
    }

    /**
     * Makes the page of a new worker.
     *
     * @param file where, must not exist
     * @param lanes how many tasks may run at once
     * @return the page
     * @throws IOException if it cannot be had
     */
    public static StatusPage create(Path file, int lanes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, NEW)) {
            // real zeros, not a hole: a store into a hole of a full disk kills the JVM
            ByteBuffer zeros = ByteBuffer.allocate(size(lanes));
            while (zeros.hasRemaining()) {
                channel.write(zeros);
            }
            return map(channel, lanes);
        }
    }

    /**
     * Opens the page that the primary made.
     *
     * @param file where
     * @param lanes how many tasks may run at once
     * @return the page
     * @throws IOException if it cannot be had
     */
    public static StatusPage open(Path file, int lanes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, EXISTING)) {
            int size = size(lanes);
            if (channel.size() < size) {
                throw new IOException(
                        "status page %s has %d bytes, not %d"
                                .formatted(file, channel.size(), size));
            }
            return map(channel, lanes);
        }
    }

    private static int size(int lanes) {
        return Math.addExact(LANES, Math.multiplyExact(lanes, STRIDE));
    }

    /** Shows that the worker lives. */
    public void beat() {
        WORD.setRelease(bytes, BEAT, (long) WORD.get(bytes, BEAT) + 1);
    }

    /** Returns how often the worker has shown that it lives. */
    public long beats() {
        return read(BEAT, 0);
    }

    private long read(int word, long ifCutShort) {
        try {
            long read = (long) WORD.getAcquire(bytes, word);
            MemoryFaults.surface();
            return read;
        } catch (InternalError e) {
            return ifCutShort;
        }
    }

    /** Records that a task is about to start. */
    public void started(int lane, long task, long nanos) {
        int at = LANES + lane * STRIDE;
        WORD.setRelease(bytes, at + Long.BYTES, nanos);
        WORD.setRelease(bytes, at, task);
        WORD.setRelease(bytes, LAST, task);
    }

    /** Records that the task in a lane has ended. */
    public void ended(int lane) {
        WORD.setRelease(bytes, LANES + lane * STRIDE, 0L);
    }

    /** Returns the number of the last task that started, 0 if none did. */
    public long lastStarted() {
        return read(LAST, Long.MAX_VALUE);
    }

    /** Shows each running task and when it started on the worker's clock. */
    public void forEachRunning(RunningVisitor visitor) {
        for (int at = LANES, end = LANES + lanes * STRIDE; at < end; at += STRIDE) {
            long task = read(at, 0);
            if (task != 0) {
                long nanos = read(at + Long.BYTES, 0);
                if (task == read(at, 0)) {
                    visitor.visit(task, nanos);
                }
            }
        }
    }

    /** Gives the memory back; the page must not be used any more. */
    @Override
    public void close() {
        arena.close();
    }

    /** Is shown running tasks. */
    @FunctionalInterface
    public interface RunningVisitor {
        /** Takes the number of a task and when it started on the worker's clock. */
        void visit(long task, long startedNanos);
    }
}
