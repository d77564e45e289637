package dev.polyloom.process.transport;

import java.io.EOFException;
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
 * helper:   lock; get up in its name; take frames, looking out for a moment; lie down in its name;
 *           if there is news by now: wake it; unlock
 * </pre>
 *
 * <p>So at any time either somebody holds the lock, and looks for news before letting it go, or the
 * doorbell says that the receiver sleeps, and the other side wakes it. A helper never sleeps here.
 */
final class RingReceiver {
    private static final long HELP_NANOS = 1_000_000;
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final RingState state;
    private final Wakening wakening;
    private final RingSender sender;
    private final RingReader reader;
    private final FrameParser parser;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicBoolean helped = new AtomicBoolean();
    private final Spin spin = new Spin(PROCESSORS);
    private final Spin helperSpin = new Spin(PROCESSORS);
    private final Spin lockSpin = new Spin(PROCESSORS);
    private @Nullable Taker taker;
    private boolean asleep;

    RingReceiver(RingState state, RingSender sender, RingReader reader, int maxPayload) {
        this.state = state;
        this.wakening = state.wakening();
        this.sender = sender;
        this.reader = reader;
        this.parser = new FrameParser(maxPayload);
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
                takeAll(to);
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
        while (!state.closed) {
            boolean nobodyWrites = state.peerEnded || wakening.peerIsGone();
            Frame frame = poll();
            if (frame != null || nobodyWrites) {
                return frame != null ? frame : end();
            }
            throwIfBroken();
            giveRoom();
            if (!spin.until(this::hasNewsOrHelp) || helped.get()) {
                sleep();
            }
            sender.flushRest();
        }
        return null;
    }

    private @Nullable Frame end() throws EOFException {
        if (parser.isWithinFrame()) {
            throw new EOFException("the connection was closed in the middle of a frame");
        }
        return null;
    }

    private void throwIfBroken() throws IOException {
        switch (state.broken) {
            case null -> {}
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Exception e -> throw new IOException(e);
        }
    }

    private boolean hasNews() {
        return reader.hasMore() || sender.canGoOn() || state.needsAttention();
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

    private @Nullable Frame poll() throws ProtocolException {
        do {
            Frame frame = parser.next(reader.window());
            if (frame != null) {
                if (reader.owesRoom()) {
                    giveRoom();
                }
                return frame;
            }
        } while (reader.refill());
        return null;
    }

    /** Takes all frames that have come. */
    private void takeAll(Taker to) throws IOException {
        for (Frame frame = pollOpen(); frame != null; frame = pollOpen()) {
            to.take(frame);
        }
        to.caughtUp();
    }

    private @Nullable Frame pollOpen() throws ProtocolException {
        return state.closed ? null : poll();
    }

    private void giveRoom() {
        if (reader.giveRoom()) {
            wakening.wakePeer();
        }
    }

    boolean ready() {
        lock.lock();
        try {
            return !state.closed && !parser.isWithinFrame() && reader.holdsFrame();
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
            if (lockSpin.until(lock::tryLock)) {
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
        } catch (InternalError e) {
            breakOff(RingState.cutShort(e));
        } catch (IOException | RuntimeException e) {
            breakOff(e);
        }
    }

    private void takeUntil(BooleanSupplier enough, Taker to) throws IOException {
        long start = System.nanoTime();
        BooleanSupplier news = () -> hasNews() || enough.getAsBoolean();
        do {
            if (reader.hasMore()) {
                takeAll(to);
                giveRoom();
            }
            sender.flushRest();
        } while (!enough.getAsBoolean()
                && !state.needsAttention()
                && System.nanoTime() - start < HELP_NANOS
                && !Thread.currentThread().isInterrupted()
                && helperSpin.until(news));
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
