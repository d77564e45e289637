package dev.polyloom.cli;

import dev.polyloom.Capabilities;
import dev.polyloom.Flavor;
import dev.polyloom.Run;
import dev.polyloom.cli.json.Json;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what this machine and JVM can do. */
@Command(
        name = "capabilities",
        sortOptions = false,
        description = "Prints what this machine and Java can do, and which flavors can be had.")
final class CapabilitiesCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Capabilities found = Run.capabilities();
        if (json) {
            out.println(Json.text(facts(found)));
            return ExitCode.OK;
        }
        Table table = new Table("<", "<");
        facts(found).forEach((name, value) -> row(table, name, value));
        out.print(table);
        return ExitCode.OK;
    }

    private static void row(Table table, String name, Object value) {
        switch (value) {
            case Map<?, ?> flavors ->
                    flavors.forEach((flavor, state) -> table.row(name + "." + flavor, state));
            case Long bytes -> table.row(name, memory(bytes));
            case Boolean flag -> table.row(name, flag ? "yes" : "no");
            default -> table.row(name, value);
        }
    }

    private static String memory(long bytes) {
        return bytes + " (" + (bytes >> 20) + " MiB)";
    }

    private static Map<String, Object> facts(Capabilities found) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("jdk", found.jdk());
        facts.put("feature", found.feature());
        facts.put("os", found.os());
        facts.put("processors", found.processors());
        facts.put("cpuQuota", found.cpuQuota());
        facts.put("memoryBytes", found.memoryBytes());
        facts.put("maxHeapBytes", found.maxHeapBytes());
        facts.put("virtualThreads", found.virtualThreads());
        facts.put("childProcesses", found.childProcesses());
        facts.put("nativeAccess", found.nativeAccess());
        facts.put("sharedMemory", found.sharedMemory());
        facts.put("cpuWorkers", found.cpuWorkers());
        facts.put("blockingWorkers", found.blockingWorkers());
        facts.put("flavors", flavors(found));
        return facts;
    }

    private static Map<String, String> flavors(Capabilities found) {
        Map<String, String> flavors = new LinkedHashMap<>();
        for (Flavor flavor : concrete()) {
            String missing = found.unavailable().get(flavor);
            flavors.put(flavor.id(), missing == null ? "available" : "unavailable: " + missing);
        }
        return flavors;
    }

    /** Lists the flavors that work can run on. */
    static List<Flavor> concrete() {
        return Arrays.stream(Flavor.values()).filter(flavor -> flavor != Flavor.AUTO).toList();
    }
}
