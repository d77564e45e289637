package dev.polyloom.benchmarks;

import dev.polyloom.supervisor.Host;
import dev.polyloom.supervisor.SupervisorBuilder;
import dev.polyloom.supervisor.SupervisorSpec;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A JVM with one host of many services on virtual threads. Asked by a line, it answers with the
 * milliseconds until all are ready, those in which as many bare virtual threads run, the median of
 * those of a status query, and the private bytes of the JVM.
 */
final class ManyServices {
    /** Two lines a service would only cover the figures. */
    private static final Logger LOGGER = Logger.getLogger("dev.polyloom");

    static final int COUNT = 10_000;
    private static final int QUERIES = 21;
    private static final Duration BOUND = Duration.ofMinutes(1);

    private ManyServices() {}

    /**
     * Answers until its input ends.
     *
     * @param args how many services
     * @throws Exception if something fails
     */
    public static void main(String... args) throws Exception {
        LOGGER.setLevel(Level.WARNING);
        int count = Integer.parseInt(args[0]);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (in.readLine() != null) {
            System.out.println(measure(count));
        }
    }

    private static String measure(int count) throws Exception {
        SupervisorBuilder top = SupervisorSpec.named("top");
        for (int i = 0; i < count; i++) {
            top.service("s" + i, context -> context.token().await());
        }
        long begin = System.nanoTime();
        try (Host host = Host.named("host").supervisor(top.build()).start()) {
            if (!host.awaitReady(BOUND)) {
                throw new IllegalStateException("the services are not ready within " + BOUND);
            }
            double started = millisSince(begin);
            long[] queries = new long[QUERIES];
            for (int i = 0; i < QUERIES; i++) {
                long query = System.nanoTime();
                var _ = host.status();
                queries[i] = System.nanoTime() - query;
            }
            double query = Statistics.p50(queries, QUERIES) / 1e6;
            long bytes = ProcessUsage.privateBytes(ProcessHandle.current());
            return "%s %s %s %d".formatted(started, bare(count), query, bytes);
        }
    }

    private static double bare(int count) throws InterruptedException {
        CountDownLatch running = new CountDownLatch(count);
        CountDownLatch end = new CountDownLatch(1);
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            Thread.startVirtualThread(() -> {
                running.countDown();
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        running.await();
        double millis = millisSince(begin);
        end.countDown();
        return millis;
    }

    private static double millisSince(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }
}
