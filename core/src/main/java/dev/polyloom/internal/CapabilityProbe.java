package dev.polyloom.internal;

import com.sun.management.OperatingSystemMXBean;
import dev.polyloom.Capabilities;
import dev.polyloom.Flavor;
import dev.polyloom.spi.FlavorProvider;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what this machine and JVM can do. */
public final class CapabilityProbe {
    private static final int BLOCKING_WORKERS_PER_PROCESSOR = 32;
    private static final Path CGROUP_CPU_MAX = Path.of("/sys/fs/cgroup/cpu.max");
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");

    private CapabilityProbe() {}

    /**
     * Looks at the machine, and asks each provider whether its flavor can be had.
     *
     * @param providers the providers by flavor
     * @return the capabilities
     */
    public static Capabilities probe(Map<Flavor, FlavorProvider> providers) {
        Capabilities machine = machine(Map.of(), Map.of());
        Map<Flavor, String> unavailable = new EnumMap<>(Flavor.class);
        Map<Flavor, String> manners = new EnumMap<>(Flavor.class);
        for (Flavor flavor : Flavor.values()) {
            if (flavor != Flavor.AUTO) {
                reason(providers.get(flavor), machine, flavor)
                        .ifPresent(reason -> unavailable.put(flavor, reason));
            }
        }
        providers.forEach((flavor, provider) ->
                provider.manner(machine).ifPresent(words -> manners.put(flavor, words)));
        return machine(unavailable, manners);
    }

    private static Optional<String> reason(
            @Nullable FlavorProvider provider, Capabilities machine, Flavor flavor) {
        if (provider != null) {
            return provider.unavailable(machine);
        }
        return Optional.of(
                switch (flavor) {
                    case PROCESSES ->
                            "add the module dev.polyloom.process (artifact polyloom-process)";
                    case ISOLATES ->
                            "add the module dev.polyloom.isolate (artifact polyloom-isolate)";
                    default -> "no provider of it is on the module or class path";
                });
    }

    private static Capabilities machine(
            Map<Flavor, String> unavailable, Map<Flavor, String> manners) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new Capabilities(
                System.getProperty("java.version", "unknown"),
                Runtime.version().feature(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                processors,
                cpuQuota(),
                memoryBytes(),
                Runtime.getRuntime().maxMemory(),
                virtualThreads(),
                canStartChildren(),
                CapabilityProbe.class.getModule().isNativeAccessEnabled(),
                Files.isWritable(SHARED_MEMORY)
                        || Files.isWritable(Path.of(System.getProperty("java.io.tmpdir", "."))),
                Integer.getInteger("polyloom.cores", processors),
                processors * BLOCKING_WORKERS_PER_PROCESSOR,
                unavailable,
                manners);
    }

    private static String virtualThreads() {
        return Runtime.version().feature() >= 24
                ? "a thread a task; only native frames and class initialisers pin them"
                : "a thread a task; synchronized blocks and native frames pin them";
    }

    private static boolean canStartChildren() {
        Path bin = Path.of(System.getProperty("java.home", ""), "bin");
        return Files.isExecutable(bin.resolve("java"))
                || Files.isExecutable(bin.resolve("java.exe"));
    }

    private static long memoryBytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean os
                ? os.getTotalMemorySize()
                : 0;
    }

    private static double cpuQuota() {
        try {
            if (!Files.isReadable(CGROUP_CPU_MAX)) {
                return 0;
            }
            String[] quotaAndPeriod = Files.readString(CGROUP_CPU_MAX).strip().split(" ", -1);
            return quotaAndPeriod.length != 2 || quotaAndPeriod[0].equals("max")
                    ? 0
                    : Double.parseDouble(quotaAndPeriod[0]) / Double.parseDouble(quotaAndPeriod[1]);
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
