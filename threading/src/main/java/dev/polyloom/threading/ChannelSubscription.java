package dev.polyloom.threading;

import dev.polyloom.threading.channel.CoreChannel;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Takes one element after the other from a channel to a subscriber, as there is demand. */
final class ChannelSubscription<T> implements Flow.Subscription {
    private final Receiver<T> source;
    private final Flow.Subscriber<? super T> subscriber;

    // guarded by this
    private long demand;
    private boolean stopped;
    private @Nullable Throwable misuse;
    private @Nullable Thread receiving;

    ChannelSubscription(Receiver<T> source, Flow.Subscriber<? super T> subscriber) {
        this.source = source;
        this.subscriber = subscriber;
    }

    @Override
    public synchronized void request(long count) {
        if (count <= 0) {
            misuse = new IllegalArgumentException("a request is for 1 or more, not " + count);
            cancel();
        } else {
            demand = demand > Long.MAX_VALUE - count ? Long.MAX_VALUE : demand + count;
            notifyAll();
        }
    }

    @Override
    public synchronized void cancel() {
        stopped = true;
        if (receiving != null) {
            receiving.interrupt();
        }
        notifyAll();
    }

    void run() {
        try {
            while (awaitDemand()) {
                subscriber.onNext(receive());
            }
            Throwable refused = misuse();
            if (refused != null) {
                subscriber.onError(refused);
            }
        } catch (ReceiveException e) {
            end(e.getCause());
        } catch (InterruptedException e) {
            cancel();
        }
    }

    private void end(@Nullable Throwable cause) {
        if (cause == null) {
            subscriber.onComplete();
        } else {
            subscriber.onError(cause);
        }
    }

    private synchronized @Nullable Throwable misuse() {
        return misuse;
    }

    /** Waits until there is something to do; false if nobody wants it. */
    private synchronized boolean awaitDemand() throws InterruptedException {
        while (demand == 0 && !stopped && !isFinished()) {
            wait();
        }
        if (stopped) {
            return false;
        }
        demand--;
        receiving = Thread.currentThread();
        return true;
    }

    private boolean isFinished() {
        return source instanceof CoreChannel<T> channel && channel.isFinished();
    }

    private T receive() throws InterruptedException {
        try {
            return source.receive();
        } finally {
            endReceive();
        }
    }

    /** What was meant for the wait is not to reach the subscriber. */
    private synchronized void endReceive() {
        receiving = null;
        if (stopped) {
            Thread.interrupted();
        }
    }
}
