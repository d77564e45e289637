package dev.polyloom.verification.portable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.python.Script;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.teavm.model.MethodReference;
import org.teavm.tooling.TeaVMTargetType;

/** Whether programs of Python can be had in the browser, as far as they ask for nothing else. */
@Timeout(120)
class PortablePythonTest {
    @TempDir private static Path folder;
    private static Path programs;
    private static TeaVmBuild build;

    @BeforeAll
    static void translate() throws Exception {
        programs =
                Path.of(
                        Objects.requireNonNull(
                                        PortablePythonTest.class.getResource("programs/main.py"))
                                .toURI());
        Path project = folder.resolve("project");
        Script.translate(programs, project);
        build = new TeaVmBuild(folder, java.util.Map.of());
        build.addSources(project.resolve("src/main/java"));
    }

    @ParameterizedTest
    @EnumSource(
            value = TeaVMTargetType.class,
            names = {"JAVASCRIPT", "WEBASSEMBLY_GC"})
    void programs_withTheRuntime_compileForOtherTargets(TeaVMTargetType target) throws Exception {
        TeaVmBuild.Outcome outcome = build.compile(target, "Start");

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.reached())
                .extracting(MethodReference::getClassName)
                .noneMatch(type -> type.contains("JvmMachine"));
        if (target == TeaVMTargetType.JAVASCRIPT) {
            String recorded = Files.readString(programs.resolveSibling("main.out"));
            assertThat(TeaVmBuild.run(outcome.file()).orElse(recorded)).isEqualTo(recorded);
        }
    }
}
