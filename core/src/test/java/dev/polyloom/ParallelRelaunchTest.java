package dev.polyloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What parallel maps launch again, after a worker died or a chunk could not travel. */
@Timeout(20)
class ParallelRelaunchTest {
    private static final SerializableFunction<Integer, Integer> SQUARE = n -> n * n;
    private static final List<Integer> ITEMS = List.of(0, 1, 2, 3, 4, 5, 6, 7);

    private static final String FIRST_FOUR = "4 items, the first 0";
    private static final String LAST_FOUR = "4 items, the first 4";

    private final List<Progress> steps = new ArrayList<>();

    private ParallelOptions over(Scope scope) {
        return ParallelOptions.over(scope)
                .chunk(4)
                .listener((result, progress) -> steps.add(progress));
    }

    private static WorkerDiedException death(String task) {
        return new WorkerDiedException("worker-7", 1, 137, "was killed", task, List.of());
    }

    /** Its worker dies of every task that holds the item 2, for so many times. */
    private static FragileScope dying(int times) {
        AtomicInteger left = new AtomicInteger(times);
        return new FragileScope() {
            @Override
            @Nullable Throwable failure(String task) {
                boolean fatal = task.equals(FIRST_FOUR) || task.equals("item 2");
                return fatal && left.getAndDecrement() > 0 ? death(task) : null;
            }
        };
    }

    @Test
    void workerDies_retriesAllowed_itemsAreRunAgainAlone() {
        try (FragileScope scope = dying(1)) {
            assertThat(Parallel.pmap(SQUARE, over(scope).retries(1)).apply(ITEMS))
                    .containsExactly(0, 1, 4, 9, 16, 25, 36, 49);
            assertThat(scope.submitted())
                    .containsExactly(FIRST_FOUR, LAST_FOUR, "item 0", "item 1", "item 2", "item 3");
            assertThat(steps.getLast().retried()).isEqualTo(4);
            assertThat(steps.getLast().done()).isEqualTo(8);
            assertThat(steps.getLast().failed()).isZero();
        }
    }

    @Test
    void workerDiesAgain_onlyTheCulpritFails() {
        try (FragileScope scope = dying(Integer.MAX_VALUE)) {
            List<ItemResult<Integer, Integer>> results =
                    Parallel.results(SQUARE, over(scope).retries(2)).apply(ITEMS).toList();
            assertThat(results).filteredOn(ItemResult::failed).hasSize(1);
            ItemResult<Integer, Integer> culprit = results.get(2);
            assertThat(culprit.failure()).isInstanceOf(WorkerDiedException.class);
            assertThat(culprit.worker()).isEqualTo("worker-7");
            assertThat(scope.submitted()).filteredOn(task -> task.equals("item 2")).hasSize(2);
            assertThat(steps.getLast().retried()).isEqualTo(5);
        }
    }

    @Test
    void workerDies_noRetries_allItsItemsFail() {
        try (FragileScope scope = dying(1)) {
            ParallelOptions collecting = over(scope).onFailure(FailurePolicy.COLLECT);
            assertThatThrownBy(() -> Parallel.pmap(SQUARE, collecting).apply(ITEMS))
                    .isInstanceOfSatisfying(
                            ItemsFailedException.class,
                            e ->
                                    assertThat(e.failures())
                                            .extracting(ItemResult::index)
                                            .containsExactly(0L, 1L, 2L, 3L));
            assertThat(steps.getLast().retried()).isZero();
            assertThat(scope.submitted()).hasSize(2);
        }
    }

    @Test
    void workerDies_failFast_raisesTheDeath() {
        try (FragileScope scope = dying(1)) {
            assertThatThrownBy(() -> Parallel.pmap(SQUARE, over(scope)).apply(ITEMS))
                    .isInstanceOf(WorkerDiedException.class)
                    .hasMessageContaining("worker-7");
        }
    }

    @Test
    void otherFailures_areNotRetried() {
        FragileScope scope =
                new FragileScope() {
                    @Override
                    @Nullable Throwable failure(String task) {
                        return task.equals(FIRST_FOUR) ? new IllegalStateException(task) : null;
                    }
                };
        try (scope) {
            assertThatThrownBy(() -> Parallel.pmap(SQUARE, over(scope).retries(5)).apply(ITEMS))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(scope.submitted()).hasSizeLessThanOrEqualTo(2);
        }
    }

    private static FragileScope refusing(String path) {
        return new FragileScope() {
            @Override
            @Nullable Throwable failure(String task) {
                return task.equals(FIRST_FOUR) || task.equals("item 2")
                        ? new SerializationException(path, "no", null)
                        : null;
            }
        };
    }

    @Test
    void chunkCannotTravel_onlyTheCulpritFailsAndNothingRanTwice() {
        try (FragileScope scope = refusing("task.items[2]")) {
            List<ItemResult<Integer, Integer>> results =
                    Parallel.results(SQUARE, over(scope)).apply(ITEMS).toList();
            assertThat(results)
                    .filteredOn(ItemResult::failed)
                    .extracting(ItemResult::index)
                    .containsExactly(2L);
            assertThat(results.get(2).failure()).isInstanceOf(SerializationException.class);
            assertThat(results.get(2).worker()).isEmpty();
            assertThat(steps.getLast().retried()).isZero();
        }
    }

    @Test
    void resultsCannotTravel_chunkIsNotRunAgain() {
        try (FragileScope scope = refusing("result")) {
            assertThatThrownBy(() -> Parallel.pmap(SQUARE, over(scope)).apply(ITEMS))
                    .isInstanceOf(SerializationException.class);
            assertThat(scope.submitted()).doesNotContain("item 0");
        }
    }
}
