package dev.polyloom.stress.linear;

import dev.polyloom.threading.Mutex;
import dev.polyloom.threading.RwLock;
import dev.polyloom.threading.Semaphore;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class LockLinearityTest {
    /** A counter under a mutex. */
    public static final class InMutex {
        private final Mutex<int[]> mutex = new Mutex<>(new int[1]);

        /** Counts. */
        @Operation
        public int count() throws InterruptedException {
            return mutex.withLock(count -> ++count[0]);
        }

        /** Returns the count. */
        @Operation
        public int get() throws InterruptedException {
            try (var guard = mutex.lock()) {
                return guard.get()[0];
            }
        }
    }

    /** A counter under a lock that readers share. */
    public static final class InRwLock {
        private final RwLock<int[]> lock = new RwLock<>(new int[1]);

        /** Counts. */
        @Operation
        public int count() throws InterruptedException {
            return lock.withWriteLock(count -> ++count[0]);
        }

        /** Returns the count. */
        @Operation
        public int get() throws InterruptedException {
            return lock.withReadLock(count -> count[0]);
        }
    }

    /** A semaphore. */
    public static final class Permits {
        private final Semaphore permits = new Semaphore(1);

        /** Takes a permit if there is one. */
        @Operation
        public boolean tryAcquire() {
            return permits.tryAcquire();
        }

        /** Gives a permit. */
        @Operation
        public void release() {
            permits.release();
        }

        /** Tells how many there are. */
        @Operation
        public int available() {
            return permits.availablePermits();
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {InMutex.class, InRwLock.class, Permits.class})
    void calls_modelChecked_areLinearizable(Class<?> operations) {
        Linearity.modelCheck(operations);
    }

    @ParameterizedTest
    @ValueSource(classes = {InMutex.class, InRwLock.class, Permits.class})
    void calls_stressed_areLinearizable(Class<?> operations) {
        Linearity.stress(operations);
    }
}
