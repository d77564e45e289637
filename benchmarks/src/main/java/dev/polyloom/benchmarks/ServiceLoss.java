package dev.polyloom.benchmarks;

import dev.polyloom.supervisor.Host;
import dev.polyloom.supervisor.SerializableService;
import dev.polyloom.supervisor.ServiceExecutors;
import dev.polyloom.supervisor.ServiceSpec;
import dev.polyloom.supervisor.SupervisorSpec;
import dev.polyloom.supervisor.spi.ServiceExecutor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What a host holds more of after many restarts of a service than after the first few.
 *
 * @param restarts how many
 * @param descriptors how many open files more
 * @param heapBytes how much more of the heap
 */
record ServiceLoss(int restarts, long descriptors, long heapBytes) {
    private static final int LOOKS = 25;
    private static final Duration LOOK = Duration.ofMillis(20);

    static ServiceLoss ofThreads(int restarts) throws IOException {
        return of(ServiceExecutors.thread(), restarts);
    }

    static ServiceLoss ofProcesses(int restarts) throws IOException {
        return of(ServiceExecutors.process(), restarts);
    }

    private static ServiceLoss of(ServiceExecutor executor, int restarts) throws IOException {
        SerializableService crash =
                _ -> {
                    throw new IllegalStateException("as it should");
                };
        SupervisorSpec top =
                SupervisorSpec.named("top")
                        .intensity(Restarts.ALWAYS)
                        .child(ServiceSpec.named("a", crash).executor(executor).build())
                        .build();
        try (Host host = Host.named("host").supervisor(top).start()) {
            await(host, restarts / 10);
            long descriptors = open();
            long heap = heap();
            await(host, restarts);
            return new ServiceLoss(restarts, open() - descriptors, heap() - heap);
        }
    }

    private static void await(Host host, int restarts) {
        while (host.status().find("host/top/a").orElseThrow().restarts() < restarts) {
            Pause.of(LOOK);
        }
    }

    /** Counts open files at a moment in which few belong to processes that come and go. */
    private static long open() throws IOException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < LOOKS; i++) {
            try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
                least = Math.min(least, files.count());
            }
            Pause.of(LOOK);
        }
        return least;
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
