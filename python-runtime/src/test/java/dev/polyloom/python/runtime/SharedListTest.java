package dev.polyloom.python.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a reader, who takes no lock, finds in a list while another thread changes it. */
@Timeout(60)
class SharedListTest {
    private static final int SIZE = 20_000;
    private static final int CHANGES = 5_000;
    private static final int LOOKS = 1_000_000;

    @Test
    void get_whileTheLastIsPoppedAndAppended_givesAnElementOrNone() throws Exception {
        PyList list = numbers();

        Reader reader =
                read(() -> {
                    Object found = last(list);
                    return found == null || found.equals((long) SIZE) || found.equals((long) -SIZE);
                });
        while (reader.isAlive() && reader.looks() < 2 * LOOKS) {
            list.pop(-1);
            list.append((long) SIZE);
        }

        assertThat(reader.end()).isTrue();
    }

    @Test
    void get_whileTheFirstAreRemoved_neverGoesBackInTime() throws Exception {
        PyList list = numbers();
        for (int i = 0; i < CHANGES; i++) {
            list.insert(0, (long) i);
        }

        Reader reader =
                read(() -> {
                    long before = insertions(list, SIZE / 10);
                    return insertions(list, SIZE / 2) <= before;
                });
        for (int i = 0; i < CHANGES; i++) {
            list.delete(0);
        }

        assertThat(reader.end()).isTrue();
    }

    /** Returns a list in which each number tells how many have been inserted before the first. */
    private static PyList numbers() {
        PyList list = new PyList();
        for (long i = 0; i < SIZE; i++) {
            list.append(-1 - i);
        }
        return list;
    }

    private static long insertions(PyList list, int index) {
        return (long) list.get(index) + 1 + index;
    }

    private static @Nullable Object last(PyList list) {
        try {
            return list.get(SIZE - 1);
        } catch (PyException e) {
            return null;
        }
    }

    private static Reader read(BooleanSupplier look) {
        Reader reader = new Reader(look);
        reader.start();
        while (reader.isAlive() && reader.looks() < LOOKS) {
            Thread.onSpinWait();
        }
        return reader;
    }

    /** Looks as often as it can until it is told to end. */
    private static final class Reader extends Thread {
        private final BooleanSupplier look;
        private final AtomicBoolean ended = new AtomicBoolean();
        private volatile boolean right;
        private final AtomicLong looks = new AtomicLong();

        Reader(BooleanSupplier look) {
            this.look = look;
        }

        @Override
        public void run() {
            boolean all = true;
            while (!ended.get()) {
                all &= look.getAsBoolean();
                looks.incrementAndGet();
            }
            right = all;
        }

        long looks() {
            return looks.get();
        }

        boolean end() throws InterruptedException {
            ended.set(true);
            join();
            return right;
        }
    }
}
