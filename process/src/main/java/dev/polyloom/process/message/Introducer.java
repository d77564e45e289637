package dev.polyloom.process.message;

import dev.polyloom.PolyloomException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Introduces workers to each other, for links past the primary. Of two workers the elder listens
 * and the younger connects. There is one introduction of a pair at a time: whoever asks meanwhile
 * gets its outcome. Safe for use by several threads.
 */
final class Introducer {
    /** How long a worker may take for its part. */
    private static final long LIMIT_SECONDS = 10;

    private final Exchange exchange;
    private final Supplier<Meeting.Place> places;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Pair, CompletableFuture<Long>> underWay = new ConcurrentHashMap<>();

    Introducer(Exchange exchange, Supplier<Meeting.Place> places) {
        this.exchange = exchange;
        this.places = places;
    }

    private record Pair(Station listener, Station connector) {
        static Pair of(Station one, Station other) {
            return (int) one.id() < (int) other.id() ? new Pair(one, other) : new Pair(other, one);
        }
    }

    /** Sees to it that two workers have a link, and returns its number. */
    CompletableFuture<Long> introduce(Station one, Station other) {
        Pair pair = Pair.of(one, other);
        CompletableFuture<Long> mine = new CompletableFuture<>();
        CompletableFuture<Long> earlier = underWay.putIfAbsent(pair, mine);
        if (earlier != null) {
            return earlier.copy();
        }
        var _ =
                begin(pair)
                        .whenComplete((number, failure) -> {
                            underWay.remove(pair, mine);
                            if (failure == null) {
                                mine.complete(number);
                            } else {
                                mine.completeExceptionally(explained(pair, failure));
                            }
                        });
        return mine.copy();
    }

    private CompletableFuture<Long> begin(Pair pair) {
        try {
            Meeting.Place place = places.get();
            long number = numbers.incrementAndGet();
            Station listener = pair.listener();
            Station connector = pair.connector();
            String socket = place.socket(listener.id());
            var admission =
                    new Meeting.Admission(
                            number,
                            connector.id(),
                            connector.peer(),
                            socket,
                            place.ringFolders(),
                            place.transport());
            return this.<Meeting.Invitation>ask(listener, Commands.ADMIT, admission)
                    .thenApply(invitation ->
                            new Meeting.Introduction(
                                    number, listener.id(), listener.peer(), socket, invitation))
                    .thenCompose(news -> this.<Long>ask(connector, Commands.CONNECT, news));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private <T extends @Nullable Object> CompletableFuture<T> ask(
            Station who, String what, Object value) {
        PipeEnd pipe = exchange.pipe(who.id());
        if (pipe == null) {
            throw new PolyloomException("%s is gone".formatted(who.peer()));
        }
        // a question that is out of time is taken back, which interrupts who works at it
        return pipe.<T>ask(what, value)
                .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                .exceptionallyCompose(failure ->
                        CompletableFuture.failedFuture(
                                failure instanceof TimeoutException ? late(who) : failure));
    }

    private static PolyloomException late(Station who) {
        return new PolyloomException(
                "%s did not do its part within %d s: it is stopped, stuck or overloaded"
                        .formatted(who.peer(), LIMIT_SECONDS));
    }

    private static PolyloomException explained(Pair pair, Throwable failure) {
        Throwable cause = Exchange.unwrap(failure);
        return new PolyloomException(
                "%s and %s could not be introduced to each other: %s"
                        .formatted(
                                pair.listener().peer(),
                                pair.connector().peer(),
                                cause == null ? failure : cause.getMessage()),
                cause);
    }
}
