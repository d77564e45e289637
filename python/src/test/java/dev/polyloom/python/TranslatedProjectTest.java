package dev.polyloom.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are written as projects, which stand on what lies in their folder. */
@Timeout(120)
class TranslatedProjectTest {
    @TempDir private Path folder;

    private Path program;
    private Path project;

    @BeforeEach
    void writeProgram() throws Exception {
        program = folder.resolve("greet.py");
        project = folder.resolve("project");
        Files.writeString(
                program,
                """
                import sys
                import threading
                from words import greeting

                lines = []
                workers = [threading.Thread(target=lambda n=n: lines.append(greeting(n))) for n in range(3)]
                for w in workers:
                    w.start()
                    w.join()
                print(lines, sys.argv[1:])
                sys.exit(3)
                """);
        Files.writeString(
                folder.resolve("words.py"), "def greeting(n):\n    return f'hello {n:02}'\n");
    }

    @Test
    void project_compilesAndRunsWithWhatLiesInIt() throws Exception {
        List<Path> files = Script.translate(program, project);

        assertThat(files)
                .contains(Path.of("pom.xml"), Path.of("src/main/java/GreetProgram.java"))
                .allMatch(file -> Files.isRegularFile(project.resolve(file)));
        Path classes = Files.createDirectory(folder.resolve("classes"));
        String jars = jars();
        List<String> line =
                new ArrayList<>(List.of("-Xlint:all", "-Werror", "-proc:none", "-cp", jars, "-d"));
        line.add(classes.toString());
        try (Stream<Path> sources = Files.list(project.resolve("src/main/java"))) {
            sources.map(Path::toString).forEach(line::add);
        }
        int compiled =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, System.out, System.err, line.toArray(String[]::new));
        assertThat(compiled).isZero();
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                classes + File.pathSeparator + jars,
                                "Start",
                                "x")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(out).isEqualTo("['hello 00', 'hello 01', 'hello 02'] ['x']\n");
        assertThat(process.waitFor()).isEqualTo(3);
    }

    private String jars() throws Exception {
        try (Stream<Path> jars = Files.list(project.resolve("lib"))) {
            return String.join(File.pathSeparator, jars.map(Path::toString).sorted().toList());
        }
    }

    @Test
    void pom_namesTheVersionsOfTheBuild() throws Exception {
        Script.translate(program, project);

        assertThat(project.resolve("pom.xml"))
                .content()
                .contains("<artifactId>greetprogram</artifactId>", "${project.basedir}/lib/")
                .doesNotContain("@", "${revision}", "plugin.version}");
    }

    @Test
    void laterTranslation_replacesItsOwnFilesAndNoOthers() throws Exception {
        Script.translate(program, project);
        Files.writeString(project.resolve("notes.txt"), "mine");
        Files.writeString(program, "print(1)\n");

        Script.translate(program, project);

        assertThat(project.resolve("src/main/java/WordsModule.java")).doesNotExist();
        assertThat(project.resolve("notes.txt")).hasContent("mine");
        assertThat(project.resolve("src/main/java/GreetProgram.java"))
                .content()
                .doesNotContain("greeting");
    }

    @Test
    void filesOfOthers_areNotOverwritten() throws Exception {
        Files.createDirectories(project);
        Files.writeString(project.resolve("pom.xml"), "mine");

        assertThatThrownBy(() -> Script.translate(program, project))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("pom.xml")
                .hasMessageContaining("was not written by a translation");
        assertThat(project.resolve("pom.xml")).hasContent("mine");
        assertThat(project.resolve("src")).doesNotExist();
    }
}
