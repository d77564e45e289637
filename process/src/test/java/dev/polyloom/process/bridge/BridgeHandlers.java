package dev.polyloom.process.bridge;

import dev.polyloom.process.Head;
import dev.polyloom.process.Message;
import dev.polyloom.process.Peer;
import dev.polyloom.process.Pipe;
import dev.polyloom.process.To;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What workers do in the tests of bridges. */
@SuppressWarnings("FutureReturnValueIgnored") // a handler answers with it
final class BridgeHandlers {
    private static final AtomicInteger BEGUN = new AtomicInteger();
    private static final AtomicInteger RELAYED = new AtomicInteger();
    private static final AtomicInteger INTERRUPTED = new AtomicInteger();

    private BridgeHandlers() {}

    static void register() {
        Head head = Head.current();
        head.on("who", (message, from) -> head.name() + " heard " + message);
        head.on("from", (message, from) -> from.peer().name());
        head.on("never", (message, from) -> never());
        head.on("wait", (message, from) -> awaitInterrupt());
        head.on("interrupted", (message, from) -> INTERRUPTED.get());
        head.on(
                "fail",
                (message, from) -> {
                    throw new IllegalStateException("no " + message);
                });
        head.on("relay", (message, from) -> relay(message, "who", "a relay"));
        head.on("relay never", (message, from) -> relayed(message));
        head.on("relayed", (message, from) -> RELAYED.get());
        head.on("begun", (message, from) -> BEGUN.get());
        head.on("relay primary", (message, from) -> String.valueOf(peer(message).index()));
        head.on("describe", (message, from) -> peer(message) + " " + peer(message).annotations());
        head.on("greet back", (message, from) -> asked(from, message));
    }

    static Object never() {
        return new CompletableFuture<Object>();
    }

    private static Pipe pipe(@Nullable Object name) {
        return Head.current().pipe(To.named(String.valueOf(name)));
    }

    private static Peer peer(@Nullable Object name) {
        return pipe(name).peer();
    }

    private static Object relay(@Nullable Object name, String handler, String message) {
        return pipe(name).request(handler, message);
    }

    private static Object relayed(@Nullable Object name) {
        Object open = relay(name, "never", "");
        RELAYED.incrementAndGet();
        return open;
    }

    private static Object asked(Pipe pipe, @Nullable Object message) {
        return pipe.request("who", message);
    }

    private static Object awaitInterrupt() throws InterruptedException {
        BEGUN.incrementAndGet();
        try {
            new CountDownLatch(1).await();
            return "never";
        } finally {
            INTERRUPTED.incrementAndGet();
        }
    }

    /** Takes messages of the first pipe that has some. */
    static int receiveAll(int count) throws InterruptedException {
        Pipe pipe = Head.current().pipe(To.named("left"));
        for (int i = 0; i < count; i++) {
            Message _ = pipe.receive(Duration.ofSeconds(20)).orElseThrow();
        }
        return count;
    }
}
