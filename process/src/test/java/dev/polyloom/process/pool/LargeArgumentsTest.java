package dev.polyloom.process.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.WorkerDiedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Large arguments and results arrive as they were, though the memory for them is used again. */
@Timeout(120)
class LargeArgumentsTest {
    private static final int[] SIZES = {65_000, 70_000, 100_000, 1_000_000, 1_100_000};
    private static final int SENDERS = 4;
    private static final int ROUNDS = 60;

    /** What a sender saw. */
    private record Tally(int right, int cancelled, int died) {}

    private static Tally send(Scope scope, int seed, boolean cancels) throws Exception {
        Random random = new Random(seed);
        List<Future<byte[]>> results = new ArrayList<>();
        List<byte[]> expected = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = new byte[SIZES[random.nextInt(SIZES.length)]];
            random.nextBytes(bytes);
            expected.add(inverted(bytes));
            results.add(scope.submit(() -> inverted(bytes)));
            // the worker has its own copy from now on
            bytes[0]++;
            if (cancels && random.nextInt(3) == 0) {
                results.get(random.nextInt(results.size())).cancel(random.nextBoolean());
            }
        }
        return tally(results, expected);
    }

    private static Tally tally(List<Future<byte[]>> results, List<byte[]> expected)
            throws Exception {
        int right = 0;
        int cancelled = 0;
        int died = 0;
        for (int i = 0; i < results.size(); i++) {
            try {
                right += Arrays.equals(results.get(i).get(), expected.get(i)) ? 1 : 0;
            } catch (CancellationException e) {
                cancelled++;
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(WorkerDiedException.class);
                died++;
            }
        }
        return new Tally(right, cancelled, died);
    }

    private static byte[] inverted(byte[] bytes) {
        byte[] result = bytes.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] = (byte) ~result[i];
        }
        return result;
    }

    private static List<Tally> sendAll(Scope scope, boolean cancels) throws Exception {
        try (Scope senders = Run.threads().workers(SENDERS).open()) {
            List<Callable<Tally>> all = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                int seed = i;
                all.add(() -> send(scope, seed, cancels));
            }
            List<Tally> tallies = new ArrayList<>();
            for (Future<Tally> each : senders.invokeAll(all)) {
                tallies.add(each.get());
            }
            return tallies;
        }
    }

    @Test
    void manySenders_eachResultIsTheirOwn() throws Exception {
        try (Scope scope = Run.processes().workers(2).open()) {
            assertThat(sendAll(scope, false))
                    .allSatisfy(tally -> assertThat(tally.right()).isEqualTo(ROUNDS));
        }
    }

    @Test
    void cancelledAmongThem_spoilNoOther() throws Exception {
        try (Scope scope = Run.processes().workers(2).open()) {
            assertThat(sendAll(scope, true))
                    .allSatisfy(tally -> {
                        assertThat(tally.right() + tally.cancelled()).isEqualTo(ROUNDS);
                        assertThat(tally.died()).isZero();
                    });
        }
    }

    @Test
    void workerDiesAmongThem_othersAreRight() throws Exception {
        try (Scope scope = Run.processes().workers(2).open();
                Scope killers = Run.threads().workers(1).open()) {
            Future<?> killed =
                    killers.submit(() -> {
                        for (int i = 0; i < 3; i++) {
                            long pid = scope.submit(Bodies::pid).get();
                            Bodies.signal(pid, "KILL");
                        }
                        return null;
                    });
            List<Tally> tallies = sendAll(scope, false);
            killed.get();
            assertThat(tallies)
                    .allSatisfy(
                            tally -> assertThat(tally.right() + tally.died()).isEqualTo(ROUNDS));
        }
    }
}
