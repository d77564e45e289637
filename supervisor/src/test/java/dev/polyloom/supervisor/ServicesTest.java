package dev.polyloom.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.process.Action;
import dev.polyloom.process.ActionException;
import dev.polyloom.process.Actions;
import dev.polyloom.process.DeferredCall;
import dev.polyloom.supervisor.spi.ServiceExecutor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Services made of classes, programs and actions, in this JVM. */
@Timeout(60)
class ServicesTest {
    private static final LinkedBlockingQueue<String> TOLD = new LinkedBlockingQueue<>();
    private static final String PATH = "host/top/a";

    private final Events events = new Events();

    @BeforeEach
    void forget() {
        TOLD.clear();
    }

    private Host start(ServiceBuilder service) {
        SupervisorSpec top = SupervisorSpec.named("top").child(service.build()).build();
        return Host.named("host").listener(events).supervisor(top).start();
    }

    private Host start(Service service) {
        return start(ServiceSpec.named("a", service).restart(Restart.TRANSIENT));
    }

    /** A service with a field, to tell one instance from another. */
    static final class Counting implements Service {
        private int runs;

        @Override
        public void run(ServiceContext context) {
            runs++;
            TOLD.add("run " + runs + " of an instance");
            if (context.incarnation() < 3) {
                throw new IllegalStateException("again");
            }
        }
    }

    @Test
    void class_isMadeAnewAtEachStart() {
        try (Host _ = start(Services.of(Counting.class))) {
            await().until(() -> TOLD.size() == 3);
            assertThat(TOLD).containsOnly("run 1 of an instance");
        }
    }

    /** Knows nothing of services. */
    static final class Plain implements Runnable {
        @Override
        public void run() {
            TOLD.add("plain");
        }
    }

    @Test
    void runnable_ofAClass_isReadyWhenItBegins() {
        ServiceBuilder plain =
                ServiceSpec.named("a", Services.of(Plain.class))
                        .restart(Restart.TEMPORARY)
                        .readyWithin(java.time.Duration.ofSeconds(30));
        try (Host _ = start(plain)) {
            events.await(ServiceEvent.Ready.class, PATH, 1);
            events.await(ServiceEvent.Stopped.class, PATH, 1);
            assertThat(TOLD).containsExactly("plain");
        }
    }

    /** Does not block. */
    static final class OnALoop implements AsyncService {
        @Override
        public CompletionStage<?> runAsync(ServiceContext context) {
            context.loop().execute(() -> TOLD.add("on a loop"));
            return context.token().cancelled();
        }
    }

    @Test
    void asyncService_ofAClass_runsOnALoop() {
        ServiceExecutor loop = ServiceExecutors.hostLoop();
        try (Host _ = start(ServiceSpec.named("a", Services.of(OnALoop.class)).executor(loop))) {
            await().until(() -> TOLD.contains("on a loop"));
        }
    }

    abstract static class Abstract implements Service {}

    static final class WithParameter implements Runnable {
        WithParameter(int ignored) {
            TOLD.add("made with " + ignored);
        }

        @Override
        public void run() {}
    }

    @Test
    void class_thatCannotBeAService_isRefusedWithTheReason() {
        assertThatThrownBy(() -> Services.of(String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("java.lang.String is neither a Service nor a Runnable");
        assertThatThrownBy(() -> Services.of(Abstract.class)).hasMessageContaining("is abstract");
        assertThatThrownBy(() -> Services.of(WithParameter.class))
                .hasMessageContaining("no constructor without parameters");
        assertThatThrownBy(() -> Services.main(String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.String has no main(String[])");
    }

    /** A program that goes on in a thread of its own. */
    static final class Program {
        private static final CountDownLatch GO = new CountDownLatch(1);

        static void main(String[] arguments) {
            TOLD.add("main " + String.join(" ", arguments));
            new Thread(Program::goOn).start();
        }

        private static void goOn() {
            try {
                GO.await();
                TOLD.add("released");
            } catch (InterruptedException e) {
                TOLD.add("interrupted");
            }
        }
    }

    @Test
    void program_endsWithItsThreads_andIsInterruptedAtStop() {
        try (Host host = start(Services.main(Program.class, "x", "y"))) {
            await().until(() -> TOLD.contains("main x y"));
            host.restartChild(PATH);
            await().until(() -> TOLD.contains("interrupted"));
            events.await(ServiceEvent.Ready.class, PATH, 2);
            Program.GO.countDown();
            events.await(ServiceEvent.Stopped.class, PATH, 2);
            assertThat(TOLD).contains("released");
        }
    }

    /** A program as of JDK 25. */
    static class Instance {
        void main() {
            throw new IllegalStateException("made " + getClass().getSimpleName());
        }
    }

    @Test
    void program_thatThrows_isACrash() {
        try (Host _ = start(Services.main(Instance.class))) {
            ServiceEvent.Crashed crashed = events.await(ServiceEvent.Crashed.class, PATH, 1);
            assertThat(crashed.cause()).hasMessage("made Instance");
        }
    }

    /** What can be called. */
    public static final class Deeds {
        private Deeds() {}

        /** Says a word, now or later. */
        @Action("deeds.say")
        public static CompletableFuture<String> say(String word) {
            TOLD.add(word);
            return CompletableFuture.failedFuture(new IllegalStateException("said " + word));
        }
    }

    @Test
    void action_whoseStageFails_isACrash() {
        Actions actions = Actions.of(Deeds.class);
        try (Host _ = start(Services.action(actions, DeferredCall.of("deeds.say", "hello")))) {
            ServiceEvent.Crashed crashed = events.await(ServiceEvent.Crashed.class, PATH, 1);
            assertThat(crashed.cause()).hasMessage("said hello");
            assertThat(TOLD).contains("hello");
        }
        assertThatThrownBy(() -> Services.action(actions, DeferredCall.of("deeds.sya")))
                .isInstanceOf(ActionException.class)
                .hasMessageContaining("deeds.say");
    }
}
