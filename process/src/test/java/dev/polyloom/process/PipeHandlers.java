package dev.polyloom.process;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What the heads of the tests do with messages. */
final class PipeHandlers {
    private static final AtomicInteger COUNTED = new AtomicInteger();
    private static final AtomicInteger SUNK = new AtomicInteger();

    private PipeHandlers() {}

    /** The initializer of the workers. */
    static void register() {
        Head head = Head.current();
        head.on("echo", (message, from) -> message);
        head.on(
                "fail",
                (message, from) -> {
                    throw new IOException(String.valueOf(message));
                });
        head.on("park", (message, from) -> park());
        head.on(Integer.class, (number, from) -> "integer " + number);
        head.on(Number.class, (number, from) -> "number " + number);
        head.on("greet", (message, from) -> from.peer().name() + " to " + head.name());
        head.on("count down", (message, from) -> countDown(number(message), from));
        head.on("ping pong", (message, from) -> pingPong(number(message)));
        head.on("next", (message, from) -> next(number(message)));
        head.on("counted", (message, from) -> COUNTED.get());
        head.on("sink", (message, from) -> SUNK.incrementAndGet());
        head.on("sunk", (message, from) -> SUNK.get());
        head.on(String.class, (text, from) -> tell("heard", text));
    }

    private static int number(@Nullable Object message) {
        return (Integer) Objects.requireNonNull(message);
    }

    private static Object tell(String name, Object message) {
        Head.current().primary().send(name, message);
        return "told";
    }

    private static Object park() throws InterruptedException {
        tell("parked", "");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            tell("interrupted", "");
        }
        return "unparked";
    }

    private static Object countDown(int from, Pipe pipe) {
        for (long i = from; i > 0; i--) {
            pipe.send(i);
        }
        return "counted";
    }

    /** Asks the other worker, which asks this one, and so on. */
    private static Object pingPong(int left) throws Exception {
        if (left == 0) {
            return 0;
        }
        Head head = Head.current();
        Integer deeper =
                head.pipe(To.worker(3 - head.index()))
                        .<Integer>request("ping pong", left - 1)
                        .get();
        return deeper + 1;
    }

    static String greet(To to) throws Exception {
        return Head.current().pipe(to).<String>request("greet", "").get();
    }

    static List<String> peers() {
        return new ArrayList<>(Head.current().peers().stream().map(Peer::name).toList());
    }

    /** Sends numbers to the primary, and asks which came last. */
    static int number(int count) throws Exception {
        Pipe primary = Head.current().primary();
        for (int i = 1; i <= count; i++) {
            primary.send("number", i);
        }
        return primary.<Integer>request("last", "").get();
    }

    /** Counts numbers that come in order, and none that does not. */
    private static Object next(int number) {
        return COUNTED.compareAndSet(number - 1, number);
    }

    /** Sends numbers, and asks how many came in order. */
    static int count(To to, int count) throws Exception {
        Pipe pipe = Head.current().pipe(to);
        for (int i = 1; i <= count; i++) {
            pipe.send("next", i);
        }
        return pipe.<Integer>request("counted", "").get();
    }

    /** Sends what the primary does not take, and returns what it says. */
    static String sendUrl() throws Exception {
        URL url = URI.create("http://localhost/").toURL();
        return Head.current()
                .primary()
                .request("echo", url)
                .handle((answer, failure) -> String.valueOf(failure))
                .get();
    }

    static long pid() {
        return ProcessHandle.current().pid();
    }

    /** Fills a pipe that nobody reads from, and returns how it was told. */
    static String fill(To to, Object message) {
        Pipe pipe = Head.current().pipe(to);
        try {
            while (true) {
                pipe.send("sink", message);
            }
        } catch (PipeFullException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Asks for what is never answered, and returns what is thrown. */
    static String park(To to) throws InterruptedException {
        try {
            Object _ = Head.current().pipe(to).request("park", "").get();
            return "answered";
        } catch (ExecutionException e) {
            return String.valueOf(e.getCause());
        }
    }
}
