package dev.polyloom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HoldTest {
    @TempDir private Path folder;

    @Test
    void hold_namesItsProcess_andEndsWhenItIsReleasedAndNotWithAnother() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        Hold held = new Hold(folder.toString(), 0);
        Hold released = new Hold(folder.toString(), 1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Long> first = threads.submit(held);
            Future<Long> second = threads.submit(released);

            assertThat(held.awaitPid(end)).isEqualTo(ProcessHandle.current().pid());
            released.release();
            assertThat(second.get()).isEqualTo(1);
            assertThat(first.isDone()).isFalse();
            held.release();
            assertThat(first.get()).isEqualTo(1);
        }
    }

    @Test
    void hold_thatDoesNotBegin_isNotAwaitedForEver() {
        assertThatThrownBy(() -> new Hold(folder.toString(), 0).awaitPid(System.nanoTime()))
                .isInstanceOf(TimeoutException.class);
    }
}
