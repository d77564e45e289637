package dev.polyloom.verification.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.verification.Command;
import dev.polyloom.verification.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the scripts in a machine made of a temporary folder, with a Maven that only tells. */
@Timeout(120)
class BuildScriptTest {
    private static final List<String> TOOLS =
            List.of("sh", "dirname", "readlink", "sed", "head", "cat", "mktemp", "rm");

    @TempDir Path machine;
    private Path project;
    private Path tools;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void makeMachine() throws IOException {
        machine = machine.toRealPath();
        project = Files.createDirectories(machine.resolve("project"));
        tools = Files.createDirectories(machine.resolve("bin"));
        Files.createDirectories(project.resolve("scripts"));
        for (String script :
                List.of("build", "polyloom", "scripts/find-jdk", "scripts/distribution")) {
            copyWithFoldersOfMachine(script);
        }
        for (String tool : TOOLS) {
            executable(
                    tools.resolve(tool), "#!/bin/sh\nexec %s \"$@\"\n".formatted(realTool(tool)));
        }
        environment.put("PATH", tools.toString());
        environment.put("HOME", machine.resolve("home").toString());
        maven("3.9.11");
    }

    @Test
    void build_withoutAnyJdk_saysWhereItLookedAndExits3() throws Exception {
        Command.Result result = run("build");

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err())
                .startsWith("build: needs a JDK of version 25 or newer, and found none")
                .contains("JAVA_HOME (not set)", "/usr/lib/jvm", "Install one");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void build_withOnlyAnOldJdk_exits3() throws Exception {
        environment.put("JAVA_HOME", jdk("usr/lib/jvm/java-17", "17.0.15").toString());

        assertThat(run("build").exit()).isEqualTo(3);
        assertThat(run("build").err()).contains("java-17");
    }

    @Test
    void build_withoutMaven_saysWhatToInstallAndExits3() throws Exception {
        jdk("usr/lib/jvm/jdk-25", "25.0.3");
        Files.delete(tools.resolve("mvn"));

        Command.Result result = run("build");

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err())
                .startsWith("build: needs Apache Maven 3.8.6 or newer on PATH")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.5", "3.6.3", "3.8", "2.2.1"})
    void build_withMavenTooOld_namesItsVersionAndExits3(String version) throws Exception {
        jdk("usr/lib/jvm/jdk-25", "25.0.3");
        maven(version);

        Command.Result result = run("build");

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err())
                .contains("3.8.6 or newer", " is " + version + ".", tools.resolve("mvn").toString())
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.6", "3.8.7", "3.9.11", "3.10.0", "4.0.0"})
    void build_withMavenNewEnough_runsIt(String version) throws Exception {
        Path jdk = jdk("usr/lib/jvm/jdk-25", "25.0.3");
        maven(version);

        assertThat(run("build", "format").out())
                .isEqualTo("mvn -q -Pstress spotless:apply with " + jdk + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "home/.sdkman/candidates/java/25-tem",
                "home/.jdks/temurin-25",
                "home/.asdf/installs/java/temurin-25",
                "home/.local/share/mise/installs/java/25",
                "usr/lib/jvm/temurin-25",
                "usr/java/jdk-25",
                "opt/java/jdk-25",
                "opt/jdk-25",
                "Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home",
                "home/Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home",
                "opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home"
            })
    void build_withJdkInAKnownFolder_findsIt(String folder) throws Exception {
        Path jdk = jdk(folder, "25.0.3");

        Command.Result result = run("build", "format");

        assertThat(result.out()).endsWith("with " + jdk + "\n");
        assertThat(result.err()).isEqualTo("build: JDK " + jdk + "\n");
    }

    @Test
    void build_withSeveralJdks_takesTheFirstOfTheDocumentedOrder() throws Exception {
        jdk("usr/lib/jvm/a", "26");
        Path sdkman = jdk("home/.sdkman/candidates/java/x", "25");
        assertThat(jdkChosen()).isEqualTo(sdkman);

        Path onPath = jdk("elsewhere/jdk", "27-ea");
        Files.createSymbolicLink(tools.resolve("javac"), onPath.resolve("bin/javac"));
        assertThat(jdkChosen()).isEqualTo(onPath);

        Path ci = jdk("ci", "25.0.1");
        environment.put("JAVA_HOME_25_X64", ci.toString());
        assertThat(jdkChosen()).isEqualTo(ci);

        Path named = jdk("named", "25.0.2");
        environment.put("JAVA_25_HOME", named.toString());
        assertThat(jdkChosen()).isEqualTo(named);

        environment.put("JAVA_HOME", jdk("old", "1.8.0_412").toString());
        assertThat(jdkChosen()).isEqualTo(named);

        Path home = jdk("home jdk", "25");
        environment.put("JAVA_HOME", home.toString());
        assertThat(jdkChosen()).isEqualTo(home);
        assertThat(run("build", "format").err()).isEmpty();
    }

