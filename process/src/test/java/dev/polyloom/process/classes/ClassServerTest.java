package dev.polyloom.process.classes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.process.codec.LoaderTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ClassServerTest {
    private final ClassServer server = new ClassServer();

    @Test
    void loader_keepsItsNumberWhoeverIsAskedForBetween() {
        ClassLoader own = ClassServer.class.getClassLoader();
        ClassLoader one = new ClassLoader() {};
        ClassLoader two = new ClassLoader() {};
        for (int i = 0; i < 3; i++) {
            assertThat(server.idOf(one)).isEqualTo(1);
            assertThat(server.idOf(one)).isEqualTo(1);
            assertThat(server.idOf(two)).isEqualTo(2);
            assertThat(server.idOf(own)).isZero();
            assertThat(server.idOf(null)).isEqualTo(LoaderTable.BUILT_IN);
            assertThat(server.idOf(ClassLoader.getPlatformClassLoader()))
                    .isEqualTo(LoaderTable.BUILT_IN);
        }
        assertThat(server.loader(1)).isSameAs(one);
        assertThat(server.loader(2)).isSameAs(two);
    }
}
