package dev.polyloom.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a suite; its command line is that of {@code benchmarks/run}, already checked there. */
public final class Main {
    private Main() {}

    /**
     * Runs a suite and prints its table.
     *
     * @param args the suite, then {@code --quick} and {@code --json FILE} in any order
     * @throws Exception if the suite fails
     */
    public static void main(String... args) throws Exception {
        String suite = args[0];
        boolean quick = List.of(args).contains("--quick");
        Conditions conditions = Conditions.now("benchmarks/run " + String.join(" ", args));
        Report report = new Report(suite, conditions, run(suite, quick));
        System.out.print(report.table());
        if (quick) {
            System.out.println("--quick: these figures only show that the suite works");
        }
        Path json = json(args);
        if (json != null) {
            write(json, report.json());
        }
    }

    private static List<Row> run(String suite, boolean quick) throws Exception {
        return switch (suite) {
            case "auto" -> new AutoSuite(quick).run();
            case "flavors" -> new FlavorsSuite(quick).run();
            case "channels" -> new ChannelsSuite(quick, folder()).run();
            case "isolates" -> new IsolatesSuite(quick).run();
            case "processes" -> new ProcessesSuite(quick, folder()).run();
            case "python" -> new PythonSuite(quick, folder()).run();
            case "supervisor" -> new SupervisorSuite(quick).run();
            case "wrapping" -> new WrappingSuite(quick).run();
            default -> throw new IllegalArgumentException("unknown suite " + suite);
        };
    }

    /** Returns the folder that this module has in the sources, with what is not Java. */
    static Path folder() {
        return Path.of(System.getProperty("polyloom.benchmarks", "benchmarks"));
    }

    private static @Nullable Path json(String... args) {
        int option = List.of(args).indexOf("--json");
        return option < 0 ? null : Path.of(args[option + 1]);
    }

    private static void write(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, text);
    }
}
