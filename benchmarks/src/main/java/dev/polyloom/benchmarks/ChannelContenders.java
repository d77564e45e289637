package dev.polyloom.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The contenders of the suite {@code channels}: what they are called, how they are started. */
final class ChannelContenders {
    static final String OURS = "polyloom";
    static final String KOTLIN = "Kotlin";
    static final String JCTOOLS = "JCTools";
    static final String RUST = "Rust std";
    static final String GO = "Go";

    private static final List<String> JAVA =
            List.of(
                    OURS,
                    "SynchronousQueue",
                    "ArrayBlockingQueue",
                    "LinkedBlockingQueue",
                    "LinkedTransferQueue",
                    "jox",
                    KOTLIN,
                    JCTOOLS,
                    "ForkJoinPool",
                    "fixed pool",
                    "parallelStream",
                    "ReentrantLock");

    private static final int MINUTES_TO_COMPILE = 2;

    private ChannelContenders() {}

    /**
     * Returns how each contender is started. Those in other languages are compiled first, and left
     * out where the machine cannot do that.
     *
     * @param sources the folder with the contenders in other languages
     * @param built an empty folder for what is compiled
     */
    static List<Contestant.Entry> entries(Path sources, Path built) throws IOException {
        List<Contestant.Entry> entries = new ArrayList<>();
        for (String name : JAVA) {
            entries.add(
                    entry(
                            name,
                            ContenderProcess.javaCommand(ChannelContender.class, flags(), name)));
        }
        Path rust = built.resolve("rust-channels");
        Path go = built.resolve("go-channels");
        if (compiled(RUST, "rustc", "-O", "-o", rust, sources.resolve("rust/channels.rs"))) {
            entries.add(entry(RUST, List.of(rust.toString())));
        }
        if (compiled(GO, "go", "build", "-o", go, sources.resolve("go/channels.go"))) {
            entries.add(entry(GO, List.of(go.toString())));
        }
        return entries;
    }

    private static Contestant.Entry entry(String name, List<String> command) {
        return new Contestant.Entry(name, command, Map.of(), "");
    }

    private static List<String> flags() {
        return List.of("-Xms1g", "-Xmx2g", "--sun-misc-unsafe-memory-access=allow");
    }

    private static boolean compiled(String name, Object... words) throws IOException {
        List<String> command = List.of(words).stream().map(Object::toString).toList();
        if (!installed(command.getFirst())) {
            System.err.printf("channels: %s is left out: no %s%n", name, command.getFirst());
            return false;
        }
        Process compiler = new ProcessBuilder(command).inheritIO().start();
        try {
            if (compiler.waitFor(MINUTES_TO_COMPILE, TimeUnit.MINUTES)
                    && compiler.exitValue() == 0) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            compiler.destroyForcibly();
        }
        throw new IOException("cannot compile the contender " + name + " by " + command);
    }

    private static boolean installed(String program) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":", -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
