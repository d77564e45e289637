package dev.polyloom.process;

import dev.polyloom.WorkerDiedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** What workers with direct pipes do in the tests. */
final class PeerHandlers {
    private static volatile @Nullable PeerPipe last;

    private PeerHandlers() {}

    /** The initializer of the workers. */
    static void register() {
        PipeHandlers.register();
        Head head = Head.current();
        head.on("same", (message, from) -> from.equals(head.peer(from.peer().index())));
        head.on("hold", (message, from) -> hold(String.valueOf(message)));
    }

    /** Answers once a file is there. */
    private static Object hold(String file) {
        tell("held", file);
        awaitFile(Path.of(file));
        return "held";
    }

    static void awaitFile(Path file) {
        while (!Files.exists(file)) {
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
    }

    private static void tell(String name, Object message) {
        Head.current().primary().send(name, message);
    }

    private static PeerPipe opened() {
        return Objects.requireNonNull(last, "no pipe was opened");
    }

    /** Opens the pipe, and tells whether the other side has the same one. */
    static boolean open(int peer) throws Exception {
        PeerPipe pipe = Head.current().peer(peer);
        last = pipe;
        return pipe.equals(Head.current().peer(peer)) && pipe.<Boolean>request("same", "").get();
    }

    static boolean close() {
        opened().close();
        return opened().isOpen();
    }

    /** Waits until the pipe that was opened last is closed, and tells how. */
    static String awaitClosed() throws Exception {
        try {
            opened().closed().toCompletableFuture().get();
            return "in good order";
        } catch (ExecutionException e) {
            return String.valueOf(e.getCause());
        }
    }

    /** Counts the threads that receive from peers. */
    static long links() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().startsWith("polyloom-peer-"))
                .count();
    }

    static String greet(int peer) throws Exception {
        return Head.current().peer(peer).<String>request("greet", "").get();
    }

    /** Greets until nobody dies meanwhile. */
    static String greetAgain(int peer) throws Exception {
        while (true) {
            try {
                return greet(peer);
            } catch (ExecutionException | dev.polyloom.PolyloomException e) {
                if (!String.valueOf(e).contains("peers-" + peer)) {
                    throw e;
                }
            }
        }
    }

    /** Sends numbers, and asks how many came in order. */
    static int count(int peer, int count) throws Exception {
        Pipe pipe = Head.current().peer(peer);
        for (int i = 1; i <= count; i++) {
            pipe.send("next", i);
        }
        return pipe.<Integer>request("counted", "").get();
    }

    /** Asks again and again, and returns how often the answer was right. */
    static int chat(int peer, int count) throws Exception {
        Pipe pipe = Head.current().peer(peer);
        int right = 0;
        for (int i = 0; i < count; i++) {
            right += pipe.<Integer>request("echo", i).get() == i ? 1 : 0;
        }
        return right;
    }

    /** Asks until told to stop by a file; writes down how often it was answered. */
    static int chat(int peer, String progress, String stop) throws Exception {
        Pipe pipe = Head.current().peer(peer);
        int answered = 0;
        while (!Files.exists(Path.of(stop))) {
            answered += pipe.<Integer>request("echo", answered).get() == answered ? 1 : 0;
            if (answered % 100 == 0) {
                write(Path.of(progress), Integer.toString(answered));
            }
        }
        return answered;
    }

    /** Writes a file that nobody sees half written. */
    static void write(Path file, String text) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Asks and sends until the pipe is closed, and tells what became of all that. */
    static String load(int peer) throws Exception {
        Pipe pipe = Head.current().peer(peer);
        List<CompletableFuture<Integer>> asked = new ArrayList<>();
        String end;
        try {
            while (true) {
                int number = asked.size();
                asked.add(pipe.request("echo", number));
                pipe.send("sink", number);
                if (number % 50 == 0) {
                    tell("progress", number);
                }
            }
        } catch (PipeClosedException e) {
            end = e.getMessage() + " caused by " + e.getCause();
        }
        return "%d answered, %s".formatted(answered(asked), end);
    }

    private static int answered(List<CompletableFuture<Integer>> asked) throws Exception {
        int answered = 0;
        for (int i = 0; i < asked.size(); i++) {
            try {
                answered += asked.get(i).get() == i ? 1 : 0;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof WorkerDiedException)
                        && !(e.getCause() instanceof PipeClosedException)) {
                    throw e;
                }
            }
        }
        return answered;
    }

    /** Fills the pipe, and tells how. */
    static String fill(int peer) {
        Pipe pipe = Head.current().peer(peer);
        int sent = 0;
        try {
            while (true) {
                pipe.send("sink", sent);
                sent++;
            }
        } catch (PipeFullException e) {
            return "%d sent: %s".formatted(sent, e.getMessage());
        }
    }

    static int sunk(int peer) throws Exception {
        return Head.current().peer(peer).<Integer>request("sunk", "").get();
    }

    /** Sends messages that have no handler, and closes the pipe at once. */
    static boolean sendAndClose(int peer, int count) {
        try (PeerPipe pipe = Head.current().peer(peer)) {
            for (int i = 0; i < count; i++) {
                pipe.send(List.of(i));
            }
        }
        return true;
    }

    /** Receives until the pipe is closed, and tells what came. */
    static String receive(int peer) throws Exception {
        PeerPipe pipe = Head.current().peer(peer);
        tell("receiving", peer);
        int received = 0;
        try {
            while (true) {
                Optional<Message> next = pipe.receive(Duration.ofSeconds(30));
                if (next.isEmpty() || !List.of(received).equals(next.get().value())) {
                    return "after %d came %s".formatted(received, next);
                }
                received++;
            }
        } catch (PipeClosedException e) {
            return "%d, %s".formatted(received, e.getMessage());
        }
    }

    static String failureOf(int peer) {
        try {
            return "opened " + Head.current().peer(peer);
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    /** Asks for what takes long, and returns what comes of it. */
    static String ask(int peer, String name, String message) throws InterruptedException {
        try {
            return Head.current().peer(peer).<String>request(name, message).get();
        } catch (ExecutionException e) {
            return String.valueOf(e.getCause());
        }
    }

    /** Begins to ask, and takes it back when a file is there. */
    static boolean cancel(int peer, String file) {
        CompletableFuture<Object> asked = Head.current().peer(peer).request("park", "");
        awaitFile(Path.of(file));
        return asked.cancel(true);
    }

    static boolean poison(int peer) throws Exception {
        open(peer);
        opened().poison();
        return true;
    }
}
