package dev.polyloom.supervisor.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.SerializableCallable;
import dev.polyloom.SerializableRunnable;
import dev.polyloom.WorkerDiedException;
import dev.polyloom.process.Pipe;
import dev.polyloom.process.Registration;
import dev.polyloom.supervisor.SerializableAsyncService;
import dev.polyloom.supervisor.SerializableService;
import dev.polyloom.supervisor.Service;
import dev.polyloom.supervisor.ServiceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workers that wait for a service, in real processes. */
@Timeout(60)
class SpareWorkersTest {
    private static final SerializableCallable<Long> PID = () -> ProcessHandle.current().pid();

    @TempDir private Path folder;
    private final CountDownLatch waits = new CountDownLatch(1);

    /** A class that must not be initialised by a process that only waits. */
    static final class Touchy implements SerializableService {
        static final long serialVersionUID = 1;

        static {
            System.setProperty("touchy", "initialised");
        }

        @Override
        public void run(ServiceContext context) {}
    }

    private static ServiceWorker taken(SpareWorkers spares, ProcessExecutor executor) {
        ServiceWorker worker = spares.take(executor);
        if (worker == null) {
            throw new AssertionError("no worker waits");
        }
        return worker;
    }

    private void awaitOne(SpareWorkers spares, ProcessExecutor executor, Service service)
            throws InterruptedException {
        spares.refill(executor, service, waits::countDown);
        assertThat(waits.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void spare_isUp_hasRehearsed_andHasNotInitialisedTheService() throws Exception {
        try (SpareWorkers spares = new SpareWorkers()) {
            awaitOne(spares, ProcessExecutor.PROCESS, new Touchy());
            try (ServiceWorker worker = taken(spares, ProcessExecutor.PROCESS)) {
                assertThat(spares.take(ProcessExecutor.PROCESS)).isNull();
                long pid = worker.submit(PID).get();
                assertThat(pid).isNotEqualTo(ProcessHandle.current().pid());
                SerializableCallable<Boolean> untouched =
                        () -> System.getProperty("touchy") == null;
                assertThat(worker.submit(untouched).get()).isTrue();
            }
        }
    }

    @Test
    void spare_rehearsesOnItsLoop() throws Exception {
        SerializableAsyncService service = _ -> CompletableFuture.completedStage(null);
        try (SpareWorkers spares = new SpareWorkers()) {
            awaitOne(spares, ProcessExecutor.PROCESS_LOOP, service);
            taken(spares, ProcessExecutor.PROCESS_LOOP).close();
        }
    }

    @Test
    void spare_thatCannotStart_isMissed_andTriedAgain() throws Exception {
        String tries = folder.resolve("tries").toString();
        var executor =
                new ProcessExecutor("process", false, options -> options.initializer(fail(tries)));
        try (SpareWorkers spares = new SpareWorkers()) {
            await().atMost(Duration.ofSeconds(50))
                    .until(() -> {
                        spares.refill(executor, new Touchy(), waits::countDown);
                        return Files.exists(Path.of(tries)) && Files.size(Path.of(tries)) >= 6;
                    });
            assertThat(spares.take(executor)).isNull();
            assertThat(waits.getCount()).isOne();
        }
    }

    private static SerializableRunnable fail(String tries) {
        return () -> {
            try {
                Files.writeString(
                        Path.of(tries), "x", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            throw new IllegalStateException("not today");
        };
    }

    @Test
    void messages_toAServiceThatHasJustEnded_areOfNoAccount() throws Exception {
        CompletableFuture<Pipe> host = new CompletableFuture<>();
        SerializableService ends = _ -> {};
        Duration limit = Duration.ofSeconds(30);
        var order = new ServiceOrder(1, "host/a", 1, Map.of(), null, limit, false, ends);
        try (ServiceWorker worker = ProcessExecutor.PROCESS.open();
                Registration _ =
                        worker.listen((_, from) -> {
                            host.complete(from);
                            return null;
                        })) {
            Object _ = worker.submit(order).get();

            assertThat(host.join().request(ServiceMessage.NAME, new ServiceMessage.Cancel()))
                    .succeedsWithin(limit);
        }
    }

    @Test
    void spares_endAtOnce_whileOneComesUp() {
        SpareWorkers spares = new SpareWorkers();
        spares.refill(ProcessExecutor.PROCESS, new Touchy(), waits::countDown);
        spares.close();
        assertThat(spares.take(ProcessExecutor.PROCESS)).isNull();
        assertThat(waits.getCount()).isOne();
    }

    @Test
    void worker_toldSo_isNotDisturbed_andNotReplaced() throws Exception {
        try (ServiceWorker worker = ProcessExecutor.PROCESS.open()) {
            SerializableCallable<Boolean> sleeper =
                    () -> {
                        new CountDownLatch(1).await();
                        return true;
                    };
            long pid = worker.submit(PID).get();
            CompletableFuture<Boolean> running = worker.submit(sleeper);

            assertThat(worker.isReplaced()).isTrue();
            worker.replaceNoMore();
            assertThat(worker.isReplaced()).isFalse();

            assertThat(worker.submit(PID).get()).isEqualTo(pid);
            assertThat(running).isNotDone();
            worker.kill();
            assertThatThrownBy(running::get).hasCauseInstanceOf(WorkerDiedException.class);
            assertThatThrownBy(() -> worker.submit(PID).get());
        }
    }
}
