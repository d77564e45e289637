package dev.polyloom.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.verification.Project;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each module declares. */
@Timeout(60)
class ModuleDeclarationTest {
    private static final int MOST_EXPORTED_PACKAGES = 2;
    private static final Map<String, Set<String>> LIBRARIES =
            Map.of(
                    "dev.polyloom.cli", Set.of("info.picocli"),
                    "dev.polyloom.loadout", Set.of("org.snakeyaml.engine"));

    static Stream<ModuleDeclaration> all() {
        return ModuleDeclaration.all();
    }

    @Test
    void modules_areThoseOfThePicture() {
        assertThat(all().map(ModuleDeclaration::name))
                .as("modules with a declaration; a new one is added to House and to the picture")
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(House.values()).map(House::moduleName).toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void module_isNullMarked(ModuleDeclaration module) {
        assertThat(module.isNullMarked()).as("%s has @NullMarked", module).isTrue();
    }

    @ParameterizedTest
    @MethodSource("all")
    void module_exportsFewPackages(ModuleDeclaration module) {
        assertThat(module.exported())
                .as("packages that %s exports", module)
                .hasSizeLessThanOrEqualTo(MOST_EXPORTED_PACKAGES);
    }

    @ParameterizedTest
    @MethodSource("all")
    void exportedPackage_hasADescription(ModuleDeclaration module) {
        for (String name : module.exported()) {
            assertThat(
                            module.folder()
                                    .resolve("src/main/java")
                                    .resolve(name.replace('.', '/'))
                                    .resolve("package-info.java"))
                    .isRegularFile()
                    .content()
                    .contains("/**");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void module_requiresOnlyTheJdkAndWhatItRestsOn(ModuleDeclaration module) {
        House house =
                Arrays.stream(House.values())
                        .filter(candidate -> candidate.moduleName().equals(module.name()))
                        .findFirst()
                        .orElseThrow();
        List<String> beneath =
                Arrays.stream(House.values()).filter(house::mayUse).map(House::moduleName).toList();
        assertThat(module.requiredAtRunTime())
                .allSatisfy(required ->
                        assertThat(
                                        required.startsWith("java.")
                                                || required.startsWith("jdk.")
                                                || beneath.contains(required)
                                                || LIBRARIES
                                                        .getOrDefault(module.name(), Set.of())
                                                        .contains(required))
                                .as("%s requires %s", module, required)
                                .isTrue());
    }

    @ParameterizedTest
    @MethodSource("all")
    void services_areTheSameOnTheModulePathAndOnTheClassPath(ModuleDeclaration module)
            throws Exception {
        Map<String, List<String>> onClassPath = new TreeMap<>();
        var services = module.folder().resolve("src/main/resources/META-INF/services");
        if (Files.isDirectory(services)) {
            try (var files = Files.list(services)) {
                for (var file : files.toList()) {
                    onClassPath.put(
                            file.getFileName().toString(),
                            Project.text(file)
                                    .lines()
                                    .map(line -> line.replaceFirst("#.*", "").strip())
                                    .filter(line -> !line.isEmpty())
                                    .toList());
                }
            }
        }
        assertThat(onClassPath)
                .as("services in META-INF/services, beside those in %s", module)
                .isEqualTo(module.provided());
    }
}
