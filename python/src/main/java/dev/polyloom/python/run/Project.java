package dev.polyloom.python.run;

import dev.polyloom.python.translate.JavaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes translated modules as a Maven project. */
@SuppressWarnings("InlineFormatString") // whole files read better by themselves
record Project(Path folder) {
    private static final String POM =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>translated</groupId>
              <artifactId>%s</artifactId>
              <version>1</version>
              <properties>
                <maven.compiler.release>25</maven.compiler.release>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
              </properties>
              <dependencies>
                <dependency>
                  <groupId>dev.polyloom</groupId>
                  <artifactId>polyloom-python-runtime</artifactId>
                  <version>0.1.0-SNAPSHOT</version>
                </dependency>
              </dependencies>
            </project>
            """;

    private static final String START =
            """
            import dev.polyloom.python.runtime.library.Main;
            import dev.polyloom.python.runtime.object.Modules;
            import java.util.List;

            /** Starts the program. */
            public final class Start {
                private Start() {}

                /** Runs it and exits with its code. */
                public static void main(String[] args) {
            %s        System.exit(
                            Main.run(
                                    "%s",
                                    List.of(args),
                                    new Main.Streams(System.in, System.out, System.err),
                                    %s::run$module));
                }
            }
            """;

    void write(List<JavaSource> sources) throws IOException {
        Path code = folder.resolve("src/main/java");
        Files.createDirectories(code);
        JavaSource main = sources.getFirst();
        for (JavaSource source : sources) {
            Files.writeString(code.resolve(source.className() + ".java"), source.text());
        }
        StringBuilder known = new StringBuilder();
        for (JavaSource source : sources.subList(1, sources.size())) {
            known.append(
                    "        Modules.register(%s.module(), %s::run$module);\n"
                            .formatted(source.className(), source.className()));
        }
        known.append(
                "        Modules.register(%s.module(), () -> {});\n".formatted(main.className()));
        Files.writeString(
                code.resolve("Start.java"),
                START.formatted(known, main.className(), main.className()));
        Files.writeString(
                folder.resolve("pom.xml"),
                POM.formatted(main.className().toLowerCase(java.util.Locale.ROOT)));
    }
}
