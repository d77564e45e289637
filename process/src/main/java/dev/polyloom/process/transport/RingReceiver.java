package dev.polyloom.process.transport;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Receives frames from a ring. One thread is there for it, and sleeps while nothing comes; a thread
 * that waits for what a frame will bring may help it meanwhile, and spare the two of them the wake.
 *
 * <pre>
 * receiver: lock; take all frames; look out a moment; lie down; unlock; sleep; lock; get up
 * helper:   lock; get up in its name; take frames, looking out for a moment, then asleep for a
 *           moment at a place of its own; lie down in its name; if there is news by now: wake it;
 *           unlock
 * </pre>
 *
 * <p>So at any time either somebody holds the lock, and looks for news before letting it go, or the
 * doorbell says who sleeps, and the other side wakes that one. A helper sleeps with the lock held,
 * and only for so short a time that who interrupts it, or ends the connection, need not wake it.
 */
final class RingReceiver {
    private static final long HELP_NANOS = 1_000_000;
    private static final int BATCH = 256;
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final RingState state;
    private final Wakening wakening;
    private final RingSender sender;
    private final RingFrames frames;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicBoolean helped = new AtomicBoolean();
    private final Spin spin = new Spin(PROCESSORS, Spin.SHORT_NANOS);
    private final Spin frameSpin = new Spin(PROCESSORS, Spin.LONG_NANOS);
    private final Spin helperSpin = new Spin(PROCESSORS, Spin.LONG_NANOS);
    private final Spin restSpin = new Spin(PROCESSORS, Spin.LONG_NANOS);
    private final Spin lockSpin = new Spin(PROCESSORS, Spin.SHORT_NANOS);
    private @Nullable Taker taker;
    private boolean asleep;

    RingReceiver(RingState state, RingSender sender, RingReader reader, int maxPayload) {
        this.state = state;
        this.wakening = state.wakening();
        this.sender = sender;
        this.frames = new RingFrames(reader, wakening, maxPayload);
    }

    // ---- the receiving thread

    @Nullable Frame receive() throws IOException {
        lock.lock();
        try {
            return awaitFrame();
        } catch (ClosedChannelException e) {
            return null;
        } catch (InternalError e) {
            throw RingState.cutShort(e);
        } finally {
            lock.unlock();
        }
    }

    void serve(Taker to) throws IOException {
        lock.lock();
        try {
            taker = to;
            for (Frame frame = awaitFrame(); frame != null; frame = awaitFrame()) {
                to.take(frame);
                takeBatch(to);
            }
        } catch (ClosedChannelException e) {
            // that is how it ends
        } catch (InternalError e) {
            throw RingState.cutShort(e);
        } finally {
            taker = null;
            lock.unlock();
        }
    }

    private @Nullable Frame awaitFrame() throws IOException {
        try {
            return awaitFrameOrEnd();
        } finally {
            MemoryFaults.surface();
        }
    }

    private @Nullable Frame awaitFrameOrEnd() throws IOException {
        while (!state.closed) {
            boolean nobodyWrites = state.noMoreExpected || wakening.peerIsGone();
            Frame frame = frames.poll();
            if (frame != null) {
                return frame;
            }
            if (nobodyWrites) {
                frames.end();
                return null;
            }
            throwIfBroken();
            frames.giveRoom();
            Spin patience = frames.isWithinFrame() ? frameSpin : spin;
            if (!patience.until(this::hasNewsOrHelp) || helped.get()) {
                sleep();
            }
            sender.flushRest();
        }
        return null;
    }

    /** Does not switch over the types, which takes a worker that starts two milliseconds. */
    private void throwIfBroken() throws IOException {
        Exception broken = state.broken;
        if (broken instanceof IOException e) {
            throw e;
        }
        if (broken instanceof RuntimeException e) {
            throw e;
        }
        if (broken != null) {
            throw new IOException(broken);
        }
    }

