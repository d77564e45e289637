package dev.polyloom.process;

import dev.polyloom.ProcessScopeBuilder;
import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.SerializationException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Sends what is longer than a frame along every way there is; for a JVM with short frames. */
final class LongFrames {
    /** The longest frame, which holds the longest text of a failure. */
    static final int LIMIT = 2 << 20;

    private static final int LONG = 2 * LIMIT;
    private static final int ROOM = 3;
    private static final String NAME = "long";

    private LongFrames() {}

    /** Cannot travel whole. */
    static final class LongException extends Exception {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("UnusedVariable") // only its length counts
        private final byte[] content = new byte[LONG];

        LongException() {
            super("much to say");
        }
    }

    private static Object tooMuch() throws LongException {
        throw new LongException();
    }

    private static void listen(Endpoint endpoint) {
        endpoint.on("echo", (message, from) -> message);
        endpoint.on("answer", (message, from) -> new byte[LONG]);
        endpoint.on("fail", (message, from) -> tooMuch());
    }

    /** The initializer of the workers. */
    static void register() {
        listen(Head.current());
    }

    private static ProcessScopeBuilder builder(String transport) {
        return Run.processes()
                .name(NAME)
                .systemProperty("polyloom.transport", transport)
                .heads(Heads.builder().pipeMessages(ROOM).pipeBytes(4L * LONG).build());
    }

    private static Scope open(String transport) {
        System.setProperty("polyloom.transport", transport);
        return builder(transport).workers(2).initializer(LongFrames::register).open();
    }

    private static List<@Nullable Object> bytes() {
        return new ArrayList<>(Arrays.asList(new byte[LONG], "x"));
    }

    private static String outcome(Callable<?> body) {
        try {
            return String.valueOf(body.call());
        } catch (ExecutionException e) {
            return told(e.getCause());
        } catch (Exception e) {
            return told(e);
        }
    }

    private static String told(@Nullable Throwable thrown) {
        List<Throwable> all = new ArrayList<>();
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            all.add(each);
            all.addAll(Arrays.asList(each.getSuppressed()));
        }
        return all.toString();
    }

    // ---- along a pipe

    /** What becomes of long messages, and of a short one after them. */
    record Along(
            String sent,
            String tried,
            String requested,
            String called,
            String answered,
            String failed,
            String returned,
            List<String> rejected,
            String after)
            implements Serializable {}

    private static Along along(Pipe pipe, Endpoint endpoint, To to) {
        ArrayList<String> rejected = new ArrayList<>();
        for (int i = 0; i < 2 * ROOM; i++) {
            // more than the pipe holds, if a rejection did not give back its room
            rejected.add(outcome(() -> sent(pipe, "fail", "x")));
        }
        List<@Nullable Object> much = bytes();
        return new Along(
                outcome(() -> sent(pipe, "echo", bytes())),
                outcome(() -> pipe.trySend("echo", bytes())),
                outcome(() -> pipe.request("echo", bytes()).get()),
                outcome(() -> endpoint.submit(to, () -> much.size()).get()),
                outcome(() -> pipe.request("answer", "x").get()),
                outcome(() -> pipe.request("fail", "x").get()),
                outcome(() -> endpoint.submit(to, () -> bytes()).get()),
                rejected,
                outcome(() -> pipe.request("echo", "short").get()));
    }

    private static Object sent(Pipe pipe, String name, Object message) {
        pipe.send(name, message);
        return "sent";
    }

    private static Along fromWorker(To to) {
        Head head = Head.current();
        return along(head.pipe(to), head, to);
    }

    private static Along toPeer() {
        return along(Head.current().peer(2), Head.current(), To.worker(2));
    }

    /** Returns what becomes of them between the primary and a worker, and among workers. */
    static List<Along> pipes(String transport) throws Exception {
        try (Scope scope = open(transport)) {
            Router router = Router.of(scope);
            listen(router);
            To one = To.worker(1);
            To two = To.worker(2);
            ArrayList<Along> all = new ArrayList<>();
            List<Long> before = pids(router);
            all.add(along(router.pipe(one), router, one));
            all.add(router.submit(one, () -> fromWorker(two)).get());
            all.add(router.submit(one, LongFrames::toPeer).get());
            if (!pids(router).equals(before)) {
                throw new IllegalStateException("a worker was lost");
            }
            return all;
        }
    }

    private static List<Long> pids(Router router) {
        return List.of(
                router.pipe(To.worker(1)).peer().pid(), router.pipe(To.worker(2)).peer().pid());
    }

    /** Returns what becomes of them from a worker to the primary, which runs no tasks for it. */
    static Along toPrimary(String transport) throws Exception {
        try (Scope scope = open(transport)) {
            Router router = Router.of(scope);
            listen(router);
            return router.submit(To.worker(1), () -> fromWorker(To.primary())).get();
        }
    }

    // ---- tasks

    /** Returns what becomes of tasks that take, return or throw too much. */
    static List<String> tasks(String transport) throws Exception {
        try (Scope scope = open(transport)) {
            List<@Nullable Object> much = bytes();
            Router router = Router.of(scope);
            ArrayList<String> all = new ArrayList<>();
            all.add(outcome(() -> scope.submit(() -> much.size()).get()));
            all.add(outcome(() -> scope.submit(() -> bytes()).get()));
            all.add(outcome(() -> scope.submit(() -> tooMuch()).get()));
            for (To to : List.of(To.any(), To.fresh())) {
                all.add(outcome(() -> router.submit(to, () -> much.size()).get()));
                all.add(outcome(() -> router.submit(to, () -> bytes()).get()));
                all.add(outcome(() -> router.submit(to, () -> tooMuch()).get()));
            }
            all.add(scope.submit(() -> "short").get());
            return all;
        }
    }

    /** Returns what becomes of a scope whose initializer takes, or throws, too much. */
    static List<String> starts(String transport) {
        List<@Nullable Object> much = bytes();
        ArrayList<String> all = new ArrayList<>();
        all.add(
                outcome(() -> {
                    ProcessScopeBuilder builder = builder(transport).workers(1);
                    try (Scope scope = builder.initializer(() -> take(much)).open()) {
                        return scope.submit(() -> "x").get();
                    }
                }));
        all.add(
                outcome(() -> {
                    ProcessScopeBuilder builder = builder(transport).workers(1);
                    try (Scope scope = builder.initializer(LongFrames::cannotStart).open()) {
                        return scope.submit(() -> "x").get();
                    }
                }));
        all.add(
                outcome(() -> {
                    Heads heads = Heads.builder().arguments(bytes()).build();
                    ProcessScopeBuilder builder = builder(transport).workers(1).heads(heads);
                    try (Scope scope = builder.open()) {
                        return scope.submit(() -> "x").get();
                    }
                }));
        return all;
    }

    private static void take(List<?> much) {
        if (much.isEmpty()) {
            throw new IllegalStateException("nothing came");
        }
    }

    private static void cannotStart() {
        throw new SerializationException("x", "y", new LongException());
    }
}
