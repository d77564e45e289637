package dev.polyloom.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The contenders of the suite {@code processes}: what they are called, how they are started. */
final class ProcessContenders {
    static final String OURS = "polyloom, ring";
    static final String SPARELESS = "polyloom, ring without spares";
    static final String UNFLAGGED = "polyloom, ring without native access";
    static final String SOCKET = "polyloom, socket";
    static final String EXECUTOR = "Python ProcessPoolExecutor";
    static final String POOL = "multiprocessing.Pool";
    static final String PP4J = "pp4j";
    static final String FIXED = "JDK fixed pool";
    static final String FLOOR = "plain mapped memory, caller's thread";

    private static final String TRANSPORT = "POLYLOOM_TRANSPORT";
    private static final int WORKERS = 2;

    private ProcessContenders() {}

    /** Returns how each contender is started. */
    static List<Contestant.Entry> entries(Path folder) {
        String granted = "--enable-native-access=ALL-UNNAMED";
        return List.of(
                ours(OURS, List.of(granted), transport("ring")),
                ours(SPARELESS, List.of(granted), spareless()),
                python(folder, EXECUTOR, "executor"),
                python(folder, POOL, "pool"),
                java(PP4J, "pp4j"),
                java(FIXED, "fixed-pool"),
                java(FLOOR, "fixed-pool"),
                ours(SOCKET, List.of(granted), transport("socket")),
                ours(UNFLAGGED, List.of(), transport("ring")));
    }

    private static Map<String, String> transport(String transport) {
        return Map.of(TRANSPORT, transport);
    }

    private static Map<String, String> spareless() {
        return Map.of(TRANSPORT, "ring", "POLYLOOM_PROCESS_SPARE", "off");
    }

    private static Contestant.Entry ours(
            String name, List<String> flags, Map<String, String> environment) {
        return new Contestant.Entry(
                name,
                command(flags, "polyloom"),
                environment,
                words(environment.getOrDefault(TRANSPORT, "")));
    }

    /** Returns how a decision speaks of a transport. */
    private static String words(String transport) {
        return switch (transport) {
            case "ring" -> "shared memory";
            case "socket" -> "sockets";
            default -> "";
        };
    }

    private static Contestant.Entry java(String name, String pool) {
        return new Contestant.Entry(name, command(List.of(), pool), Map.of(), "");
    }

    private static List<String> command(List<String> flags, String pool) {
        return ContenderProcess.javaCommand(
                ProcessContender.class, flags, pool, Integer.toString(WORKERS));
    }

    private static Contestant.Entry python(Path folder, String name, String kind) {
        String script = folder.resolve("python/process_pool.py").toString();
        return new Contestant.Entry(
                name, List.of("python3", script, Integer.toString(WORKERS), kind), Map.of(), "");
    }
}