    private boolean hasNews() {
        return frames.hasMore() || sender.canGoOn() || state.needsAttention();
    }

    private boolean hasNewsOrHelp() {
        return hasNews() || helped.get();
    }

    /** Sleeps with the lock released. */
    private void sleep() throws IOException {
        Wakening.Sleep sleep = wakening.lieDown();
        if (hasNews()) {
            wakening.getUp();
            return;
        }
        asleep = true;
        lock.unlock();
        try {
            wakening.await(sleep);
        } finally {
            lock.lock();
            asleep = false;
            wakening.getUp();
        }
    }

    // ---- frames; the lock is held

    /** Takes the frames that have come, though not without end. */
    private void takeBatch(Taker to) throws IOException {
        try {
            Frame frame = pollOpen();
            for (int i = 1; frame != null; i++) {
                to.take(frame);
                frame = i < BATCH ? pollOpen() : null;
            }
            to.caughtUp();
        } finally {
            MemoryFaults.surface();
        }
    }

    private @Nullable Frame pollOpen() throws ProtocolException {
        return state.closed ? null : frames.poll();
    }

    boolean ready() {
        lock.lock();
        try {
            boolean ready = !state.closed && frames.ready();
            MemoryFaults.surface();
            return ready;
        } catch (InternalError e) {
            return true;
        } finally {
            lock.unlock();
        }
    }

    // ---- helpers

    /** Takes frames in place of the receiving thread for a moment, if it sleeps. */
    void help(BooleanSupplier enough) {
        if (lock.isHeldByCurrentThread() || !helped.compareAndSet(false, true)) {
            return;
        }
        try {
            if (lock.tryLock() || lockSpin.until(lock::tryLock)) {
                try {
                    helpLocked(enough);
                } finally {
                    lock.unlock();
                }
            }
        } finally {
            helped.set(false);
        }
    }

    private void helpLocked(BooleanSupplier enough) {
        Taker to = taker;
        if (!asleep || to == null || state.needsAttention()) {
            return;
        }
        try {
            wakening.getUp();
            takeUntil(enough, to);
            wakening.lieDownAgain();
            if (hasNews()) {
                wakening.wakeOwn();
            }
            MemoryFaults.surface();
        } catch (InternalError e) {
            breakOff(RingState.cutShort(e));
        } catch (IOException | RuntimeException e) {
            breakOff(e);
        } catch (Error e) {
            breakOff(new IllegalStateException("a frame could not be taken", e));
            throw e;
        }
    }

    private void takeUntil(BooleanSupplier enough, Taker to) throws IOException {
        long start = System.nanoTime();
        BooleanSupplier news = () -> hasNews() || enough.getAsBoolean();
        do {
            if (frames.hasMore()) {
                takeBatch(to);
                frames.giveRoom();
            }
            sender.flushRest();
        } while (!enough.getAsBoolean()
                && !state.needsAttention()
                && System.nanoTime() - start < HELP_NANOS
                && !Thread.currentThread().isInterrupted()
                && (lookOut(news) || nap(news)));
    }

    private boolean lookOut(BooleanSupplier news) {
        return (frames.isWithinFrame() ? restSpin : helperSpin).until(news);
    }

    /** Sleeps for a moment where the other side can wake a helper, and tells whether it can. */
    private boolean nap(BooleanSupplier news) {
        Wakening.Sleep nap = wakening.lieDownToNap();
        if (nap == null) {
            return false;
        }
        if (!news.getAsBoolean()) {
            wakening.nap(nap);
        }
        wakening.getUp();
        return true;
    }

    private void breakOff(Exception e) {
        state.broken = e;
        sender.touch(wakening::wakeOwn);
    }

    // ---- the end

    /** Gives the memory back, unless a thread still receives, who will. */
    void releaseIfClosed(RingMemory memory) {
        if (state.closed && lock.tryLock()) {
            try {
                if (!asleep && lock.getHoldCount() == 1) {
                    sender.release(memory);
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
