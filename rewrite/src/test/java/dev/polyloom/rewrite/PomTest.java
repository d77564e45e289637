package dev.polyloom.rewrite;

import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcMainJava;
import static org.openrewrite.java.Assertions.srcTestJava;
import static org.openrewrite.maven.Assertions.pomXml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openrewrite.ExecutionContext;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.maven.MavenExecutionContextView;
import org.openrewrite.maven.tree.MavenRepository;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** Dependencies that the recipes add, in a project whose only repository is a folder. */
@Timeout(120)
class PomTest implements RewriteTest {
    private static final String VERSION = "0.1.0-SNAPSHOT";
    private static final String WORK =
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Work {
                void run() {
                    try (ExecutorService pool = Executors.newCachedThreadPool()) {
                        pool.execute(() -> {});
                    }
                }
            }
            """;

    @TempDir Path repository;

    @Test
    void compat_isAddedWhereImportsAreSwapped() throws Exception {
        String swapped =
                WORK.replace("import java.util.concurrent.Executors;\n", "")
                        .replace(
                                "import java",
                                "import dev.polyloom.compat.Executors;\n\nimport java");
        String after = pom(dependency("polyloom-compat", ""));
        migrate(2, "MigrateToCompat", srcMainJava(java(WORK, swapped)), pomXml(pom(""), after));
        staysWith("MigrateToCompat", after, swapped);
    }

    @Test
    void compat_thatOnlyTestsUse_hasTheirScope() throws Exception {
        String swapped =
                WORK.replace("import java.util.concurrent.Executors;\n", "")
                        .replace(
                                "import java",
                                "import dev.polyloom.compat.Executors;\n\nimport java");
        migrate(
                2,
                "MigrateToCompat",
                srcTestJava(java(WORK, swapped)),
                pomXml(pom(""), pom(dependency("polyloom-compat", "<scope>test</scope>"))));
    }

    @Test
    void core_isAddedWhereScopesAreOpened() throws Exception {
        String opened =
                WORK.replace("import java.util.concurrent.Executors;\n", "")
                        .replace("import java", "import dev.polyloom.Run;\n\nimport java")
                        .replace("Executors.newCachedThreadPool()", "Run.virtual().open()");
        String after = pom(dependency("polyloom-core", ""));
        migrate(2, "UseRun", srcMainJava(java(WORK, opened)), pomXml(pom(""), after));
        staysWith("UseRun", after, opened);
    }

    @Test
    void pom_ofAProjectThatNothingChanges_staysAsItIs() throws Exception {
        staysWith("MigrateToCompat", pom(""), "class Plain {}");
        staysWith("UseRun", pom(""), "class Plain {}");
    }

    private void staysWith(String recipe, String pom, String source) throws Exception {
        migrate(0, recipe, srcMainJava(java(source)), pomXml(pom));
    }

    private void migrate(int cycles, String recipe, SourceSpecs sources, SourceSpecs pom)
            throws Exception {
        for (String each : new String[] {"polyloom-compat", "polyloom-core"}) {
            deploy(each);
        }
        ExecutionContext context =
                new InMemoryExecutionContext(failure -> {
                    throw new AssertionError(failure);
                });
        MavenExecutionContextView.view(context)
                .setAddCentralRepository(false)
                .setAddLocalRepository(true)
                .setLocalRepository(
                        MavenRepository.builder()
                                .id("local")
                                .uri(repository.toUri().toString())
                                .knownToExist(true)
                                .build());
        rewriteRun(
                spec ->
                        spec.recipeFromResources("dev.polyloom.rewrite." + recipe)
                                .parser(RecipeTest.parser())
                                .executionContext(context)
                                .cycles(3)
                                .expectedCyclesThatMakeChanges(cycles),
                mavenProject("shop", sources, pom));
    }

    private void deploy(String artifact) throws IOException {
        Path folder =
                Files.createDirectories(
                        repository.resolve("dev/polyloom").resolve(artifact).resolve(VERSION));
        Files.writeString(
                folder.resolve(artifact + "-" + VERSION + ".pom"),
                """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>dev.polyloom</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                </project>
                """
                        .formatted(artifact, VERSION));
        Files.write(folder.resolve(artifact + "-" + VERSION + ".jar"), new byte[] {'P', 'K'});
    }

    private static String pom(String dependencies) {
        return """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>org.example</groupId>
          <artifactId>shop</artifactId>
          <version>1</version>
        %s</project>
        """
                .formatted(dependencies);
    }

    private static String dependency(String artifact, String scope) {
        return """
          <dependencies>
            <dependency>
              <groupId>dev.polyloom</groupId>
              <artifactId>%s</artifactId>
              <version>%s</version>
        %s    </dependency>
          </dependencies>
        """
                .formatted(artifact, VERSION, scope.isEmpty() ? "" : "      " + scope + "\n");
    }
}
