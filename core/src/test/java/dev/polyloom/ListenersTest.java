package dev.polyloom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ListenersTest {
    /** A logger that keeps what it is given. */
    private static final class Kept implements System.Logger {
        final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public String getName() {
            return "kept";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(
                Level level,
                @Nullable ResourceBundle bundle,
                @Nullable String message,
                @Nullable Throwable thrown) {
            lines.add(level + " " + message);
        }

        @Override
        public void log(
                Level level,
                @Nullable ResourceBundle bundle,
                @Nullable String format,
                @Nullable Object... parameters) {
            lines.add(level + " " + format);
        }
    }

    @Test
    void decisionListener_hearsEveryDecisionUntilRemoved() {
        List<String> heard = new ArrayList<>();
        DecisionListener listener =
                (scope, decision) -> heard.add(scope + " " + decision.flavor().id());
        Run.addListener(listener);
        try (Scope one = Run.threads().workers(1).name("one").open();
                Scope two = Run.virtual().name("two").open()) {
            assertThat(heard).containsExactly("one threads", "two virtual");
            assertThat(Run.lastDecision()).contains(two.decision());
            assertThat(one.decision().reason()).isEqualTo(ReasonCode.REQUESTED);
        } finally {
            assertThat(Run.removeListener(listener)).isTrue();
        }
        Run.none().open().close();
        assertThat(heard).hasSize(2);
        assertThat(Run.removeListener(listener)).isFalse();
    }

    @Test
    void decisionListener_thatThrows_disturbsNeitherTheScopeNorTheOthers() throws Exception {
        List<String> heard = new ArrayList<>();
        DecisionListener throwing =
                (scope, decision) -> {
                    throw new IllegalStateException("a listener that fails on purpose");
                };
        DecisionListener worse =
                (scope, decision) -> {
                    throw new AssertionError("a listener that fails on purpose");
                };
        DecisionListener after = (scope, decision) -> heard.add(scope);
        Run.addListener(throwing);
        Run.addListener(worse);
        Run.addListener(after);
        try (Scope scope = Run.threads().workers(1).name("spared").open()) {
            assertThat(scope.submit(() -> 1).get()).isEqualTo(1);
            assertThat(heard).containsExactly("spared");
        } finally {
            Run.removeListener(throwing);
            Run.removeListener(worse);
            Run.removeListener(after);
        }
    }

    @Test
    void observeDecisions_logsUntilClosed() {
        Kept logger = new Kept();
        try (Run.Observation _ = Run.observeDecisions(logger)) {
            Run.none().name("seen").open().close();
        }
        Run.none().name("unseen").open().close();
        assertThat(logger.lines)
                .singleElement()
                .asString()
                .startsWith("INFO seen: none (REQUESTED");
    }

    @Test
    void observation_closedTwice_isClosed() {
        Kept logger = new Kept();
        Run.Observation observation = Run.observeDecisions(logger);
        observation.close();
        observation.close();
        Run.none().open().close();
        assertThat(logger.lines).isEmpty();
    }
}
