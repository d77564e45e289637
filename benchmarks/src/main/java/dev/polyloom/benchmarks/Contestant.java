package dev.polyloom.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contender through a whole run: started when it is first asked, started again after it died, and
 * not asked again what it failed at. Keeps its figures and, where it has none, why.
 */
final class Contestant implements AutoCloseable {
    private static final Duration LONGEST_DECISION = Duration.ofSeconds(30);
    private static final int LONGEST_REASON = 90;

    private final Entry entry;
    private final Map<String, List<Double>> figures = new HashMap<>();
    private final Map<String, String> failures = new HashMap<>();
    private @Nullable ContenderProcess process;
    private String remark = "";

    /**
     * How a contender is started.
     *
     * @param name what it is called in the rows
     * @param command what starts it
     * @param environment what is added to its environment
     * @param decision a word that must be in the decision of a pool of ours, or empty
     */
    record Entry(
            String name, List<String> command, Map<String, String> environment, String decision) {}

    Contestant(Entry entry) {
        this.entry = entry;
    }

    String name() {
        return entry.name;
    }

    /** Puts a question and keeps the figures of the answer if they count. */
    void ask(Question question, Duration bound, boolean counts) {
        if (!question.contenders().contains(entry.name) || failed(question)) {
            return;
        }
        try {
            double[] answer = answer(question, bound);
            for (int i = 0; counts && i < answer.length; i++) {
                keep(question.metrics().get(i), answer[i]);
            }
        } catch (ContenderProcess.NoFigureException e) {
            failed(question, e);
        } catch (IOException | RuntimeException e) {
            failed(question, e);
            close();
        }
    }

    private double[] answer(Question question, Duration bound) throws IOException {
        double[] answer = running().ask(question.command(), bound);
        if (answer.length != question.metrics().size()) {
            throw new IOException(
                    "gave %d figures to '%s', not %d"
                            .formatted(
                                    answer.length, question.command(), question.metrics().size()));
        }
        return answer;
    }

    private static String key(Question question) {
        return question.metrics().getFirst().name();
    }

    /** Keeps a figure in the unit of the answer. */
    void keep(Metric metric, double value) {
        figures.computeIfAbsent(metric.name(), name -> new ArrayList<>())
                .add(value * metric.scale());
    }

    /** Notes why a question has no figures, or no more than it has. */
    void failed(Question question, Exception failure) {
        String given = failure.getMessage();
        String message = given == null ? failure.toString() : given.strip();
        System.err.printf("%s: %s: %s%n", entry.name, key(question), message);
        String reason =
                message.length() > LONGEST_REASON
                        ? message.substring(0, LONGEST_REASON) + "..."
                        : message;
        question.metrics().forEach(metric -> failures.put(metric.name(), reason));
    }

    boolean failed(Question question) {
        return failures.containsKey(key(question));
    }

    /** Returns the running process, started now unless it was before. */
    ContenderProcess running() throws IOException {
        ContenderProcess running = process;
        if (running == null) {
            running = ContenderProcess.start(entry.name, entry.command, entry.environment);
            process = running;
            check(running);
        }
        return running;
    }

    private void check(ContenderProcess running) throws IOException {
        if (!entry.decision.isEmpty()) {
            String decision = running.tell("decision", LONGEST_DECISION);
            remark =
                    decision.matches(".*\\b" + entry.decision + "\\b.*")
                            ? ""
                            : "transport not confirmed";
        }
    }

    /** Returns the median of the figures, or NaN if there are none. */
    double figure(Metric metric) {
        List<Double> own = figures.get(metric.name());
        return own == null ? Double.NaN : Statistics.median(own);
    }

    /** Returns what must be known to read the figure, in brackets, or nothing. */
    String remark(Metric metric) {
        List<String> remarks = new ArrayList<>();
        String failure = failures.get(metric.name());
        if (failure != null) {
            List<Double> own = figures.getOrDefault(metric.name(), List.of());
            remarks.add(
                    own.isEmpty()
                            ? failure
                            : "rounds: %d, then: %s".formatted(own.size(), failure));
        }
        if (!remark.isEmpty()) {
            remarks.add(remark);
        }
        return remarks.isEmpty() ? "" : " (" + String.join("; ", remarks) + ")";
    }

    @Override
    public void close() {
        ContenderProcess running = process;
        process = null;
        if (running != null) {
            running.close();
        }
    }
}
