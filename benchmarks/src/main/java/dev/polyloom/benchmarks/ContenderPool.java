package dev.polyloom.benchmarks;

import dev.polyloom.Parallel;
import dev.polyloom.ParallelOptions;
import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.SerializableCallable;
import dev.polyloom.SerializableFunction;
import dev.polyloom.process.SharedRegion;
import dev.polyloom.process.WriteLocation;
import java.io.IOException;
import java.io.Serializable;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import net.viktorc.pp4j.impl.JavaProcessPoolExecutor;
import net.viktorc.pp4j.impl.SimpleJavaProcessOptions;

/**
 * A pool of the suite {@code processes}, given each kind of task in the form that suits it best:
 * lambdas for ours, serialisable classes for the others.
 */
final class ContenderPool implements AutoCloseable {
    private static final int CHUNK = 100;
    private static final long END_SECONDS = 5;

    private final ExecutorService executor;

    private ContenderPool(ExecutorService executor) {
        this.executor = executor;
    }

    /** Adds one to each of some numbers. */
    private static final class Chunk implements Callable<int[]>, Serializable {
        private static final long serialVersionUID = 1L;

        private final int[] numbers;

        Chunk(int... numbers) {
            this.numbers = numbers;
        }

        @Override
        public int[] call() {
            int[] results = new int[numbers.length];
            for (int i = 0; i < results.length; i++) {
                results[i] = numbers[i] + 1;
            }
            return results;
        }
    }

    /** A task with a large argument. */
    private static final class Payload implements Callable<Integer>, Serializable {
        private static final long serialVersionUID = 1L;

        private final byte[] bytes;

        Payload(byte... bytes) {
            this.bytes = bytes;
        }

        @Override
        public Integer call() {
            return acknowledgement(bytes);
        }
    }

    static ContenderPool open(String name, int workers) throws IOException, InterruptedException {
        return new ContenderPool(
                switch (name) {
                    case "polyloom" -> Run.processes().workers(workers).open();
                    case "fixed-pool" -> Executors.newFixedThreadPool(workers);
                    case "pp4j" ->
                            new JavaProcessPoolExecutor(
                                    new SimpleJavaProcessOptions(0),
                                    workers,
                                    workers,
                                    0,
                                    null,
                                    false);
                    default -> throw new IOException("unknown contender " + name);
                });
    }

    /** Returns why the pool is what it is, as far as it can tell. */
    String decision() {
        return executor instanceof Scope scope ? scope.decision().toString() : "";
    }

    Future<Integer> submitEmpty() {
        if (executor instanceof Scope scope) {
            SerializableCallable<Integer> empty = () -> 1;
            return scope.submit(empty);
        }
        return executor.submit(new Contender.Empty());
    }

    Future<Integer> submitPayload(byte[] bytes) {
        if (executor instanceof Scope scope) {
            SerializableCallable<Integer> payload = () -> acknowledgement(bytes);
            return scope.submit(payload);
        }
        return executor.submit(new Payload(bytes));
    }

    /**
     * Times sums of numbers that lie in mapped memory: in ours a task adds up a region that its
     * worker has mapped; beside it the caller does, in plain mapped memory of its own.
     */
    String sums(Duration time, long bytes) throws Exception {
        if (executor instanceof Scope scope) {
            try (SharedRegion region = WriteLocation.shared(bytes)) {
                double expected = Doubles.fill(region.segment());
                SerializableCallable<Double> sum = () -> Doubles.sum(region.segment());
                return Measures.warmTimes(time, () -> check(expected, scope.submit(sum).get()));
            }
        }
        try (Arena arena = Arena.ofShared()) {
            MemorySegment memory = Doubles.mapped(bytes, arena);
            double expected = Doubles.fill(memory);
            return Measures.warmTimes(time, () -> check(expected, Doubles.sum(memory)));
        }
    }

    private static void check(double expected, double sum) throws IOException {
        if (sum != expected) {
            throw new IOException("the sum is %s, not %s".formatted(sum, expected));
        }
    }

    /** Submits a task that keeps its worker until it is released. */
    Future<Long> submit(Hold hold) {
        return executor.submit(hold);
    }

    /** What is answered to a large argument: something that only the whole of it gives. */
    static int acknowledgement(byte[] bytes) {
        return bytes.length + bytes[0] + bytes[bytes.length - 1];
    }

    /** Adds one to each number: ours by its own chunks, others by chunks that were cut here. */
    List<Integer> map(List<Integer> input) throws Exception {
        if (executor instanceof Scope scope) {
            SerializableFunction<Integer, Integer> increment = item -> item + 1;
            return Parallel.pmap(increment, ParallelOptions.over(scope)).apply(input);
        }
        List<Future<int[]>> chunks = new ArrayList<>();
        for (int from = 0; from < input.size(); from += CHUNK) {
            chunks.add(executor.submit(chunk(input, from)));
        }
        List<Integer> output = new ArrayList<>(input.size());
        for (Future<int[]> chunk : chunks) {
            for (int result : chunk.get()) {
                output.add(result);
            }
        }
        return output;
    }

    private static Chunk chunk(List<Integer> input, int from) {
        return new Chunk(
                input.subList(from, Math.min(from + CHUNK, input.size())).stream()
                        .mapToInt(Integer::intValue)
                        .toArray());
    }

    /** Stops the pool, also one that would wait for a task for ever. */
    @Override
    public void close() {
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                System.err.println(
                        "a pool has not ended within " + END_SECONDS + " s: " + executor);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
