package dev.polyloom.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One pool of the suite {@code processes} in a JVM of its own. Reads a command a line and answers
 * with a line of figures, or with the reason why it has none: {@code latency SECONDS}, {@code
 * payload SECONDS BYTES}, {@code sum SECONDS BYTES} and {@code open SECONDS PAUSE_MILLIS} with p50
 * and mean in nanoseconds, {@code submits SECONDS BATCH} and {@code map SECONDS ITEMS} with a rate
 * a second, {@code loss SECONDS TASKS} with the nanoseconds that a killed worker costs. The end of
 * the input ends it.
 */
final class ProcessContender {
    private static final int MOST_OPENINGS = 1_000;

    private final String name;
    private final int workers;
    private final ContenderPool pool;

    private ProcessContender(String name, int workers, ContenderPool pool) {
        this.name = name;
        this.workers = workers;
        this.pool = pool;
    }

    /**
     * Runs the contender named.
     *
     * @param args its name and the number of its workers
     * @throws Exception if it cannot be opened
     */
    public static void main(String... args) throws Exception {
        ContenderCommands commands = new ContenderCommands();
        int workers = Integer.parseInt(args[1]);
        try (ContenderPool pool = ContenderPool.open(args[0], workers)) {
            commands.answer(new ProcessContender(args[0], workers, pool)::answer);
        }
        System.exit(0);
    }

    private String answer(String... command) throws Exception {
        if (command[0].equals("decision")) {
            return pool.decision();
        }
        long nanos = (long) (Double.parseDouble(command[1]) * 1e9);
        long end = System.nanoTime() + nanos;
        int size = command.length > 2 ? Integer.parseInt(command[2]) : 0;
        return switch (command[0]) {
            case "latency" -> Measures.times(end, () -> pool.submitEmpty().get());
            case "submits" -> Double.toString(Measures.submits(end, size, pool::submitEmpty));
            case "map" -> Double.toString(map(end, size));
            case "payload" -> payload(end, size);
            case "sum" -> pool.sums(Duration.ofNanos(nanos), size);
            case "open" -> open(end, size);
            case "loss" -> Double.toString(new WorkerLoss(name, size).overWork());
            default -> throw new IOException("unknown command " + command[0]);
        };
    }

    private double map(long end, int items) throws Exception {
        List<Integer> input = IntStream.range(0, items).boxed().toList();
        long begin = System.nanoTime();
        long done = 0;
        long right = 0;
        do {
            List<Integer> output = pool.map(input);
            right += IntStream.range(0, items).filter(i -> output.get(i) == i + 1).count();
            done += items;
        } while (System.nanoTime() < end);
        return Measures.rate(done, right, begin);
    }

    /** Sends an argument that is different each time, so that nobody can send less than all. */
    private String payload(long end, int size) throws Exception {
        byte[] bytes = new byte[size];
        return Measures.times(
                end,
                () -> {
                    bytes[0]++;
                    if (pool.submitPayload(bytes).get() != ContenderPool.acknowledgement(bytes)) {
                        throw new IOException("a large argument did not arrive as it was sent");
                    }
                });
    }

    /**
     * Times a further pool beside the one that is open, from opening it to its first result; a
     * pause before each leaves time for what a pool does ahead.
     */
    private String open(long end, int pauseMillis) throws Exception {
        long[] times = new long[MOST_OPENINGS];
        int count = 0;
        do {
            Pause.of(Duration.ofMillis(pauseMillis));
            long begin = System.nanoTime();
            try (ContenderPool opened = ContenderPool.open(name, workers)) {
                opened.submitEmpty().get();
                times[count++] = System.nanoTime() - begin;
            }
        } while (System.nanoTime() < end && count < times.length);
        return Statistics.p50(times, count) + " " + Statistics.mean(times, count);
    }
}
