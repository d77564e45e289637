package dev.polyloom.benchmarks;

import dev.polyloom.supervisor.Host;
import dev.polyloom.supervisor.Intensity;
import dev.polyloom.supervisor.SerializableService;
import dev.polyloom.supervisor.Service;
import dev.polyloom.supervisor.ServiceBuilder;
import dev.polyloom.supervisor.ServiceExecutors;
import dev.polyloom.supervisor.ServiceSpec;
import dev.polyloom.supervisor.SupervisorSpec;
import dev.polyloom.supervisor.spi.ServiceExecutor;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Measures the nanoseconds from a crash until what crashed runs again, as the median of many. */
final class Restarts {
    static final Intensity ALWAYS = new Intensity(Integer.MAX_VALUE, Duration.ofSeconds(1));
    private static final Duration QUIET = Duration.ofMillis(2);
    private static final Duration SETTLING = Duration.ofMillis(1_500);
    private static final long BOUND_SECONDS = 60;
    private static final String COLLECTOR = "host/top/collector";

    private Restarts() {}

    /** Crashes again and again after a short quiet, and keeps how long it was away. */
    private static final class Clock {
        private final List<Double> times = new ArrayList<>();
        private final LinkedBlockingQueue<List<Double>> result = new LinkedBlockingQueue<>();
        private final int crashes;
        private long crashedAt;

        Clock(int crashes) {
            this.crashes = crashes;
        }

        /** Runs once more, and crashes unless it has done so often enough. */
        void run() {
            long now = System.nanoTime();
            if (crashedAt != 0) {
                times.add((double) now - crashedAt);
            }
            if (times.size() == crashes) {
                result.add(times);
                return;
            }
            Pause.of(QUIET);
            crashedAt = System.nanoTime();
            throw new IllegalStateException("as it should");
        }

        double median() throws InterruptedException {
            return Statistics.median(within(result.poll(BOUND_SECONDS, TimeUnit.SECONDS)));
        }
    }

    private static <T> T within(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("no restart within %d s".formatted(BOUND_SECONDS));
        }
        return value;
    }

    static double ofService(ServiceExecutor executor, int crashes) throws InterruptedException {
        Clock clock = new Clock(crashes);
        Service service =
                context -> {
                    clock.run();
                    context.token().await();
                };
        try (Host _ = start(ServiceSpec.named("a", service).executor(executor))) {
            return clock.median();
        }
    }

    private static Host start(ServiceBuilder... services) {
        var top = SupervisorSpec.named("top").intensity(ALWAYS);
        for (ServiceBuilder each : services) {
            top.child(each.build());
        }
        return Host.named("host").supervisor(top.build()).start();
    }

    /** Measures a platform thread that its uncaught exception handler starts again. */
    static double ofThread(int crashes) throws InterruptedException {
        Clock clock = new Clock(crashes);
        startAgain(clock);
        return clock.median();
    }

    private static void startAgain(Clock clock) {
        Thread.ofPlatform()
                .daemon()
                .uncaughtExceptionHandler((_, _) -> startAgain(clock))
                .start(clock::run);
    }

    static double ofProcess(int kills) throws InterruptedException {
        LinkedBlockingQueue<Object> pids = new LinkedBlockingQueue<>();
        Service collector =
                context -> {
                    while (true) {
                        pids.add(context.mailbox().receive());
                    }
                };
        SerializableService service =
                context -> {
                    context.send(COLLECTOR, ProcessHandle.current().pid());
                    context.token().await();
                };
        List<Double> times = new ArrayList<>();
        try (Host _ =
                start(
                        ServiceSpec.named("collector", collector),
                        ServiceSpec.named("a", service).executor(ServiceExecutors.process()))) {
            Object pid = within(pids.poll(BOUND_SECONDS, TimeUnit.SECONDS));
            for (int i = 0; i < kills; i++) {
                // until another spare is there
                Pause.of(SETTLING);
                long begin = System.nanoTime();
                ProcessHandle.of((Long) pid).orElseThrow().destroyForcibly();
                pid = within(pids.poll(BOUND_SECONDS, TimeUnit.SECONDS));
                times.add((double) System.nanoTime() - begin);
            }
        }
        return Statistics.median(times);
    }

    /** Measures a JVM that is started again when it has ended. */
    static double ofPlainProcess(int kills) throws IOException {
        List<String> command = ContenderProcess.javaCommand(Up.class, List.of());
        List<Double> times = new ArrayList<>();
        Process process = startUp(command);
        for (int i = 0; i < kills; i++) {
            Pause.of(QUIET);
            long begin = System.nanoTime();
            process.destroyForcibly();
            process.onExit().join();
            process = startUp(command);
            times.add((double) System.nanoTime() - begin);
        }
        process.destroyForcibly();
        return Statistics.median(times);
    }

    private static Process startUp(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        if (!"up".equals(out.readLine())) {
            throw new IOException("the process did not say that it is up");
        }
        return process;
    }

    /** A program that says that it is up and waits for its end. */
    static final class Up {
        private Up() {}

        /**
         * Waits.
         *
         * @param args none
         * @throws IOException if its input fails
         */
        public static void main(String... args) throws IOException {
            System.out.println("up");
            int _ = System.in.read();
        }
    }
}
