package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RwLockTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final RwLock<Integer> lock = new RwLock<>(1, "config");

    private int value() throws InterruptedException {
        return lock.<Integer, RuntimeException>withReadLock(value -> value);
    }

    @Test
    void readers_shareTheLock() throws Exception {
        try (ReadGuard<Integer> mine = lock.readLock()) {
            Actor<Integer> other = Actor.start(this::value);
            assertThat(other.join()).isEqualTo(mine.get());
            assertThat(lock.tryWriteLock()).isNull();
            assertThat(Actor.start(() -> lock.tryWriteLock(Duration.ZERO) == null).join()).isTrue();
        }
    }

    @Test
    void writer_isAlone() throws Exception {
        Actor<Integer> reader;
        Actor<Integer> writer;
        try (Guard<Integer> guard = lock.writeLock()) {
            reader = Actor.start(this::value).waits();
            writer = Actor.start(() -> lock.update(value -> value * 10)).waits();
            assertThat(lock.tryReadLock()).isNull();
            assertThat(lock.tryWriteLock()).isNull();
            guard.set(guard.get() + 1);
        }
        assertThat(reader.join()).isIn(2, 20);
        assertThat(writer.join()).isEqualTo(20);
        assertThat(lock.<Integer, RuntimeException>withWriteLock(LONG, value -> value))
                .isEqualTo(20);
        assertThat(lock.<Integer, RuntimeException>withReadLock(LONG, value -> value))
                .isEqualTo(20);
    }

    @Test
    void writerThatWaits_isNotOvertaken() throws Exception {
        Actor<Integer> writer;
        Actor<Integer> reader;
        try (ReadGuard<Integer> _ = lock.readLock()) {
            writer = Actor.start(() -> lock.update(value -> value + 1)).waits();
            reader = Actor.start(this::value).waits();
            assertThat(Actor.start(() -> lock.tryReadLock(Duration.ofMillis(2)) == null).join())
                    .isTrue();
            assertThat(reader.isFinished()).isFalse();
        }
        assertThat(writer.join()).isEqualTo(2);
        assertThat(reader.join()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void writerThatGivesUp_letsReadersPass(boolean interrupted) throws Exception {
        try (ReadGuard<Integer> _ = lock.readLock()) {
            Actor<Boolean> writer =
                    Actor.start(() -> {
                        Duration most = interrupted ? LONG : Duration.ofMillis(20);
                        try {
                            return lock.tryWriteLock(most) != null;
                        } catch (InterruptedException e) {
                            return false;
                        }
                    });
            if (interrupted) {
                writer.waits().interrupt();
            }
            assertThat(Actor.start(this::value).join()).isEqualTo(1);
            assertThat(writer.join()).isFalse();
        }
    }

    @Test
    void readers_thatComeWithoutEnd_letWritersIn() throws Exception {
        Event done = new Event();
        List<Actor<Long>> readers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            readers.add(
                    Actor.start(
                            false,
                            () -> {
                                long reads = 0;
                                while (!done.isSet()) {
                                    try (ReadGuard<Integer> _ = lock.readLock()) {
                                        Threads.yieldNow();
                                        reads++;
                                    }
                                }
                                return reads;
                            }));
        }
        for (int i = 0; i < 100; i++) {
            lock.update(value -> value + 1);
        }
        done.set();
        for (Actor<Long> each : readers) {
            assertThat(each.join()).isNotNegative();
        }
        assertThat(value()).isEqualTo(101);
    }

    @Test
    void lock_ofTheWriter_isRefusedAtOnce() throws Exception {
        try (Guard<Integer> _ = lock.writeLock()) {
            assertThatThrownBy(lock::readLock)
                    .isInstanceOf(DeadlockException.class)
                    .hasMessageEndingWith(" asks for lock 'config', which it holds");
            assertThatThrownBy(lock::writeLock).isInstanceOf(DeadlockException.class);
            assertThatThrownBy(() -> lock.tryWriteLock(LONG)).isInstanceOf(DeadlockException.class);
            assertThat(lock.tryReadLock()).isNull();
        }
        assertThat(value()).isEqualTo(1);
    }

    @Test
    void failure_ofAWriter_poisons_andOfAReaderDoesNot() throws Exception {
        assertThatThrownBy(() ->
                        lock.withReadLock(value -> {
                            throw new IOException("unreadable");
                        }))
                .isInstanceOf(IOException.class);
        assertThat(lock.isPoisoned()).isFalse();
        assertThatThrownBy(() ->
                        lock.withWriteLock(value -> {
                            throw new IOException("disk full");
                        }))
                .isInstanceOf(IOException.class);
        for (Taking each :
                List.<Taking>of(
                        lock::readLock,
                        lock::tryReadLock,
                        () -> lock.tryReadLock(LONG),
                        lock::writeLock,
                        lock::tryWriteLock,
                        () -> lock.tryWriteLock(LONG))) {
            assertThatThrownBy(each::run)
                    .isInstanceOf(LockPoisonedException.class)
                    .hasMessageStartingWith("lock 'config' is poisoned")
                    .hasCauseInstanceOf(IOException.class);
        }
        lock.recover(value -> 5);
        assertThat(value()).isEqualTo(5);
    }

    private interface Taking {
        void run() throws InterruptedException;
    }

    @Test
    void readGuard_closedOrOfAnotherThread_isRefused() throws Exception {
        ReadGuard<Integer> guard = lock.readLock();
        assertThat(Actor.start(guard::get).failure())
                .isExactlyInstanceOf(LockException.class)
                .hasMessageContaining("the guard of lock 'config' is that of");
        guard.close();
        guard.close();
        assertThatThrownBy(guard::get)
                .isExactlyInstanceOf(LockException.class)
                .hasMessageContaining("is closed");
        assertThat(lock.update(value -> value + 1)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void mixedUse_underTimeAndInterrupt_keepsTheValueWhole(boolean virtual) throws Exception {
        int rounds = 500;
        RwLock<long[]> pair = new RwLock<>(new long[2]);
        List<Actor<Integer>> actors = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int kind = i;
            actors.add(Actor.start(virtual, () -> use(pair, kind, rounds)));
        }
        for (int i = 0; i < 100; i++) {
            actors.get(i % actors.size()).interrupt();
            Threads.yieldNow();
        }
        long writes = 0;
        for (Actor<Integer> each : actors) {
            writes += each.join();
        }
        long[] end = pair.<long[], RuntimeException>withReadLock(value -> value);
        assertThat(end).containsExactly(writes, writes);
    }

    private static int use(RwLock<long[]> pair, int kind, int rounds) {
        int writes = 0;
        for (int done = 0; done < rounds; done++) {
            try {
                writes += kind % 4 == 0 ? write(pair) : read(pair);
            } catch (InterruptedException e) {
                done--;
            }
        }
        return writes;
    }

    private static int write(RwLock<long[]> pair) throws InterruptedException {
        try (Guard<long[]> guard = pair.tryWriteLock(Duration.ofNanos(50_000))) {
            if (guard == null) {
                return 0;
            }
            guard.get()[0]++;
            Threads.yieldNow();
            guard.get()[1]++;
            return 1;
        }
    }

    private static int read(RwLock<long[]> pair) throws InterruptedException {
        return pair.<Integer, RuntimeException>withReadLock(value -> {
            assertThat(value[0]).isEqualTo(value[1]);
            return 0;
        });
    }
}
