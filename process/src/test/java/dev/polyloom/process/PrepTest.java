package dev.polyloom.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** H2: prepared starts. */
@Timeout(60)
class PrepTest {
    private static final List<String> DONE = new ArrayList<>();

    @BeforeEach
    void forget() {
        DONE.clear();
    }

    private static String join(String a, String b) {
        DONE.add("run");
        return a + b;
    }

    @Test
    void call_runsBetweenItsHooks() throws Exception {
        Prep<String> prep =
                Prep.of(PrepTest::join, "a", "b")
                        .before(() -> DONE.add("open"))
                        .before(() -> DONE.add("open more"))
                        .after(() -> DONE.add("close"))
                        .after(() -> DONE.add("close more"));
        assertThat(prep.call()).isEqualTo("ab");
        assertThat(DONE).containsExactly("open", "open more", "run", "close more", "close");
    }

    @Test
    void prep_isNeverChanged() throws Exception {
        Prep<String> prep = Prep.of(PrepTest::join, "a", "b");
        Prep<String> other = prep.arguments("c", "d").annotate("k", "v").before(() -> {});
        assertThat(prep.call()).isEqualTo("ab");
        assertThat(prep.annotations()).isEmpty();
        assertThat(other.call()).isEqualTo("cd");
        assertThat(other.annotations()).containsEntry("k", "v");
        assertThat(other).hasToString("Prep[c, d] {k=v}");
    }

    @Test
    void failure_runsAllHooksAfter_andKeepsWhatTheyThrow() {
        Prep<String> prep =
                Prep.<String>of(
                                () -> {
                                    throw new IOException("function");
                                })
                        .after(() -> DONE.add("last"))
                        .after(() -> {
                            throw new IllegalStateException("hook");
                        });
        assertThatThrownBy(prep::call)
                .isInstanceOf(IOException.class)
                .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessage("hook"));
        assertThat(DONE).containsExactly("last");
    }

    @Test
    void hookBefore_thatThrows_keepsTheFunctionFromRunning() {
        Prep<String> prep =
                Prep.of(PrepTest::join, "a", "b")
                        .before(() -> {
                            throw new IllegalStateException("closed");
                        })
                        .after(() -> DONE.add("after"));
        assertThatThrownBy(prep::call).hasMessage("closed");
        assertThat(DONE).containsExactly("after");
    }

    @Test
    void prep_runsInAnyScope_andWhereItIsSent() throws Exception {
        Prep<String> prep = Prep.of(PrepTest::join, "a", "b").before(() -> DONE.add("there"));
        try (Scope scope = Run.threads().workers(1).open()) {
            assertThat(scope.submit(prep).get()).isEqualTo("ab");
        }
        try (Scope scope = Run.processes().workers(1).open()) {
            assertThat(scope.submit(prep).get()).isEqualTo("ab");
            assertThat(Router.of(scope).submit(To.worker(1), prep.arguments("c", "d")).get())
                    .isEqualTo("cd");
            assertThat(
                            scope.submitAsync(
                                            Prep.of(
                                                    text ->
                                                            CompletableFuture.supplyAsync(
                                                                    () -> text + "!"),
                                                    "async"))
                                    .get())
                    .isEqualTo("async!");
        }
    }

    @Test
    void wrongArguments_failTheCall() {
        assertThatThrownBy(() -> Prep.of(PrepTest::join, "a", "b").arguments("a").call())
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
