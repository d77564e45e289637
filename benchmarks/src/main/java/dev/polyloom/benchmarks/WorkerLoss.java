package dev.polyloom.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Kills a worker of two with SIGKILL while tasks are queued behind it, and measures until all of
 * them are done elsewhere: what that takes over the same tasks on one worker that nobody kills.
 */
final class WorkerLoss {
    private static final int WARMING_ROUNDS = 5;
    private static final long BOUND_SECONDS = 30;

    private final String contender;
    private final int tasks;

    WorkerLoss(String contender, int tasks) {
        this.contender = contender;
        this.tasks = tasks;
    }

    /** Returns the nanoseconds over the work itself. */
    double overWork() throws Exception {
        long disturbed = measure(2, true);
        return disturbed - (double) measure(1, false);
    }

    private long measure(int workers, boolean kill) throws Exception {
        Path folder = Files.createTempDirectory("polyloom-benchmarks");
        try (ContenderPool pool = ContenderPool.open(contender, workers)) {
            for (int i = 0; i < WARMING_ROUNDS; i++) {
                await(submit(pool), System.nanoTime());
            }
            return measure(pool, folder, workers, kill);
        } finally {
            delete(folder);
        }
    }

    private long measure(ContenderPool pool, Path folder, int workers, boolean kill)
            throws Exception {
        List<Hold> holds = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            holds.add(new Hold(folder.toString(), i));
            var _ = pool.submit(holds.get(i));
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(BOUND_SECONDS);
        List<Long> pids = new ArrayList<>();
        for (Hold hold : holds) {
            pids.add(hold.awaitPid(end));
        }
        List<Future<Integer>> futures = submit(pool);
        long begin = System.nanoTime();
        if (kill) {
            ProcessHandle.of(pids.getFirst()).orElseThrow().destroyForcibly();
        }
        holds.getLast().release();
        await(futures, begin);
        return System.nanoTime() - begin;
    }

    private List<Future<Integer>> submit(ContenderPool pool) {
        List<Future<Integer>> futures = new ArrayList<>(tasks);
        for (int i = 0; i < tasks; i++) {
            futures.add(pool.submitEmpty());
        }
        return futures;
    }

    private void await(List<Future<Integer>> futures, long begin)
            throws InterruptedException, IOException {
        long end = begin + TimeUnit.SECONDS.toNanos(BOUND_SECONDS);
        int failed = 0;
        int open = 0;
        for (Future<Integer> future : futures) {
            try {
                long left = Math.max(0, end - System.nanoTime());
                failed += future.get(left, TimeUnit.NANOSECONDS) == 1 ? 0 : 1;
            } catch (ExecutionException e) {
                failed++;
            } catch (TimeoutException e) {
                open++;
            }
        }
        if (failed + open > 0) {
            throw new IOException(
                    "%d of %d queued tasks failed, %d never ended".formatted(failed, tasks, open));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
