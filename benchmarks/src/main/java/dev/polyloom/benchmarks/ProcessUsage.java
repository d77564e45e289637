package dev.polyloom.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What processes use of processor and memory. */
final class ProcessUsage {
    private static final Path PROC = Path.of("/proc");

    private ProcessUsage() {}

    /** Returns the processor time that each of some processes has used so far. */
    static Map<ProcessHandle, Duration> processorTimes(Collection<ProcessHandle> processes) {
        Map<ProcessHandle, Duration> times = new HashMap<>();
        for (ProcessHandle process : processes) {
            process.info().totalCpuDuration().ifPresent(time -> times.put(process, time));
        }
        return times;
    }

    /** Returns the seconds used between two looks, also by processes begun in between. */
    static double secondsBetween(
            Map<ProcessHandle, Duration> before, Map<ProcessHandle, Duration> after) {
        Duration used = Duration.ZERO;
        for (Map.Entry<ProcessHandle, Duration> process : after.entrySet()) {
            used =
                    used.plus(process.getValue())
                            .minus(before.getOrDefault(process.getKey(), Duration.ZERO));
        }
        return used.toNanos() / 1e9;
    }

    /** Returns the bytes that a process shares with no other. */
    static long privateBytes(ProcessHandle process) throws IOException {
        return privateBytes(
                Files.readAllLines(PROC.resolve(process.pid() + "").resolve("smaps_rollup")));
    }

    /** Sums the private lines of an overview of a process's memory. */
    static long privateBytes(List<String> overview) throws IOException {
        List<String> lines =
                overview.stream()
                        .filter(line -> line.matches("Private_(Clean|Dirty):\\s+\\d+ kB"))
                        .toList();
        if (lines.isEmpty()) {
            throw new IOException("the system does not tell private memory");
        }
        return lines.stream().mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum()
                * 1024;
    }
}
