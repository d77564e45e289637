package dev.polyloom.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Under what a run was made.
 *
 * @param machine processor, cores, memory and system
 * @param jdk version and vendor of the JVM
 * @param load the system's load average over a minute, at the start
 * @param date when it started
 * @param command what was typed
 */
record Conditions(String machine, String jdk, double load, String date, String command) {
    static Conditions now(String command) {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Conditions(
                machine(system),
                System.getProperty("java.vm.version") + " " + System.getProperty("java.vendor"),
                system.getSystemLoadAverage(),
                ZonedDateTime.now(ZoneId.systemDefault())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                command);
    }

    private static String machine(OperatingSystemMXBean system) {
        return "%s, %d processors, %d GiB, %s %s %s"
                .formatted(
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        Math.round(system.getTotalMemorySize() / (double) (1 << 30)),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch"));
    }

    private static String processor() {
        Path info = Path.of("/proc/cpuinfo");
        try {
            return Files.isReadable(info)
                    ? Files.readString(info)
                            .lines()
                            .filter(line -> line.startsWith("model name"))
                            .map(line -> line.substring(line.indexOf(':') + 1).strip())
                            .findFirst()
                            .orElse("unknown processor")
                    : "unknown processor";
        } catch (IOException e) {
            return "unknown processor";
        }
    }
}
