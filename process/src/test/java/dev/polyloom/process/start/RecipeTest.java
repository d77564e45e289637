package dev.polyloom.process.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RecipeTest {
    @TempDir private Path folder;
    private Path one;
    private Path two;
    private Path classes;

    @BeforeEach
    void makePlaces() throws Exception {
        one = Files.writeString(folder.resolve("one.jar"), "1");
        two = Files.writeString(folder.resolve("two.jar"), "22");
        classes = Files.createDirectory(folder.resolve("classes"));
    }

    private static List<String> classPath(Path... entries) {
        List<String> texts = new ArrayList<>();
        for (Path entry : entries) {
            texts.add(entry.toString());
        }
        return List.of("--class-path", String.join(File.pathSeparator, texts));
    }

    private Recipe recipe(String... jvm) throws UnfitException {
        return Recipe.of("java", List.of(jvm), classPath(one, two), 0);
    }

    @Test
    void key_isTheSameWhateverDoesNotMatter() throws Exception {
        assertThat(recipe("-XX:+UseSerialGC", "-Da=1", "-Xms1m", "-Xlog:gc", "-Xmx4g"))
                .isEqualTo(recipe("-XX:+UseSerialGC", "-Xmx100000k", "-Xss2m"));
        assertThat(recipe("-Xmx1g").key()).hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:+UseZGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx40g",
                "--enable-native-access=ALL-UNNAMED",
                "--enable-preview"
            })
    void key_differsWithWhatMatters(String option) throws Exception {
        assertThat(recipe(option).key()).isNotEqualTo(recipe().key());
    }

    @Test
    void key_differsWhenAJarHasChanged() throws Exception {
        String before = recipe().key();
        FileTime time = Files.getLastModifiedTime(two);
        Files.setLastModifiedTime(two, FileTime.fromMillis(time.toMillis() - 60_000));
        String touched = recipe().key();
        Files.setLastModifiedTime(two, time);
        assertThat(recipe().key()).isEqualTo(before).isNotEqualTo(touched);
        Files.writeString(two, "longer");
        Files.setLastModifiedTime(two, time);
        assertThat(recipe().key()).isNotEqualTo(before);
    }

    @Test
    void classPath_isTrainedAsFarAsItIsMadeOfJars() throws Exception {
        Recipe recipe = Recipe.of("java", List.of(), classPath(one, classes, two), 0);
        assertThat(recipe.code()).isEqualTo(classPath(one));
        Recipe own = Recipe.of("java", List.of(), classPath(one, two, classes), 1);
        assertThat(own.code()).isEqualTo(classPath(one));
    }

    @Test
    void classPathThatBeginsWithAFolder_isRefused() {
        assertThatExceptionOfType(UnfitException.class)
                .isThrownBy(() -> Recipe.of("java", List.of(), classPath(classes, one), 0))
                .withMessage("its class path does not begin with jars");
    }

    @Test
    void modulePath_isTrainedWithAllItsJars() throws Exception {
        List<String> code = List.of("--module-path", folder.toString(), "--add-modules", "a");
        Recipe before = Recipe.of("java", List.of(), code, 0);
        Files.writeString(folder.resolve("three.jar"), "333");
        assertThat(Recipe.of("java", List.of(), code, 0).key()).isNotEqualTo(before.key());
        List<String> withFolder = new ArrayList<>(code);
        withFolder.addAll(classPath(classes));
        assertThat(Recipe.of("java", List.of(), withFolder, 0).code()).isEqualTo(code);
        Files.writeString(classes.resolve("module-info.class"), "");
        List<String> exploded = List.of("--module-path", classes.toString());
        assertThatExceptionOfType(UnfitException.class)
                .isThrownBy(() -> Recipe.of("java", List.of(), exploded, 0))
                .withMessageContaining(classes.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:AOTCache=mine.aot",
                "-XX:SharedArchiveFile=mine.jsa",
                "-Xshare:off",
                "-agentlib:jdwp=transport=dt_socket",
                "--patch-module=java.base=x",
                "@options",
                "-Xmxlots",
                "-Xmx"
            })
    void optionThatRulesACacheOut_isNamed(String option) {
        assertThatExceptionOfType(UnfitException.class)
                .isThrownBy(() -> recipe(option))
                .withMessageContaining(option.startsWith("-Xmx") ? "heap size" : option);
    }
}
