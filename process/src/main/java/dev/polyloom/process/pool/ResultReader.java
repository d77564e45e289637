package dev.polyloom.process.pool;

import dev.polyloom.SerializationException;
import dev.polyloom.process.codec.Codec;
import dev.polyloom.process.transport.Frame;
import dev.polyloom.process.transport.FrameType;
import dev.polyloom.process.transport.LargeArrays;
import dev.polyloom.spi.ScopeTask;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Decodes what tasks returned or threw. As that runs user code, it happens in a virtual thread of
 * its own, for a limited time; only plain values are decoded by the caller.
 */
final class ResultReader {
    /** How long decoding may take, in milliseconds. */
    private static final String LIMIT_PROPERTY = "polyloom.process.decodeTimeout";

    private static final long DEFAULT_LIMIT = 10_000;

    private final String pool;
    private final Codec codec;
    private final LongConsumer lookBy;
    private final Duration limit;
    private final Set<Decoding> open = ConcurrentHashMap.newKeySet();

    ResultReader(String pool, Codec codec, LongConsumer lookBy) {
        this.pool = pool;
        this.codec = codec;
        this.lookBy = lookBy;
        this.limit = Duration.ofMillis(Long.getLong(LIMIT_PROPERTY, DEFAULT_LIMIT));
    }

    /** Returns how long decoding may take. */
    Duration limit() {
        return limit;
    }

    /** Tells whether a reply can be decoded by whoever received it. */
    boolean isPlain(ScopeTask<?> task, Frame reply) {
        return reply.type() == FrameType.RESULT
                && !task.isAsync()
                && codec.isPlain(reply.payload(), Frame.TIMES);
    }

    /** Completes a task with a plain value. */
    void completePlain(ScopeTask<?> task, Frame reply) {
        try {
            Object value = codec.decode("result", reply.payload(), Frame.TIMES);
            LargeArrays.give(reply.payload());
            complete(task, value);
        } catch (RuntimeException | Error e) {
            // those that came with it must not be lost with it
            task.fail(e);
        }
    }

    /** Completes a task with a decoded reply, later, then calls back. */
    void complete(ScopeTask<?> task, Frame reply, Runnable then) {
        byte[] payload = reply.payload();
        new Decoding(
                        () -> {
                            if (reply.type() == FrameType.FAILURE) {
                                Throwable failure = codec.decodeFailure(payload, Frame.TIMES);
                                return () -> task.fail(failure);
                            }
                            Object value = codec.decode("result", payload, Frame.TIMES);
                            return () -> complete(task, value);
                        },
                        task::fail,
                        then)
                .start();
    }

    /** Decodes a failure, later, and hands it, or why it cannot be decoded, to a taker. */
    void decodeFailure(byte[] body, Consumer<Throwable> taker) {
        new Decoding(
                        () -> {
                            Throwable failure = codec.decodeFailure(body);
                            return () -> taker.accept(failure);
                        },
                        taker,
                        () -> {})
                .start();
    }

    @SuppressWarnings("unchecked")
    private static void complete(ScopeTask<?> task, @Nullable Object value) {
        ((ScopeTask<@Nullable Object>) task).complete(value);
    }

    /** Gives up what takes too long, and returns when to look again. */
    long expire(long now) {
        long next = now + Times.FAR;
        for (Decoding each : open) {
            if (each.deadline - now <= 0) {
                each.expire();
            } else if (each.deadline - next < 0) {
                next = each.deadline;
            }
        }
        return next;
    }

    /** Decodes, and returns what is to be done with it. */
    private interface Decoder {
        Runnable decode() throws SerializationException;
    }

    /** Something being decoded. */
    private final class Decoding implements Runnable {
        private final Decoder decoder;
        private final Consumer<Throwable> failed;
        private final Runnable then;
        private final AtomicBoolean decided = new AtomicBoolean();
        private final Thread thread;
        private final long deadline = System.nanoTime() + limit.toNanos();

        Decoding(Decoder decoder, Consumer<Throwable> failed, Runnable then) {
            this.decoder = decoder;
            this.failed = failed;
            this.then = then;
            this.thread = Thread.ofVirtual().name("polyloom-" + pool + "-decode").unstarted(this);
        }

        void start() {
            open.add(this);
            lookBy.accept(deadline);
            thread.start();
        }

        @Override
        public void run() {
            Runnable outcome;
            try {
                outcome = decoder.decode();
            } catch (Throwable e) {
                outcome = () -> failed.accept(e);
            }
            if (decided.compareAndSet(false, true)) {
                finish(outcome);
            }
        }

        private void finish(Runnable outcome) {
            open.remove(this);
            try {
                outcome.run();
            } finally {
                then.run();
            }
        }

        void expire() {
            if (!decided.compareAndSet(false, true)) {
                return;
            }
            thread.interrupt();
            String message =
                    "it was not decoded within %s; its readObject or readResolve blocks"
                            .formatted(Times.text(limit));
            var failure = new SerializationException("result", message, null);
            Thread.ofVirtual()
                    .name("polyloom-" + pool + "-decode-failed")
                    .start(() -> finish(() -> failed.accept(failure)));
        }
    }
}
