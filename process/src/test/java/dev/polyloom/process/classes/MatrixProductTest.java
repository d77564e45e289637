package dev.polyloom.process.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example that multiplies matrices in shared memory, run as its user would. */
@Timeout(120)
class MatrixProductTest {
    @TempDir private Path folder;

    @Test
    void product_isRightAndNothingIsCopied() throws Exception {
        Launched launched = new Launched(folder);
        String output =
                launched.java(
                        "-cp",
                        Launched.path(Launched.core(), Launched.process()),
                        Launched.example("MatrixProduct.java").toString(),
                        "301");
        assertThat(output)
                .startsWith("exit 0\n301 x 301 by ")
                .contains(" 2174424 bytes shared and none copied\n")
                .endsWith("the product is right\n");
        assertThat(output.lines()).hasSize(3);
    }
}
