package dev.polyloom.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Calls to the primary, to given workers and to new ones, from the primary and from workers. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallPlacesTest {
    static final class Places {
        @Action
        static int index() {
            return Head.find().map(Head::index).orElse(0);
        }

        @Action
        static long pid() {
            return ProcessHandle.current().pid();
        }

        @Action
        static Path beside(Path file) {
            return file.resolveSibling("b");
        }

        @Action
        static CompletableFuture<String> later() {
            return CompletableFuture.supplyAsync(() -> "later");
        }

        @Action
        static String fail(String message) {
            throw new IllegalStateException(message);
        }
    }

    static final class OfPrimary {
        @Action("primary.pid")
        static long pid() {
            return ProcessHandle.current().pid();
        }
    }

    interface Asked {
        @Action("places.index")
        CompletableFuture<Integer> index();

        @Action("places.pid")
        long pid();
    }

    private static final Actions ACTIONS = Actions.of(Places.class);

    private Scope scope;
    private Calls calls;

    @BeforeAll
    void open() {
        scope = Run.processes().name("places").workers(2).initializer(ACTIONS.installer()).open();
        calls = Calls.over(scope, ACTIONS);
    }

    @AfterAll
    void close() {
        scope.close();
    }

    private static long own() {
        return ProcessHandle.current().pid();
    }

    private <T extends @Nullable Object> T inWorker(dev.polyloom.SerializableCallable<T> task)
            throws Exception {
        return Router.of(scope).submit(To.worker(1), task).get();
    }

    @Test
    void givenWorker_runsTheCall() throws Exception {
        for (int index = 1; index <= 2; index++) {
            Calls there = calls.at(To.worker(index));

            assertThat(there.call("places.index")).isEqualTo(index);
            assertThat(there.of(Asked.class).index().get()).isEqualTo(index);
            assertThat(there.call("places.later")).isEqualTo("later");
            assertThat(there.call("places.beside", Path.of("a/c"))).isEqualTo(Path.of("a/b"));
        }
        assertThat(calls.at(To.worker("places-2")).call("places.index")).isEqualTo(2);
        assertThat(calls.at(To.worker(1)).of(Asked.class)).hasToString("Asked at worker 1");
    }

    @Test
    void primary_runsItsOwnCallsItself() throws Exception {
        assertThat(calls.at(To.primary()).call("places.pid")).isEqualTo(own());
        assertThat(calls.at(To.worker(1)).at(To.primary()).call("places.pid")).isEqualTo(own());
    }

    @Test
    void newWorker_isNoneOfTheScopes() throws Exception {
        Object one = calls.at(To.worker(1)).call("places.pid");
        Object two = calls.at(To.worker(2)).call("places.pid");

        assertThat(calls.at(To.fresh()).call("places.pid")).isNotIn(one, two, own());
    }

    @Test
    void anyWorker_isOneOfThem() throws Exception {
        assertThat(calls.at(To.any()).call("places.index")).isIn(1, 2);
    }

    @Test
    void severalPlaces_areRefused() {
        for (To to : List.of(To.all(), To.group("role"))) {
            assertThatThrownBy(() -> calls.at(to))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a call runs at one place");
        }
        assertThatThrownBy(() -> Calls.here(ACTIONS).at(To.worker(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(Calls::ofWorker).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void workers_callEachOtherAndNewOnes() throws Exception {
        assertThat(inWorker(() -> Calls.ofWorker().at(To.worker(2)).call("places.index")))
                .isEqualTo(2);
        assertThat(inWorker(() -> Calls.ofWorker().call("places.index"))).isIn(1, 2);
        assertThat(inWorker(() -> Calls.ofWorker().at(To.fresh()).call("places.pid")))
                .isNotEqualTo(own());
        assertThat(inWorker(() -> Calls.ofWorker().at(To.worker(2)).of(Asked.class).pid()))
                .isEqualTo(calls.at(To.worker(2)).call("places.pid"));
    }

    /** Shows what runs the annotations of the prep that it belongs to. */
    static final class Noting implements HeadInterceptor {
        static final ThreadLocal<Map<String, String>> NOTED = ThreadLocal.withInitial(Map::of);

        @Override
        public @Nullable Object around(Call call, Callable<?> body) throws Exception {
            Map<String, String> before = NOTED.get();
            NOTED.set(call.annotations());
            try {
                return body.call();
            } finally {
                NOTED.set(before);
            }
        }
    }

    static final class Notes {
        @Action
        static String read() {
            Head head = Head.current();
            return "%s: %s, %s".formatted(head.name(), head.annotations(), Noting.NOTED.get());
        }
    }

    private static String readThere(To to) throws Exception {
        return String.valueOf(Calls.ofWorker().at(to).call("notes.read"));
    }

    private static Prep<String> noted(To to) {
        return Prep.of(CallPlacesTest::readThere, to).annotate("size", "small");
    }

    @Test
    void action_seesTheAnnotationsOfItsWorker_andOfThePrepThatRunsThere() throws Exception {
        Heads heads =
                Heads.builder()
                        .annotate("of", "all")
                        .annotate(2, "of", "two")
                        .interceptor(Noting::new)
                        .build();
        Actions actions = Actions.of(Notes.class);
        try (Scope noting =
                Run.processes()
                        .name("n")
                        .workers(2)
                        .heads(heads)
                        .initializer(actions.installer())
                        .open()) {
            To two = To.worker(2);
            Router router = Router.of(noting);
            assertThat(Calls.over(noting, actions).at(two).call("notes.read"))
                    .isEqualTo("n-2: {of=two}, {}");
            assertThat(router.submit(To.worker(1), noted(two)).get())
                    .as("only what runs the prep belongs to it")
                    .isEqualTo("n-2: {of=two}, {}");
            Prep<String> here =
                    Prep.of(
                                    name ->
                                            String.valueOf(
                                                    Calls.here(Actions.installed()).call(name)),
                                    "notes.read")
                            .annotate("size", "small");
            assertThat(router.submit(two, here).get()).isEqualTo("n-2: {of=two}, {size=small}");
            assertThat(
                            router.submit(
                                            To.worker(1),
                                            () -> Head.current().submit(two, here).get())
                                    .get())
                    .isEqualTo("n-2: {of=two}, {size=small}");
            for (To to : List.of(To.any(), To.fresh())) {
                assertThat(
                                router.submit(
                                                To.worker(1),
                                                () -> Head.current().submit(to, here).get())
                                        .get())
                        .as("%s", to)
                        .endsWith("}, {size=small}");
            }
        }
    }

    @Test
    void worker_callsOnlyWhatThePrimaryServes() throws Exception {
        assertThatThrownBy(
                        () -> inWorker(() -> Calls.ofWorker().at(To.primary()).call("primary.pid")))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(NoHandlerException.class);
        try (Registration _ = Actions.of(OfPrimary.class).serve(Router.of(scope))) {
            assertThat(inWorker(() -> Calls.ofWorker().at(To.primary()).call("primary.pid")))
                    .isEqualTo(own());
            assertThatThrownBy(() ->
                            inWorker(() -> Calls.ofWorker().at(To.primary()).call("places.pid")))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(ActionException.class)
                    .hasMessage("no action 'places.pid'; there is primary.pid");
        }
        assertThatThrownBy(
                        () -> inWorker(() -> Calls.ofWorker().at(To.primary()).call("primary.pid")))
                .isInstanceOf(ExecutionException.class);
    }

    @Test
    void messageThatNamesCode_reachesNothingThatIsNotRegistered() throws Exception {
        Pipe pipe = Router.of(scope).pipe(To.worker(1));
        for (String name : List.of("java.lang.System.exit", "os.exit", "places.toString")) {
            assertThatThrownBy(() -> pipe.request(DeferredCall.of(name, 3)).get())
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(ActionException.class)
                    .hasMessageStartingWith("no action '" + name + "'");
        }
        assertThat(calls.at(To.worker(1)).call("places.index")).isEqualTo(1);
    }

    @Test
    void exceptionOfAGivenWorker_arrivesAsItself() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> calls.at(To.worker(2)).call("places.fail", "state"))
                .withMessage("state");
    }

    @Test
    void workerThatIsNotThere_isAnError() {
        assertThatExceptionOfType(UnknownPeerException.class)
                .isThrownBy(() -> calls.at(To.worker(3)).call("places.index"));
        assertThat(Objects.requireNonNull(scope).isShutdown()).isFalse();
    }
}
