package dev.polyloom.verification.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.verification.Command;
import dev.polyloom.verification.Project;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example of actions called by name from the command line. */
@Timeout(120)
class ActionsExampleTest {
    @TempDir private Path folder;

    /** The example: exactly the command line that it documents, in its own folder. */
    @Test
    void example_makesAThumbnail() throws Exception {
        for (String file : List.of("Images.java", "loadout.yaml")) {
            Files.copy(Project.file("examples/actions/" + file), folder.resolve(file));
        }
        BufferedImage image = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 400; x++) {
            for (int y = 0; y < 200; y++) {
                image.setRGB(x, y, x < 200 ? 0xff0000 : 0x0000ff);
            }
        }
        ImageIO.write(image, "png", folder.resolve("a.png").toFile());

        assertThat(inFolder("call --loadout loadout.yaml images.thumbnail a.png"))
                .isEqualTo("a.thumbnail.png\n0");

        BufferedImage small = ImageIO.read(folder.resolve("a.thumbnail.png").toFile());
        assertThat(List.of(small.getWidth(), small.getHeight())).containsExactly(128, 64);
        assertThat(small.getRGB(20, 20)).isEqualTo(0xffff0000);
        assertThat(small.getRGB(108, 20)).isEqualTo(0xff0000ff);
        assertThat(inFolder("call --loadout loadout.yaml --prep icon"))
                .isEqualTo("a.thumbnail.png\n0");
        assertThat(inFolder("call --loadout loadout.yaml images.sizes a.png a.thumbnail.png"))
                .isEqualTo("a.png 400x200\na.thumbnail.png 16x8\n0");
        assertThat(inFolder("call --loadout loadout.yaml numbers.hex 255")).isEqualTo("ff\n0");
        assertThat(inFolder("call --loadout loadout.yaml images.thumbnail b.png"))
                .isEqualTo(
                        "polyloom: images.thumbnail(b.png) failed:"
                                + " java.nio.file.NoSuchFileException: b.png\n1");
    }

    private String inFolder(String words) throws Exception {
        List<String> line = new ArrayList<>(List.of("dev.polyloom.cli.Main"));
        line.addAll(List.of(words.split(" ", -1)));
        Command.Result result = Command.java(line.toArray(String[]::new)).in(folder).run();
        return result.out() + result.err() + result.exit();
    }
}
