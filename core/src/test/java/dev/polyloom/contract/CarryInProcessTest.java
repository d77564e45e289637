package dev.polyloom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.Carrier;
import dev.polyloom.Flavor;
import dev.polyloom.Run;
import dev.polyloom.Scope;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Carriers within this JVM. */
@Timeout(60)
class CarryInProcessTest {
    @Nested
    class Threads extends CarryContract {
        @Override
        protected Flavor flavor() {
            return Flavor.THREADS;
        }
    }

    @Nested
    class Around extends CarryContract {
        private final ExecutorService executor = Executors.newSingleThreadExecutor();

        @Override
        protected Flavor flavor() {
            return Flavor.THREADS;
        }

        @Override
        protected Scope open(Carrier... carry) {
            return Run.around(executor, carry);
        }

        @AfterEach
        void endExecutor() {
            executor.close();
        }
    }

    @Nested
    class Virtual extends CarryContract {
        @Override
        protected Flavor flavor() {
            return Flavor.VIRTUAL;
        }
    }

    @Nested
    class None extends CarryContract {
        @Override
        protected Flavor flavor() {
            return Flavor.NONE;
        }
    }

    @Nested
    class Auto extends CarryContract {
        @Override
        protected Flavor flavor() {
            return Flavor.AUTO;
        }
    }

    @Test
    void scopeThatCarries_isNotLentAParentsWorkers_butLendsItsOwn() throws Exception {
        CarryContract.TENANT.set("acme");
        Carrier tenant = Carrier.threadLocal(() -> CarryContract.TENANT);
        try (Scope _ = Run.threads().open();
                Scope carrying = Run.threads().carry(tenant).open();
                Scope inner = Run.auto().open()) {
            assertThat(carrying.decision().reusesParent()).isFalse();
            assertThat(inner.decision().reusesParent()).isTrue();
            assertThat(inner.submit(() -> CarryContract.TENANT.get()).get()).isEqualTo("acme");
        } finally {
            CarryContract.TENANT.remove();
        }
    }

    @Test
    void commandsThatNeverRan_comeBackAsTheyWere() throws Exception {
        CarryContract.TENANT.set("acme");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Runnable never = () -> {};
        try (Scope scope =
                Run.threads()
                        .workers(1)
                        .carry(Carrier.threadLocal(() -> CarryContract.TENANT))
                        .open()) {
            Runnable first =
                    () -> {
                        begun.countDown();
                        try {
                            end.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    };
            scope.execute(first);
            begun.await();
            scope.execute(never);
            assertThat(scope.shutdownNow()).isEqualTo(List.of(never));
        } finally {
            CarryContract.TENANT.remove();
        }
    }
}
