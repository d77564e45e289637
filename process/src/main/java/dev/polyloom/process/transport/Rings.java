package dev.polyloom.process.transport;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Makes the shared memory of each worker of a pool where it can be had, and says where it cannot.
 */
public final class Rings implements Closeable {
    private static final Logger LOG = System.getLogger("dev.polyloom.process");
    private static final String CAPACITY_PROPERTY = "polyloom.process.ringBytes";
    private static final int CAPACITY = 2 * 1024 * 1024;

    private final String pool;
    private final TransportChoice choice;
    private final Folders folders;
    private final String prefix;
    private final AtomicLong made = new AtomicLong();
    private final AtomicBoolean told = new AtomicBoolean();
    private final AtomicReference<@Nullable CompletableFuture<@Nullable RingOffer>> prepared =
            new AtomicReference<>();

    /** Knows where rings may lie. */
    @FunctionalInterface
    public interface Folders {
        /** Returns folders that only the user can enter, best first. */
        List<Path> get();
    }

    /**
     * Makes rings.
     *
     * @param pool name of the pool, for the log
     * @param choice what was asked for
     * @param folders where rings may lie
     */
    public Rings(String pool, TransportChoice choice, Folders folders) {
        this(pool, choice, folders, "ring-");
    }

    /**
     * Makes rings in folders in which others make some, too.
     *
     * @param pool name of the pool, for the log
     * @param choice what was asked for
     * @param folders where rings may lie
     * @param prefix what the names of its files begin with, and those of no other's
     */
    public Rings(String pool, TransportChoice choice, Folders folders, String prefix) {
        this.pool = pool;
        this.choice = choice;
        this.folders = folders;
        this.prefix = prefix;
    }

    /** Returns the capacity that new rings have. */
    public static int capacityOfNew() {
        return Integer.getInteger(CAPACITY_PROPERTY, CAPACITY);
    }

    /**
     * Makes the rings of the first worker before it is wanted: in the background, or at once if
     * they are insisted on.
     *
     * @throws IOException if they are and cannot be had, with the reason
     */
    public void prepare() throws IOException {
        CompletableFuture<@Nullable RingOffer> first = new CompletableFuture<>();
        if (choice == TransportChoice.RING) {
            first.complete(make());
        } else if (choice.wantsRings()) {
            Thread.ofVirtual().name("polyloom-" + pool + "-rings").start(() -> complete(first));
        } else {
            return;
        }
        prepared.set(first);
    }

    private void complete(CompletableFuture<@Nullable RingOffer> first) {
        RingOffer made = null;
        try {
            made = make();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "rings will be tried again", e);
        } finally {
            first.complete(made);
        }
    }

    /**
     * Returns the rings of a new worker, which is the first to get them.
     *
     * @return the rings, or null if it is to use its socket
     * @throws IOException if rings were insisted on and cannot be had
     */
    public @Nullable RingOffer offer() throws IOException {
        CompletableFuture<@Nullable RingOffer> first = prepared.getAndSet(null);
        RingOffer ready = first == null ? null : first.join();
        return ready == null && choice.wantsRings() ? make() : ready;
    }

    /** Gives back what was prepared for nobody. */
    @Override
    public void close() {
        CompletableFuture<@Nullable RingOffer> first = prepared.getAndSet(null);
        RingOffer left = first == null ? null : first.join();
        if (left != null) {
            left.close();
        }
    }

    private @Nullable RingOffer make() throws IOException {
        try {
            return create(capacityOfNew());
        } catch (IOException | RuntimeException e) {
            fallBack(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private RingOffer create(int capacity) throws IOException {
        IOException failure = new IOException("there is no folder for them");
        for (Path folder : folders.get()) {
            Path file = folder.resolve(prefix + made.incrementAndGet());
            try {
                return new RingOffer(this, file, RingMemory.create(file, capacity));
            } catch (IOException e) {
                e.addSuppressed(failure);
                failure = e;
            }
        }
        throw failure;
    }

    /** Says once that sockets are used, and why; if rings were insisted on, that is an error. */
    void fallBack(String why) throws IOException {
        if (choice == TransportChoice.RING) {
            throw new IOException(
                    "%s asks for shared-memory rings, which cannot be had: %s"
                            .formatted(TransportChoice.VARIABLE, why));
        }
        LOG.log(
                told.compareAndSet(false, true) ? Level.INFO : Level.DEBUG,
                "workers of pool {0} use sockets, as shared memory cannot be had: {1}",
                pool,
                why);
    }
}
