package dev.polyloom.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polyloom.Bridges;
import dev.polyloom.Flavor;
import dev.polyloom.Run;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bridges within this JVM. */
@Timeout(60)
class BridgesTest {
    @Nested
    class Threads extends BridgesContract {
        @Override
        protected Flavor flavor() {
            return Flavor.THREADS;
        }
    }

    @Nested
    class Virtual extends BridgesContract {
        @Override
        protected Flavor flavor() {
            return Flavor.VIRTUAL;
        }
    }

    @Nested
    class None extends BridgesContract {
        @Override
        protected Flavor flavor() {
            return Flavor.NONE;
        }
    }

    @Test
    void toThread_blocksAVirtualThreadOnly_alsoAfterAReset() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        var waiting =
                Bridges.toThread(() -> {
                    latch.await();
                    return Thread.currentThread().isVirtual();
                });
        assertThat(waiting).isNotDone();
        latch.countDown();
        assertThat(waiting.get()).isTrue();
        assertThatThrownBy(() ->
                        Bridges.toThread(
                                        () -> {
                                            throw new UserException("no", 1);
                                        })
                                .get())
                .hasCauseInstanceOf(UserException.class);
        Run.reset();
        assertThat(Bridges.toThread(() -> "again").get()).isEqualTo("again");
    }
}
