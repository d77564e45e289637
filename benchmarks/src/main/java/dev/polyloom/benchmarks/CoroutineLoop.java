package dev.polyloom.benchmarks;

import java.util.Objects;
import kotlin.ResultKt;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlin.coroutines.jvm.internal.SuspendLambda;
import kotlin.jvm.functions.Function2;
import kotlinx.coroutines.CoroutineScope;
import kotlinx.coroutines.channels.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A suspending loop as Kotlin's compiler would write it: the fields are its local variables, and
 * {@link #invokeSuspend} goes on where it left off. Before a call that may suspend, all fields say
 * what comes after it, as another thread may go on at once.
 */
abstract class CoroutineLoop extends SuspendLambda
        implements Function2<CoroutineScope, Continuation<? super Unit>, Object> {
    private static final Object SUSPENDED = IntrinsicsKt.getCOROUTINE_SUSPENDED();

    final transient Ends ends;
    final long count;
    long done;

    /** What is told at the end of a loop: the sum of what it received. */
    @FunctionalInterface
    interface Ends {
        void ended(long received);
    }

    /** Makes the loop once more, to be run with a continuation. */
    abstract CoroutineLoop copy(@Nullable Continuation<Object> completion);

    CoroutineLoop(long count, Ends ends, @Nullable Continuation<Object> completion) {
        super(2, completion);
        this.count = count;
        this.ends = ends;
    }

    @Override
    @SuppressWarnings("unchecked") // Kotlin's compiler does so too
    public Continuation<Unit> create(
            @Nullable Object value, Continuation<? extends @Nullable Object> completion) {
        return (Continuation<Unit>) (Continuation<?>) copy((Continuation<Object>) completion);
    }

    @Override
    @SuppressWarnings("unchecked") // Kotlin's compiler does so too
    public Object invoke(CoroutineScope scope, Continuation<? super Unit> completion) {
        return copy((Continuation<Object>) (Continuation<?>) completion)
                .invokeSuspend(Unit.INSTANCE);
    }

    @Override
    protected abstract Object invokeSuspend(Object result);

    /** Tells whether a call has returned early, to be gone on from later. */
    @SuppressWarnings("ReferenceEquality") // it is one object
    static boolean suspended(@Nullable Object result) {
        return result == SUSPENDED;
    }

    final Object end(long received) {
        ends.ended(received);
        return Unit.INSTANCE;
    }

    /** Sends all messages. */
    static final class Sending extends CoroutineLoop {
        private final transient Channel<Integer> channel;

        Sending(
                Channel<Integer> channel,
                long count,
                Ends ends,
                @Nullable Continuation<Object> completion) {
            super(count, ends, completion);
            this.channel = channel;
        }

        @Override
        CoroutineLoop copy(@Nullable Continuation<Object> completion) {
            return new Sending(channel, count, ends, completion);
        }

        @Override
        protected Object invokeSuspend(Object result) {
            ResultKt.throwOnFailure(result);
            while (done < count) {
                if (suspended(channel.send(Traffic.Messages.of(done++), this))) {
                    return SUSPENDED;
                }
            }
            return end(0);
        }
    }

    /** Receives all messages. */
    static final class Receiving extends CoroutineLoop {
        private final transient Channel<Integer> channel;
        private boolean receiving;
        private long sum;

        Receiving(
                Channel<Integer> channel,
                long count,
                Ends ends,
                @Nullable Continuation<Object> completion) {
            super(count, ends, completion);
            this.channel = channel;
        }

        @Override
        CoroutineLoop copy(@Nullable Continuation<Object> completion) {
            return new Receiving(channel, count, ends, completion);
        }

        @Override
        protected Object invokeSuspend(Object result) {
            ResultKt.throwOnFailure(result);
            Object received = result;
            while (true) {
                if (receiving) {
                    sum += (Integer) Objects.requireNonNull(received);
                    done++;
                }
                if (done == count) {
                    return end(sum);
                }
                receiving = true;
                received = channel.receive(this);
                if (suspended(received)) {
                    return SUSPENDED;
                }
            }
        }
    }

    /** Sends a message and awaits its return, again and again. */
    static final class Calling extends CoroutineLoop {
        private final transient Channel<Integer> there;
        private final transient Channel<Integer> back;
        private boolean sent;
        private boolean receiving;
        private long sum;

        Calling(
                Channel<Integer> there,
                Channel<Integer> back,
                long count,
                Ends ends,
                @Nullable Continuation<Object> completion) {
            super(count, ends, completion);
            this.there = there;
            this.back = back;
        }

        @Override
        CoroutineLoop copy(@Nullable Continuation<Object> completion) {
            return new Calling(there, back, count, ends, completion);
        }

        @Override
        protected Object invokeSuspend(Object result) {
            ResultKt.throwOnFailure(result);
            Object received = result;
            while (true) {
                if (receiving) {
                    receiving = false;
                    sent = false;
                    sum += (Integer) Objects.requireNonNull(received);
                    done++;
                }
                if (done == count) {
                    return end(sum);
                }
                if (!sent) {
                    sent = true;
                    if (suspended(there.send(Traffic.Messages.of(done), this))) {
                        return SUSPENDED;
                    }
                }
                receiving = true;
                received = back.receive(this);
                if (suspended(received)) {
                    return SUSPENDED;
                }
            }
        }
    }

    /** Sends each message back. */
    static final class Answering extends CoroutineLoop {
        private final transient Channel<Integer> there;
        private final transient Channel<Integer> back;
        private boolean receiving;

        Answering(
                Channel<Integer> there,
                Channel<Integer> back,
                long count,
                Ends ends,
                @Nullable Continuation<Object> completion) {
            super(count, ends, completion);
            this.there = there;
            this.back = back;
        }

        @Override
        CoroutineLoop copy(@Nullable Continuation<Object> completion) {
            return new Answering(there, back, count, ends, completion);
        }

        @Override
        protected Object invokeSuspend(Object result) {
            ResultKt.throwOnFailure(result);
            Object received = result;
            while (true) {
                if (receiving) {
                    receiving = false;
                    done++;
                    if (suspended(back.send((Integer) received, this))) {
                        return SUSPENDED;
                    }
                }
                if (done == count) {
                    return end(0);
                }
                receiving = true;
                received = there.receive(this);
                if (suspended(received)) {
                    return SUSPENDED;
                }
            }
        }
    }
}
