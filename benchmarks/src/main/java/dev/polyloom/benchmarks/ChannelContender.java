package dev.polyloom.benchmarks;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * One contender of the suite {@code channels} in a JVM of its own. Reads a command a line and
 * answers with the nanoseconds a message, round trip, task, item or lock, or with the reason why it
 * has none: {@code flow KIND SENDERS RECEIVERS CAPACITY SECONDS}, {@code echo KIND CAPACITY
 * SECONDS}, {@code submits SECONDS}, {@code map ITEMS}, {@code lock SECONDS}. A kind is {@code
 * platform} or {@code virtual}; capacity -1 has no bound. The end of the input ends it.
 */
final class ChannelContender {
    private final Calibration calibration = new Calibration();
    private final String name;
    private final Tasks tasks;
    private List<Integer> items = List.of();

    private ChannelContender(String name) {
        this.name = name;
        this.tasks = Tasks.of(name);
    }

    /**
     * Runs the contender named.
     *
     * @param args its name
     * @throws Exception if it fails
     */
    public static void main(String... args) throws Exception {
        new ContenderCommands().answer(new ChannelContender(args[0])::answer);
        System.exit(0);
    }

    private String answer(String... command) throws Exception {
        return Double.toString(
                command[0].equals("map") ? map(Integer.parseInt(command[1])) : nanosEach(command));
    }

    private double nanosEach(String... command) throws Exception {
        long nanos = (long) (Double.parseDouble(command[command.length - 1]) * 1e9);
        String key = String.join(" ", List.of(command).subList(0, command.length - 1));
        Calibration.Work work =
                switch (command[0]) {
                    case "flow" -> flow(command);
                    case "echo" -> echo(command);
                    case "submits" -> this::submit;
                    case "lock" -> this::lock;
                    default -> throw new IllegalArgumentException("unknown command " + command[0]);
                };
        return calibration.nanosEach(key, nanos, work);
    }

    private Traffic traffic() {
        return name.equals("Kotlin") ? new CoroutineTraffic() : new ThreadTraffic(Links.of(name));
    }

    private Calibration.Work flow(String... command) {
        Traffic traffic = traffic();
        Traffic.Flow flow =
                new Traffic.Flow(
                        command[1].equals("virtual"),
                        Integer.parseInt(command[2]),
                        Integer.parseInt(command[3]),
                        Integer.parseInt(command[4]));
        return messages -> traffic.flow(flow, messages);
    }

    private Calibration.Work echo(String... command) {
        Traffic traffic = traffic();
        return trips ->
                traffic.echo(command[1].equals("virtual"), Integer.parseInt(command[2]), trips);
    }

    private long submit(long amount) throws Exception {
        Callable<Integer> empty = () -> 1;
        long begin = System.nanoTime();
        for (long left = amount; left > 0; left -= Tasks.BATCH) {
            int batch = (int) Math.min(left, Tasks.BATCH);
            check(tasks.submitAndGet(empty, batch) == batch);
        }
        return System.nanoTime() - begin;
    }

    private long lock(long amount) throws Exception {
        long begin = System.nanoTime();
        check(tasks.lock(amount) == amount);
        return System.nanoTime() - begin;
    }

    /** Maps the whole list once; looks at some results only, and outside of the time. */
    private double map(int count) throws Exception {
        if (items.size() != count) {
            items = IntStream.range(0, count).boxed().toList();
        }
        long begin = System.nanoTime();
        List<Integer> results = tasks.map(items);
        long nanos = System.nanoTime() - begin;
        check(results.size() == count && results.get(count - 1) == count);
        return (double) nanos / count;
    }

    private static void check(boolean right) {
        if (!right) {
            throw new IllegalStateException("the results are wrong");
        }
    }
}
