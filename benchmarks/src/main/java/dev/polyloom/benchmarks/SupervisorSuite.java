package dev.polyloom.benchmarks;

import dev.polyloom.supervisor.ServiceExecutors;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What supervision takes: from a crash until the service runs again, beside what the JDK offers for
 * it, and thousands of services in one host; and what thousands of restarts leave behind.
 */
final class SupervisorSuite {
    private static final String NOBODY = "nobody";
    private static final Logger LOGGER = Logger.getLogger("dev.polyloom");
    private static final Duration BOUND = Duration.ofMinutes(2);

    private final boolean quick;

    SupervisorSuite(boolean quick) {
        this.quick = quick;
    }

    List<Row> run() throws IOException, InterruptedException {
        // each crash is a warning
        LOGGER.setLevel(Level.OFF);
        List<Row> rows = new ArrayList<>();
        rows.add(threads("thread", Restarts.ofService(ServiceExecutors.thread(), crashes())));
        rows.add(threads("virtual", Restarts.ofService(ServiceExecutors.virtual(), crashes())));
        rows.add(processes());
        rows.addAll(services());
        rows.add(growth("threads", ServiceLoss.ofThreads(quick ? 100 : 10_000)));
        rows.add(growth("processes", ServiceLoss.ofProcesses(quick ? 3 : 1_000)));
        return rows;
    }

    private int crashes() {
        return quick ? 20 : 1_000;
    }

    private Row threads(String executor, double nanos) throws InterruptedException {
        double peer = Restarts.ofThread(crashes());
        return Row.judged(
                executor + ": crash to restart",
                nanos / 1e6,
                "ms",
                "uncaught exception handler",
                peer / 1e6,
                Bar.atMost(1, "ms"));
    }

    private Row processes() throws IOException, InterruptedException {
        int kills = quick ? 2 : 30;
        return Row.judged(
                "process: SIGKILL to restart, warm spare",
                Restarts.ofProcess(kills) / 1e6,
                "ms",
                "Process.onExit, a new JVM",
                Restarts.ofPlainProcess(kills) / 1e6,
                Bar.atMost(20, "ms"));
    }

    private List<Row> services() throws IOException {
        String count = Integer.toString(ManyServices.COUNT);
        List<String> command =
                ContenderProcess.javaCommand(ManyServices.class, List.of("-Xmx1g"), count);
        try (ContenderProcess host = ContenderProcess.start("services", command, Map.of())) {
            double[] figures = host.ask("measure", BOUND);
            String services = "10,000 virtual services: ";
            return List.of(
                    Row.judged(
                            services + "start",
                            figures[0],
                            "ms",
                            "virtual threads",
                            figures[1],
                            Bar.atMost(2_000, "ms")),
                    Row.judged(
                            services + "status",
                            figures[2],
                            "ms",
                            NOBODY,
                            Double.NaN,
                            Bar.atMost(50, "ms")),
                    Row.judged(
                            services + "private memory of the JVM",
                            figures[3] / (1 << 20),
                            "MiB",
                            NOBODY,
                            Double.NaN,
                            Bar.atMost(1_024, "MiB")));
        }
    }

    private static Row growth(String kind, ServiceLoss loss) {
        return Row.judged(
                "%,d restarts, %s: descriptors more; heap more %,d KiB"
                        .formatted(loss.restarts(), kind, loss.heapBytes() >> 10),
                (double) loss.descriptors(),
                "count",
                NOBODY,
                Double.NaN,
                Bar.atMost(16, "count"));
    }
}
