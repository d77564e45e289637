package dev.polyloom.process.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.polyloom.Parallel;
import dev.polyloom.ParallelOptions;
import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.ScopeEvent;
import dev.polyloom.WorkerDiedException;
import dev.polyloom.process.SharedRegion;
import dev.polyloom.process.WriteLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workers and primaries that are killed at any moment. Each task leaves its number in a file of the
 * worker that runs it, so that what ran can be counted over all workers.
 */
@Timeout(300)
class RandomKillTest {
    private static final long SEED = 20_261_122;
    private static final int TASKS = 10_000;
    private static final int KILLS = 10;
    private static final int ROUNDS = 20;
    private static final int IN_FLIGHT = 200;

    @TempDir private Path folder;

    private static int leave(String folder, int number) {
        Bodies.mark(Path.of(folder, "ran-" + Bodies.pid()), Integer.toString(number));
        return number;
    }

    /** Returns how often each task ran. */
    private static Map<Integer, Integer> ran(Path folder) throws IOException {
        Map<Integer, Integer> ran = new HashMap<>();
        for (Path file : files(folder, "ran-")) {
            for (String line : Files.readAllLines(file)) {
                ran.merge(Integer.parseInt(line), 1, Integer::sum);
            }
        }
        return ran;
    }

    private static List<Path> files(Path folder, String prefix) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith(prefix)).toList();
        }
    }

    // ---- workers

    /** Kills workers of a scope now and then, while tasks are done. */
    private static final class Killer {
        final Set<Long> alive = ConcurrentHashMap.newKeySet();
        private final Random random = new Random(SEED);
        private final AtomicInteger done = new AtomicInteger();
        int killed;

        void listen(ScopeEvent event) {
            if (event instanceof ScopeEvent.WorkerStarted started) {
                alive.add(started.pid());
            } else if (event instanceof ScopeEvent.WorkerEnded ended) {
                alive.remove(ended.pid());
            }
        }

        synchronized void step() {
            if (done.incrementAndGet() % (TASKS / KILLS) == TASKS / KILLS / 2) {
                List<Long> pids = List.copyOf(alive);
                if (!pids.isEmpty()) {
                    long pid = pids.get(random.nextInt(pids.size()));
                    killed +=
                            ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false)
                                    ? 1
                                    : 0;
                }
            }
        }
    }

    @Test
    void killedWorkers_costOnlyWhatTheyRan_andNothingRunsTwice() throws Exception {
        Killer killer = new Killer();
        String file = folder.toString();
        List<Future<Integer>> futures = new ArrayList<>();
        try (Scope scope = Run.processes().workers(2).listener(killer::listen).open()) {
            scope.submit(() -> "a worker is up").get();
            for (int i = 0; i < TASKS; i++) {
                int number = i;
                futures.add(scope.submit(() -> leave(file, number)));
            }
            for (Future<Integer> each : futures) {
                awaitEnd(each);
                killer.step();
            }
        }
        Map<Integer, Integer> ran = ran(folder);
        int failed = 0;
        for (int i = 0; i < TASKS; i++) {
            Future<Integer> future = futures.get(i);
            if (future.state() == Future.State.FAILED) {
                assertThat(future.exceptionNow()).isInstanceOf(WorkerDiedException.class);
                assertThat(ran.getOrDefault(i, 0)).as("failed task %d", i).isLessThanOrEqualTo(1);
                failed++;
            } else {
                assertThat(future.resultNow()).isEqualTo(i);
                assertThat(ran).as("what ran").containsEntry(i, 1);
            }
        }
        assertThat(killer.killed).isGreaterThan(KILLS / 2);
        assertThat(failed).isLessThanOrEqualTo(killer.killed);
    }

    private static void awaitEnd(Future<?> future) throws InterruptedException {
        try {
            future.get();
        } catch (ExecutionException e) {
            // the test looks at it later
        }
    }

    @Test
    void killedWorkers_withRetries_giveEveryResult() throws Exception {
        Killer killer = new Killer();
        String file = folder.toString();
        int chunk = 10;
        List<Integer> items = IntStream.range(0, TASKS).boxed().toList();
        try (Scope scope = Run.processes().workers(2).listener(killer::listen).open()) {
            ParallelOptions options =
                    ParallelOptions.over(scope)
                            .chunk(chunk)
                            .retries(3)
                            .listener((result, progress) -> killer.step());
            assertThat(Parallel.pmap((Integer n) -> leave(file, n), options).apply(items))
                    .isEqualTo(items);
        }
        assertThat(killer.killed).isGreaterThan(KILLS / 2);
        Map<Integer, Integer> ran = ran(folder);
        assertThat(ran).hasSize(TASKS);
        int again = ran.values().stream().mapToInt(times -> times - 1).sum();
        assertThat(again).isLessThanOrEqualTo(killer.killed * chunk);
    }

    // ---- primaries

    /** Is a primary under load, until it is killed. */
    static int load(String folder) throws InterruptedException {
        Bodies.mark(Path.of(folder, "primary"), Long.toString(Bodies.pid()));
        Scope scope = Run.processes().workers(2).open();
        Semaphore room = new Semaphore(IN_FLIGHT);
        for (int i = 0; ; i++) {
            int number = i;
            room.acquire();
            SharedRegion region = WriteLocation.shared(10_000);
            var _ =
                    scope.submitAsync(
                                    () -> {
                                        region.bytes().putInt(0, number);
                                        return CompletableFuture.completedFuture(
                                                leave(folder, number));
                                    })
                            .whenComplete((value, failure) -> {
                                region.close();
                                room.release();
                            });
        }
    }

    /** Opens and closes a pool and a region, as the next program of this user does. */
    static String next() throws Exception {
        try (Scope scope = Run.processes().workers(1).open();
                SharedRegion region = WriteLocation.shared(1)) {
            return scope.submit(() -> region.name()).get();
        }
    }

    private static List<Path> leftBy(long pid) throws IOException {
        List<Path> left = new ArrayList<>();
        for (String parent : List.of("/dev/shm", System.getProperty("java.io.tmpdir"))) {
            Path path = Path.of(parent);
            if (Files.isDirectory(path)) {
                left.addAll(files(path, "polyloom-" + pid + "-"));
                left.addAll(files(path, "polyloom-places-" + pid + "-"));
            }
        }
        return left;
    }

    /** Returns the processes with a mark in their environment, but not those that we started. */
    private static List<Long> marked(String mark) throws IOException {
        List<Long> marked = new ArrayList<>();
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            for (Path process : all.filter(path -> isNumber(path.getFileName())).toList()) {
                if (isMarked(process, mark)) {
                    marked.add(Long.parseLong(process.getFileName().toString()));
                }
            }
        }
        return marked;
    }

    private static boolean isNumber(Path name) {
        return name.toString().chars().allMatch(Character::isDigit);
    }

    private static boolean isMarked(Path process, String mark) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            String fields = stat.substring(stat.lastIndexOf(')') + 2);
            return !fields.startsWith("Z ")
                    && !fields.startsWith(Bodies.pid() + " ", 2)
                    && Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1)
                            .contains(mark);
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void killedPrimary_leavesNothing_andRanNothingTwice() throws Exception {
        Random random = new Random(SEED);
        String mark = folder.toString();
        try (Scope scope = Run.processes().workers(1).environment("KILLED", mark).open()) {
            int tasks = 0;
            for (int round = 0; round < ROUNDS; round++) {
                Path own = Files.createDirectory(folder.resolve("round-" + round));
                String file = own.toString();
                int target = random.nextInt(4) == 0 ? 0 : random.nextInt(1_000);
                Future<?> primary = scope.submit(() -> load(file));
                await().atMost(Duration.ofMinutes(1))
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> hasRun(own, target));
                long pid = Long.parseLong(Files.readString(own.resolve("primary")).strip());
                Bodies.signal(pid, "KILL");
                awaitEnd(primary);
                assertThat(primary.exceptionNow()).isInstanceOf(WorkerDiedException.class);
                await().atMost(Duration.ofSeconds(20)).until(() -> marked(mark).isEmpty());
                scope.submit(RandomKillTest::next).get();
                assertThat(leftBy(pid)).isEmpty();
                Map<Integer, Integer> ran = ran(own);
                assertThat(ran.values()).allMatch(times -> times == 1);
                tasks += ran.size();
            }
            assertThat(tasks).isGreaterThan(ROUNDS);
        }
    }

    /** Tells whether so many tasks, or at least the primary's beginning, have been seen. */
    private static boolean hasRun(Path folder, int tasks) throws IOException {
        if (tasks == 0) {
            return Files.exists(folder.resolve("primary"))
                    && Files.readString(folder.resolve("primary")).endsWith("\n");
        }
        long bytes = 0;
        for (Path file : files(folder, "ran-")) {
            bytes += Files.size(file);
        }
        return bytes / 4 >= tasks;
    }
}
