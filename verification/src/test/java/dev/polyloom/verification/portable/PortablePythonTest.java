package dev.polyloom.verification.portable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.python.Script;
import java.nio.file.Path;
import java.util.Map;
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
    /** TeaVM 0.15 cannot generate these for WebAssembly, two of its own library and one of ours. */
    private static final String FAULTS =
            "(?s)Failed generating method body due to internal exception.*"
                    + "(Integer.parseIntImpl|Long.parseLongImpl|BisectModule.place).*";

    @TempDir private static Path folder;
    private static TeaVmBuild build;

    @BeforeAll
    static void translate() throws Exception {
        Path program =
                Path.of(
                        Objects.requireNonNull(
                                        PortablePythonTest.class.getResource("programs/main.py"))
                                .toURI());
        Path project = folder.resolve("project");
        Script.translate(program, project);
        build = new TeaVmBuild(folder, Map.of());
        build.addSources(project.resolve("src/main/java"));
    }

    @ParameterizedTest
    @EnumSource(
            value = TeaVMTargetType.class,
            names = {"JAVASCRIPT", "WEBASSEMBLY_GC"})
    void programs_withTheRuntime_compileForOtherTargets(TeaVMTargetType target) throws Exception {
        TeaVmBuild.Outcome outcome = build.compile(target, "Start");

        assertThat(outcome.problems())
                .as("what is missing, but for faults of this compiler's own")
                .filteredOn(problem -> !problem.matches(FAULTS))
                .isEmpty();
        assertThat(outcome.reached())
                .extracting(MethodReference::getClassName)
                .contains("ThreadsModule")
                .noneMatch(type -> type.contains("JvmMachine"));
    }
}
