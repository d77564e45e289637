package dev.polyloom.process.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.SerializationException;
import dev.polyloom.process.classes.ClassServer;
import dev.polyloom.process.codec.Codec;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LambdaPatchTest {
    private static byte[] code(Class<?> type) throws IOException {
        try (InputStream in =
                type.getResourceAsStream(type.getName().replaceFirst(".*\\.", "") + ".class")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static ClassLoader patching() {
        return new ClassLoader(LambdaPatchTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve)
                    throws ClassNotFoundException {
                if (!name.startsWith(LambdaFixture.class.getName())) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                try {
                    byte[] code = code(Class.forName(name));
                    byte[] patched = LambdaPatch.apply(code);
                    byte[] define = patched == null ? code : patched;
                    return defineClass(name, define, 0, define.length);
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
        };
    }

    @Test
    void lambdasOfAPatchedClass_travel() throws Exception {
        ClassServer loaders = new ClassServer();
        Codec primary = Codec.ofPrimary(loaders, List.of());
        Codec worker = Codec.ofWorker(loaders);
        Object fixture =
                patching()
                        .loadClass(LambdaFixture.class.getName())
                        .getDeclaredConstructor()
                        .newInstance();
        List<?> made = (List<?>) fixture.getClass().getMethod("make").invoke(fixture);
        for (Object lambda : made) {
            assertThat(lambda).isInstanceOf(Serializable.class);
            Object copy = worker.decode("task", primary.encode("task", lambda));
            assertThat(copy).isInstanceOf(Callable.class);
            assertThat(((Callable<?>) Objects.requireNonNull(copy)).call())
                    .isEqualTo(((Callable<?>) lambda).call());
        }
        Object twice = worker.decode("task", primary.encode("task", made.getFirst()));
        Object again = worker.decode("task", primary.encode("task", made.getFirst()));
        assertThat(Objects.requireNonNull(twice).getClass())
                .isSameAs(Objects.requireNonNull(again).getClass());
    }

    @Test
    void methodReferenceMadeSerialisable_mayNotComeBack() throws Exception {
        ClassServer loaders = new ClassServer();
        Object fixture =
                patching()
                        .loadClass(LambdaFixture.class.getName())
                        .getDeclaredConstructor()
                        .newInstance();
        List<?> made = (List<?>) fixture.getClass().getMethod("make").invoke(fixture);
        byte[] own = Codec.ofWorker(loaders).encode("result", made.getFirst());
        byte[] reference = Codec.ofWorker(loaders).encode("result", made.get(4));
        Codec primary = Codec.ofPrimary(loaders, List.of());
        assertThat(primary.decode("result", own)).isInstanceOf(Callable.class);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> primary.decode("result", reference))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("must be one of the class's own");
    }

    @Test
    void classWithoutLambdas_isLeftAlone() throws Exception {
        assertThat(LambdaPatch.apply(code(LambdaFixture.Narrow.class))).isNull();
        assertThat(LambdaPatch.apply(new byte[] {1, 2, 3})).isNull();
    }

    @Test
    void onlyUserClasses_areTouched() {
        ClassLoader app = ClassLoader.getSystemClassLoader();
        assertThat(LambdaTransformer.isUsers(app, "com.acme.Main")).isTrue();
        assertThat(LambdaTransformer.isUsers(app, "Main")).isTrue();
        assertThat(LambdaTransformer.isUsers(null, "com.acme.Main")).isFalse();
        assertThat(LambdaTransformer.isUsers(app, "dev.polyloom.Run")).isFalse();
        assertThat(LambdaTransformer.isUsers(app, "java.util.List")).isFalse();
    }
}
