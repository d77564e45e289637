package dev.polyloom.threading;

import java.util.Objects;
import java.util.concurrent.Flow;

/**
 * A view of a channel as a reactive publisher. Subscribers share the elements: each goes to one of
 * them, or to another receiver of the channel, and none is taken out without demand for it. A
 * subscriber is told of the end, or of the error that the channel was closed with, when it has had
 * its last element, or when it asks for more. Each subscription has a thread of its own, which
 * calls the subscriber. Safe for use by several threads.
 *
 * @param <T> the type of the elements
 */
public final class ChannelPublisher<T> implements Flow.Publisher<T> {
    private final Receiver<T> source;

    /**
     * Makes a view.
     *
     * @param source where the elements come from
     */
    public ChannelPublisher(Receiver<T> source) {
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Has a subscriber called with elements as it asks for them. A subscriber that throws is not
     * called again.
     *
     * @param subscriber what is called
     * @throws SpawnException if there is no room for a thread
     */
    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        ChannelSubscription<T> subscription = new ChannelSubscription<>(source, subscriber);
        subscriber.onSubscribe(subscription);
        Threads.builder()
                .virtual()
                .daemon(true)
                .name("subscriber of " + source)
                .start(subscription::run);
    }
}
