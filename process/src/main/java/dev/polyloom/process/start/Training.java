package dev.polyloom.process.start;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The process that trains: quiet, of lowest priority, and no child of any program's life. */
final class Training {
    private static final List<Path> NICE = List.of(Path.of("/usr/bin/nice"), Path.of("/bin/nice"));
    private static final String NICENESS = "polyloom.process.trainingNiceness";
    private static final int LOWEST = 19;
    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final List<String> NOT_HANDED_ON =
            List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

    private Training() {}

    static void start(Path folder, Recipe recipe) throws IOException {
        List<String> line = new ArrayList<>();
        int niceness = Integer.getInteger(NICENESS, LOWEST);
        Optional<Path> nice = NICE.stream().filter(Files::isExecutable).findFirst();
        if (niceness > 0 && nice.isPresent()) {
            line.addAll(List.of(nice.get().toString(), "-n", Integer.toString(niceness)));
        }
        line.add(recipe.java());
        line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
        line.add("-D" + CacheSetting.PROPERTY + "=off");
        // a JVM that records takes its time to end
        line.add("-Dpolyloom.process.stopTimeout=" + Trainer.STEP.toMillis());
        line.addAll(recipe.code());
        line.addAll(main(recipe, Trainer.class));
        line.addAll(Trainer.arguments(folder, recipe));
        quiet(line).start();
    }

    /** Returns how a class of this module is named as the main class. */
    static List<String> main(Recipe recipe, Class<?> type) {
        boolean module = recipe.code().contains("--module-path");
        return module
                ? List.of("--module", type.getModule().getName() + "/" + type.getName())
                : List.of(type.getName());
    }

    /** Returns a process that says nothing and is told nothing. */
    static ProcessBuilder quiet(List<String> line) {
        File nothing = new File(WINDOWS ? "NUL" : "/dev/null");
        ProcessBuilder builder =
                new ProcessBuilder(line)
                        .redirectInput(Redirect.from(nothing))
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD);
        builder.environment().keySet().removeAll(NOT_HANDED_ON);
        return builder;
    }
}