    @Test
    void build_throughASymbolicLinkFromAnotherFolder_runsInTheProject() throws Exception {
        jdk("usr/lib/jvm/jdk-25", "25.0.3");
        Files.createDirectories(machine.resolve("links"));
        Files.createSymbolicLink(machine.resolve("links/second"), Path.of("../project/build"));
        Files.createSymbolicLink(machine.resolve("first"), Path.of("links/second"));

        Command.Result result =
                Command.of(machine.resolve("first").toString(), "format")
                        .in(machine)
                        .withOnly(environment)
                        .run();

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(Files.readString(machine.resolve("ran-in")).strip())
                .isEqualTo(project.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tset", "--help", "install", "format test"})
    void build_withAnUnknownArgument_printsOneLineAndExits2(String arguments) throws Exception {
        Command.Result result = run("build", arguments.split(" "));

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("usage: ./build ")
                .contains("not: ./build " + arguments)
                .hasLineCount(1);
    }

    @Test
    void build_whenMavenFails_failsAsItDoes() throws Exception {
        jdk("usr/lib/jvm/jdk-25", "25.0.3");
        executable(
                tools.resolve("mvn"),
                "#!/bin/sh\n[ \"$1\" = --version ] && { echo Apache Maven 3.9.9; exit; }\nexit 7\n");

        assertThat(run("build").exit()).isEqualTo(7);
        assertThat(run("build", "test").exit()).isEqualTo(7);
    }

    @Test
    void polyloom_withoutJdkOrMaven_saysSoUnderItsOwnName() throws Exception {
        Command.Result withoutJdk = run("polyloom", "version");
        assertThat(withoutJdk.exit()).isEqualTo(3);
        assertThat(withoutJdk.err()).startsWith("polyloom: needs a JDK");

        jdk("usr/lib/jvm/jdk-25", "25.0.3");
        Files.delete(tools.resolve("mvn"));
        Command.Result withoutMaven = run("polyloom", "version");
        assertThat(withoutMaven.exit()).isEqualTo(3);
        assertThat(withoutMaven.err()).startsWith("polyloom: needs Apache Maven").hasLineCount(1);
    }

    private Path jdkChosen() throws Exception {
        return Path.of(run("build", "format").out().strip().replaceFirst(".* with ", ""));
    }

    private Command.Result run(String script, String... arguments) throws Exception {
        String[] words = new String[arguments.length + 1];
        words[0] = project.resolve(script).toString();
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        return Command.of(words).in(machine).withOnly(environment).run();
    }

    /** The folders in which every machine is searched are replaced by those of this one. */
    private void copyWithFoldersOfMachine(String script) throws IOException {
        String text =
                Project.text(Project.file(script))
                        .replaceAll(
                                "(?<=[ (])/(usr/(?:lib/jvm|java|libexec)|opt|Library)(?=[/ ])",
                                machine + "/$1");
        executable(project.resolve(script), text);
    }

    private Path jdk(String folder, String version) throws IOException {
        Path home = machine.resolve(folder);
        Files.createDirectories(home.resolve("bin"));
        executable(home.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(
                home.resolve("release"),
                "IMPLEMENTOR=\"Someone\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private void maven(String version) throws IOException {
        executable(
                tools.resolve("mvn"),
                """
                #!/bin/sh
                [ "$1" = --version ] && { echo "Apache Maven %s (0123abc)"; exit; }
                pwd -P >"%s/ran-in"
                echo "mvn $* with $JAVA_HOME"
                """
                        .formatted(version, machine));
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
    }

    private static Path realTool(String name) {
        return List.of("/usr/bin", "/bin").stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + name + " on this machine"));
    }
}
