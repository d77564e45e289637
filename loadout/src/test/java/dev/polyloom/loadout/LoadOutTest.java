package dev.polyloom.loadout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.polyloom.Flavor;
import dev.polyloom.Scope;
import dev.polyloom.process.Calls;
import dev.polyloom.process.To;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What load-outs without a fault do. */
@Timeout(120)
class LoadOutTest {
    @TempDir private Path folder;

    private LoadOut read(String text) throws Exception {
        return LoadOut.read(Files.writeString(folder.resolve("loadout.yaml"), text));
    }

    @Test
    void actionsOfALoadOut_runInItsWorkers() throws Exception {
        LoadOut loadOut =
                read(
                        """
                        name: scaling
                        workers:
                          count: 2
                          flavor: processes
                          maxHeap: 96m
                          taskTimeout: 30s
                          cancelGrace: 500ms
                          environment: {POLYLOOM_TEST: set}
                          systemProperties:
                            own.property: a b
                          jvmArguments: -Xss768k
                          affinity: [0]
                          annotations: {role: scaling}
                          annotationsOf:
                            2: {role: other}
                        actions:
                          - dev.polyloom.loadout.Images
                          - name: text.upper
                            method: dev.polyloom.loadout.Images::upper
                        preps:
                          icon: {action: images.thumbnail, arguments: [a.png, 16], annotations: {size: small}}
                          self: {action: images.pid, arguments: []}
                        """);

        try (Scope scope = loadOut.open()) {
            Calls calls = loadOut.calls(scope);
            assertThat(scope.name()).isEqualTo("scaling");
            assertThat(scope.workers()).isEqualTo(2);
            assertThat(scope.flavor()).isEqualTo(Flavor.PROCESSES);
            assertThat(calls.call("images.thumbnail", Path.of("a.png"), 9)).isEqualTo("a.png@9");
            assertThat(calls.call("text.upper", "abc")).isEqualTo("ABC");
            assertThat(calls.call("images.property", "own.property")).isEqualTo("a b");
            assertThat(calls.call("images.variable", "POLYLOOM_TEST")).isEqualTo("set");
            assertThat(calls.at(To.worker(1)).call("images.annotation", "role"))
                    .isEqualTo("scaling");
            assertThat(calls.at(To.worker(2)).call("images.annotation", "role")).isEqualTo("other");
            assertThat(calls.call("images.pid")).isNotEqualTo(ProcessHandle.current().pid());
            assertThat(scope.submit(loadOut.prep("icon")).get()).isEqualTo("a.png@16");
            assertThat(loadOut.prep("icon").annotations()).containsEntry("size", "small");
        }
    }

    @Test
    void otherFlavors_runInThisJvm() throws Exception {
        LoadOut loadOut =
                read(
                        """
                        workers: {flavor: threads, count: 1}
                        actions: [dev.polyloom.loadout.Images]
                        preps: {self: {action: images.pid}}
                        """);

        try (Scope scope = loadOut.open()) {
            assertThat(loadOut.calls(scope).call("images.pid"))
                    .isEqualTo(ProcessHandle.current().pid());
            assertThat(scope.submit(loadOut.prep("self")).get())
                    .isEqualTo(ProcessHandle.current().pid());
        }
    }

    @Test
    void anchors_standForWhatTheyName() throws Exception {
        LoadOut loadOut =
                read(
                        """
                        actions: [dev.polyloom.loadout.Images]
                        preps:
                          one: &prep {action: images.thumbnail, arguments: &args [a.png]}
                          two: *prep
                          three: {action: images.thumbnail, arguments: *args}
                        """);

        assertThat(loadOut.preps()).containsOnlyKeys("one", "two", "three");
        assertThat(loadOut.prep("two").call()).isEqualTo("a.png@64");
    }

    @Test
    void relativePaths_startFromTheFile() throws Exception {
        Files.createDirectory(folder.resolve("classes"));
        read("classPath: classes\nactions: [dev.polyloom.loadout.Images]\n");

        assertThatExceptionOfType(LoadOutException.class)
                .isThrownBy(() -> read("classPath: [classes, gone]\nactions: [a.B]\n"))
                .withMessageContaining("loadout.yaml:1:22: no readable file or folder")
                .withMessageContaining("loadout.yaml:2:11: no class 'a.B' found on class path");
    }

    @Test
    void classes_canBeFoundByTheCaller() throws Exception {
        Path file = Files.writeString(folder.resolve("l.yaml"), "actions: [pictures, nothing]\n");
        ClassFinder finder =
                wanted -> {
                    if (wanted.name().equals("pictures")) {
                        return Images.class;
                    }
                    throw new IllegalArgumentException("not in " + wanted.folder());
                };

        assertThatExceptionOfType(LoadOutException.class)
                .isThrownBy(() -> LoadOut.reader().finder(finder).read(file))
                .withMessage(file + ":1:21: not in " + folder);
    }
}
