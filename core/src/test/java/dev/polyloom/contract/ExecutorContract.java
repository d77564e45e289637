package dev.polyloom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract of every scope, of whatever flavor. A flavor is done when a subclass that opens its
 * scopes passes. The bodies share no objects with their tasks; {@link InProcessContract} adds those
 * that do.
 */
@Timeout(60)
public abstract class ExecutorContract
        implements ResultsContract,
                FailuresContract,
                CancellationContract,
                InvokeAllContract,
                InvokeAnyContract,
                LifecycleContract,
                CloseContract,
                InterruptionContract,
                NestingContract,
                VolumeContract {
    private static final AtomicInteger GATES = new AtomicInteger();

    @TempDir(cleanup = CleanupMode.ALWAYS)
    private Path directory = Path.of("");

    private final List<Gate> gates = new CopyOnWriteArrayList<>();
    private final List<Scope> scopes = new CopyOnWriteArrayList<>();

    private Thread.UncaughtExceptionHandler handler = (thread, failure) -> {};

    /**
     * Opens a scope of the flavor under contract.
     *
     * @param workers how many tasks may run at once
     * @return the scope; the suite closes it
     */
    protected abstract Scope openScope(int workers);

    @Override
    public final Scope open(int workers) {
        Scope scope = openScope(workers);
        scopes.add(scope);
        return scope;
    }

    @Override
    public final Gate gate() {
        Gate gate = new Gate(directory.resolve("gate-" + GATES.incrementAndGet()).toString());
        gates.add(gate);
        return gate;
    }

    @BeforeEach
    final void keepQuiet() {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        handler = before == null ? Thread.currentThread().getThreadGroup() : before;
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            if (!(failure instanceof QuietException)) {
                handler.uncaughtException(thread, failure);
            }
        });
    }

    @AfterEach
    final void everyScopeTerminates() throws InterruptedException {
        Thread.setDefaultUncaughtExceptionHandler(null);
        gates.forEach(Gate::open);
        for (Scope scope : scopes) {
            scope.shutdownNow();
        }
        for (Scope scope : scopes) {
            assertThat(scope.awaitTermination(20, TimeUnit.SECONDS))
                    .as("%s terminates", scope)
                    .isTrue();
        }
    }
}
