package dev.polyloom.process.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polyloom.FailurePolicy;
import dev.polyloom.ItemFailedException;
import dev.polyloom.ItemResult;
import dev.polyloom.Parallel;
import dev.polyloom.ParallelOptions;
import dev.polyloom.Progress;
import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.SerializableFunction;
import dev.polyloom.SerializationException;
import dev.polyloom.TaskTimeoutException;
import dev.polyloom.WorkerDiedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Parallel maps whose workers die, or whose items or results cannot travel. */
@Timeout(60)
class ParallelDeathTest {
    private static final List<Integer> ITEMS = IntStream.range(0, 12).boxed().toList();

    private final List<Progress> steps = new ArrayList<>();
    private Scope scope;

    @TempDir private Path directory;

    @BeforeEach
    void open() {
        scope = Run.processes().workers(2).open();
    }

    @AfterEach
    void close() {
        scope.shutdownNow();
        scope.close();
    }

    private ParallelOptions over() {
        return ParallelOptions.over(scope)
                .chunk(4)
                .listener((result, progress) -> steps.add(progress));
    }

    /** Kills its worker at item 5, the first time or every time. */
    private SerializableFunction<Integer, Integer> killing(boolean always) {
        String died = directory.resolve("died").toString();
        return n -> {
            if (n == 5 && (always || !Files.exists(Path.of(died)))) {
                Bodies.mark(Path.of(died), "item " + n);
                Bodies.signalSelf("KILL");
            }
            return n * n;
        };
    }

    @Test
    void workerKilled_retriesAllowed_givesAllResults() {
        assertThat(Parallel.pmap(killing(false), over().retries(1)).apply(ITEMS))
                .isEqualTo(ITEMS.stream().map(n -> n * n).toList());
        assertThat(steps.getLast().retried()).isEqualTo(4);
        assertThat(scope.metrics().replaced()).isEqualTo(1);
    }

    @Test
    void workerKilledByOneItemAgainAndAgain_onlyThatItemFails() throws Exception {
        List<ItemResult<Integer, Integer>> results =
                Parallel.results(killing(true), over().retries(2)).apply(ITEMS).toList();
        assertThat(results)
                .filteredOn(ItemResult::failed)
                .singleElement()
                .satisfies(culprit -> {
                    assertThat(culprit.item()).isEqualTo(5);
                    assertThat(culprit.failure())
                            .isInstanceOfSatisfying(
                                    WorkerDiedException.class,
                                    death -> assertThat(death.signal()).isEqualTo(9));
                    assertThat(culprit.worker()).isNotEmpty();
                });
        assertThat(steps.getLast().retried()).isEqualTo(5);
        assertThat(Files.readAllLines(directory.resolve("died"))).hasSize(3);
    }

    @Test
    void workerKilled_noRetries_raisesTheDeathThatNamesTheItem() {
        assertThatThrownBy(() -> Parallel.pmap(killing(true), over()).apply(ITEMS))
                .isInstanceOf(WorkerDiedException.class)
                .satisfies(death ->
                        assertThat(death.getSuppressed())
                                .anyMatch(ItemFailedException.class::isInstance));
        assertThat(Parallel.pmap((Integer n) -> n, over()).applyAll(1)).containsExactly(1);
    }

    @Test
    void workerKilled_asynchronousItem_isRunAgain() {
        SerializableFunction<Integer, Integer> killing = killing(false);
        assertThat(
                        Parallel.apmap(
                                        (Integer n) ->
                                                java.util.concurrent.CompletableFuture
                                                        .completedFuture(killing.apply(n)),
                                        over().retries(1))
                                .apply(ITEMS)
                                .join())
                .isEqualTo(ITEMS.stream().map(n -> n * n).toList());
    }

    @Test
    void itemCannotTravel_onlyThatItemFails() {
        List<Object> items = new ArrayList<>(ITEMS);
        items.set(6, new Object());
        List<ItemResult<Object, String>> results =
                Parallel.results((Object item) -> item.toString(), over()).apply(items).toList();
        assertThat(results)
                .filteredOn(ItemResult::failed)
                .singleElement()
                .satisfies(culprit -> {
                    assertThat(culprit.index()).isEqualTo(6);
                    assertThat(culprit.failure())
                            .isInstanceOf(SerializationException.class)
                            .hasMessageContaining("java.lang.Object");
                    assertThat(culprit.worker()).isEmpty();
                });
        assertThat(steps.getLast().retried()).isZero();
    }

    @Test
    void resultCannotTravel_onlyThatItemFailsAndNoneRunsTwice() throws Exception {
        String ran = directory.resolve("ran").toString();
        List<ItemResult<Integer, Object>> results =
                Parallel.results(
                                (Integer n) -> {
                                    Bodies.mark(Path.of(ran), "item " + n);
                                    return n == 6 ? new Object() : n;
                                },
                                over().onFailure(FailurePolicy.COLLECT))
                        .apply(ITEMS)
                        .toList();
        assertThat(results)
                .filteredOn(ItemResult::failed)
                .extracting(ItemResult::index)
                .containsExactly(6L);
        assertThat(Files.readAllLines(Path.of(ran))).hasSize(ITEMS.size());
    }

    @Test
    void itemTimesOut_itsWorkerIsDeadWhenTheMapReturns() throws Exception {
        Parallel.pmap((Integer n) -> n, over()).apply(ITEMS);
        String file = directory.resolve("pid").toString();
        ParallelOptions options = over().chunk(0).timeout(Duration.ofSeconds(2));
        assertThatThrownBy(() ->
                        Parallel.pmap(
                                        (Integer n) -> {
                                            Bodies.mark(Path.of(file), "" + Bodies.pid());
                                            Bodies.parkForEver();
                                            return n;
                                        },
                                        options)
                                .applyAll(1))
                .isInstanceOf(TaskTimeoutException.class);
        long pid = Long.parseLong(Files.readString(Path.of(file)).strip());
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }
}
