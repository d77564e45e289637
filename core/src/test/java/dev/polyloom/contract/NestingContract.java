package dev.polyloom.contract;

import static dev.polyloom.contract.Bodies.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.SerializableCallable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Scopes opened inside tasks, whatever the outer tasks run on. */
public interface NestingContract extends Scopes {
    private static int sumInside(Scope inner, int tasks)
            throws InterruptedException, ExecutionException {
        List<Future<Integer>> futures = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            int n = i;
            futures.add(inner.submit(() -> n));
        }
        int sum = 0;
        for (Future<Integer> future : futures) {
            sum += future.get();
        }
        return sum;
    }

    private static SerializableCallable<Integer> openingInside(String flavor, int tasks) {
        return () -> {
            try (Scope inner = Run.open(dev.polyloom.Flavor.of(flavor))) {
                return sumInside(inner, tasks);
            }
        };
    }

    @Test
    default void task_thatOpensAScopeOfAnyKind_getsItsResults() throws Exception {
        Scope scope = open(1);
        for (String flavor : List.of("auto", "threads", "virtual", "none")) {
            Future<Integer> future = scope.submit(openingInside(flavor, 20));
            assertThat(future.get(30, TimeUnit.SECONDS)).as(flavor).isEqualTo(190);
        }
    }

    @Test
    default void tasks_thatAllOpenScopes_getTheirResults() throws Exception {
        Scope scope = open(2);
        List<Future<Integer>> futures = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            futures.add(scope.submit(openingInside(i % 2 == 0 ? "auto" : "threads", 5)));
        }
        for (Future<Integer> future : futures) {
            assertThat(future.get(30, TimeUnit.SECONDS)).isEqualTo(10);
        }
    }

    @Test
    default void scopesInsideScopesInsideScopes_getTheirResults() throws Exception {
        Scope scope = open(1);
        Future<String> future =
                scope.submit(() -> {
                    try (Scope one = Run.threads().workers(1).open()) {
                        return one.submit(
                                        () -> {
                                            try (Scope two = Run.auto().open();
                                                    Scope three = Run.virtual().open()) {
                                                return two.submit(value("a")).get()
                                                        + three.submit(value("b")).get();
                                            }
                                        })
                                .get();
                    }
                });
        assertThat(future.get(30, TimeUnit.SECONDS)).isEqualTo("ab");
    }

    @Test
    default void closingAnInnerScope_leavesTheOuter() throws Exception {
        Scope scope = open(1);
        for (int i = 0; i < 3; i++) {
            assertThat(scope.submit(openingInside("auto", 3)).get(30, TimeUnit.SECONDS))
                    .isEqualTo(3);
        }
        assertThat(scope.isShutdown()).isFalse();
        assertThat(scope.submit(value("alive")).get()).isEqualTo("alive");
    }
}
