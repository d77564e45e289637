package dev.polyloom.process.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OwnJarsTest {
    @TempDir private Path folder;

    private static String path(String... entries) {
        return String.join(File.pathSeparator, entries);
    }

    @Test
    void jarOfPolyloomAlone_isPure() throws Exception {
        Path jar = Launched.jar(folder.resolve("own.jar"), Launched.core());
        assertThat(OwnJars.isPure(jar)).isTrue();
    }

    @Test
    void jarWithOthersClasses_isNotPure() throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Files.createDirectories(classes.resolve("dev/polyloomish"));
        Files.writeString(classes.resolve("dev/polyloomish/Other.class"), "");
        assertThat(OwnJars.isPure(Launched.jar(folder.resolve("mixed.jar"), classes))).isFalse();
        assertThat(OwnJars.isPure(classes)).isFalse();
        assertThat(OwnJars.isPure(Files.writeString(folder.resolve("no.jar"), "x"))).isFalse();
    }

    @Test
    void ownJars_comeFirstAndTheOthersKeepTheirOrder() {
        OwnJars own = new OwnJars(List.of("/core.jar", "/process.jar"));
        String given = path("/classes", "/process.jar", "/a.jar", "/core.jar", "/b.jar");
        assertThat(own.first(given))
                .isEqualTo(path("/core.jar", "/process.jar", "/classes", "/a.jar", "/b.jar"));
        assertThat(own.countIn(given)).isEqualTo(2);
    }

    @Test
    void classPathWithoutThem_isLeftAlone() {
        OwnJars own = new OwnJars(List.of("/core.jar", "/process.jar"));
        String given = path("/classes", "/process.jar");
        assertThat(own.first(given)).isEqualTo(given);
        assertThat(own.countIn(given)).isZero();
        assertThat(OwnJars.NONE.first(given)).isEqualTo(given);
        assertThat(OwnJars.NONE.countIn(given)).isZero();
    }
}
