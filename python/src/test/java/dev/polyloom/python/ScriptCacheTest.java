package dev.polyloom.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When a compiled program is used again, and when not. */
@Timeout(60)
class ScriptCacheTest {
    @TempDir private Path folder;

    private final Memory cache = new Memory();
    private Path program;
    private Path beside;

    private static final class Memory implements ScriptCache {
        private final Map<String, byte[]> kept = new HashMap<>();
        private int keeps;
        private boolean broken;

        @Override
        public byte @Nullable [] find(String key) throws IOException {
            if (broken) {
                throw new IOException("broken");
            }
            return kept.get(key);
        }

        @Override
        public void keep(String key, byte[] compiled) throws IOException {
            keeps++;
            if (broken) {
                throw new IOException("broken");
            }
            kept.put(key, compiled);
        }
    }

    @BeforeEach
    void writeProgram() throws IOException {
        program = Files.writeString(folder.resolve("program.py"), "import beside, math\n");
        beside = Files.writeString(folder.resolve("beside.py"), "x = 1\n");
    }

    private int keepsAfterCompiling() throws Exception {
        assertThat(Script.compile(program, Locking.OPERATIONS, cache)).isNotNull();
        return cache.keeps;
    }

    @Test
    void sameSources_areCompiledOnce() throws Exception {
        assertThat(keepsAfterCompiling()).isEqualTo(1);
        assertThat(keepsAfterCompiling()).isEqualTo(1);
        assertThat(cache.kept)
                .hasSize(1)
                .allSatisfy((key, bytes) -> {
                    assertThat(key).matches("[0-9a-f]{64}");
                });
    }

    @Test
    void changedSources_areCompiledAgain() throws Exception {
        keepsAfterCompiling();
        Files.writeString(beside, "x = 2\n");
        assertThat(keepsAfterCompiling()).isEqualTo(2);
        assertThat(keepsAfterCompiling()).isEqualTo(2);
        Files.writeString(program, "import beside\n");
        assertThat(keepsAfterCompiling()).isEqualTo(3);
    }

    @Test
    void moduleThatAppearsBeside_countsAsChange() throws Exception {
        keepsAfterCompiling();
        Files.writeString(folder.resolve("math.py"), "pi = 3\n");
        assertThat(keepsAfterCompiling()).isEqualTo(2);
    }

    @Test
    void damagedEntry_isCompiledAgain() throws Exception {
        keepsAfterCompiling();
        cache.kept.replaceAll((key, bytes) -> java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(keepsAfterCompiling()).isEqualTo(2);
        cache.broken = true;
        assertThat(keepsAfterCompiling()).isEqualTo(3);
    }
}
