package dev.polyloom.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What pools use while nobody asks anything of them: all are given a few tasks, left to settle, and
 * then watched together.
 */
final class IdlePools {
    private final Question question;
    private final Duration settling;
    private final Duration watching;

    /** What two looks at the processes of a contender are compared by. */
    private record Look(long nanoTime, Map<ProcessHandle, Duration> times) {}

    /**
     * Makes a measurement.
     *
     * @param question its command gives each pool its few tasks; its two metrics are the share of a
     *     core that a pool and its primary use, in percent, and the private bytes of a worker
     */
    IdlePools(Question question, Duration settling, Duration watching) {
        this.question = question;
        this.settling = settling;
        this.watching = watching;
    }

    /** Watches the contenders so many times and leaves them open. */
    void measure(List<Contestant> contestants, Duration bound, int rounds) {
        contestants.forEach(contestant -> contestant.ask(question, bound, false));
        Pause.of(settling);
        for (int round = 0; round < rounds; round++) {
            Map<Contestant, Look> before = new HashMap<>();
            contestants.forEach(contestant ->
                    attempt(contestant, () -> before.put(contestant, look(contestant))));
            Pause.of(watching);
            before.forEach((contestant, look) -> attempt(contestant, () -> keep(contestant, look)));
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private void attempt(Contestant contestant, Step step) {
        if (!question.contenders().contains(contestant.name()) || contestant.failed(question)) {
            return;
        }
        try {
            step.run();
        } catch (IOException | RuntimeException e) {
            contestant.failed(question, e);
        }
    }

    private static Look look(Contestant contestant) throws IOException {
        return new Look(
                System.nanoTime(), ProcessUsage.processorTimes(contestant.running().processes()));
    }

    private void keep(Contestant contestant, Look before) throws IOException {
        Look now = look(contestant);
        double seconds = (now.nanoTime - before.nanoTime) / 1e9;
        double used = ProcessUsage.secondsBetween(before.times, now.times);
        List<ProcessHandle> processes = contestant.running().processes();
        if (processes.size() == 1) {
            throw new IOException("no worker is left of an idle pool");
        }
        long bytes = 0;
        for (ProcessHandle worker : processes.subList(1, processes.size())) {
            bytes += ProcessUsage.privateBytes(worker);
        }
        contestant.keep(question.metrics().getFirst(), used / seconds * 100);
        contestant.keep(question.metrics().getLast(), bytes / (processes.size() - 1.0));
    }
}
