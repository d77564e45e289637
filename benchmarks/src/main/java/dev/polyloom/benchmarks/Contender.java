package dev.polyloom.benchmarks;

import dev.polyloom.Parallel;
import dev.polyloom.ParallelOptions;
import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.SerializableFunction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * One executor in a JVM of its own, so that the shape of its code is not spoilt by the others.
 * Reads a command a line and answers with a line of figures: {@code latency SECONDS} with p50 and
 * mean in nanoseconds, {@code submits SECONDS BATCH} and {@code map SECONDS ITEMS CHUNK} with a
 * rate a second. The end of the input ends it.
 */
final class Contender implements AutoCloseable {
    private final ExecutorService executor;

    private Contender(ExecutorService executor) {
        this.executor = executor;
    }

    /** An empty task. */
    record Empty() implements Callable<Integer>, Serializable {
        @Override
        public Integer call() {
            return 1;
        }
    }

    /**
     * Runs the contender named.
     *
     * @param args its name and the number of its workers
     * @throws Exception if it fails
     */
    public static void main(String... args) throws Exception {
        try (Contender contender = new Contender(open(args[0], Integer.parseInt(args[1])));
                BufferedReader commands =
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                System.out.println(contender.answer(line.split(" ", -1)));
            }
        }
    }

    private static ExecutorService open(String name, int workers) throws IOException {
        return switch (name) {
            case "threads" -> Run.threads().workers(workers).open();
            case "virtual" -> Run.virtual().open();
            case "none" -> Run.none().open();
            case "auto" -> Run.auto().open();
            case "processes" -> Run.processes().workers(workers).open();
            case "fixed-pool" -> Executors.newFixedThreadPool(workers);
            case "single-thread" -> Executors.newSingleThreadExecutor();
            case "virtual-per-task" -> Executors.newVirtualThreadPerTaskExecutor();
            case "fork-join-pool" -> new ForkJoinPool(workers);
            default -> throw new IOException("unknown contender " + name);
        };
    }

    private String answer(String... command) throws Exception {
        long end = System.nanoTime() + (long) (Double.parseDouble(command[1]) * 1e9);
        return switch (command[0]) {
            case "latency" -> Measures.times(end, () -> executor.submit(new Empty()).get());
            case "submits" ->
                    Double.toString(
                            Measures.submits(
                                    end,
                                    Integer.parseInt(command[2]),
                                    () -> executor.submit(new Empty())));
            case "map" ->
                    Double.toString(
                            map(end, Integer.parseInt(command[2]), Integer.parseInt(command[3])));
            default -> throw new IOException("unknown command " + command[0]);
        };
    }

    private double map(long end, int items, int chunk) throws Exception {
        List<Integer> input = IntStream.range(0, items).boxed().toList();
        long begin = System.nanoTime();
        long done = 0;
        long right = 0;
        do {
            List<Integer> output =
                    executor instanceof Scope scope
                            ? mapByScope(scope, input, chunk)
                            : mapByHand(input, chunk);
            right += IntStream.range(0, items).filter(i -> output.get(i) == i + 1).count();
            done += items;
        } while (System.nanoTime() < end);
        return Measures.rate(done, right, begin);
    }

    private static List<Integer> mapByScope(Scope scope, List<Integer> input, int chunk) {
        SerializableFunction<Integer, Integer> increment = item -> item + 1;
        return Parallel.pmap(increment, ParallelOptions.over(scope).chunk(chunk)).apply(input);
    }

    /** What a user of the JDK's pools writes; they have no chunks of their own: 0 means 1 here. */
    private List<Integer> mapByHand(List<Integer> input, int chunk) throws Exception {
        List<Callable<List<Integer>>> chunks = new ArrayList<>();
        int size = Math.max(1, chunk);
        for (int from = 0; from < input.size(); from += size) {
            List<Integer> part = input.subList(from, Math.min(from + size, input.size()));
            chunks.add(() -> part.stream().map(item -> item + 1).toList());
        }
        List<Integer> output = new ArrayList<>(input.size());
        for (Future<List<Integer>> future : executor.invokeAll(chunks)) {
            output.addAll(future.get());
        }
        return output;
    }

    @Override
    public void close() {
        executor.close();
    }
}
