package dev.polyloom.process.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.process.classes.ClassServer;
import dev.polyloom.process.codec.Codec;
import dev.polyloom.process.codec.WorkerLoaders;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.net.StandardProtocolFamily;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ServedClassLoaderTest {
    private final ClassServer server = new ClassServer();
    private final ClassLoader home = ServedClassLoaderTest.class.getClassLoader();
    @TempDir Path folder;
    private @Nullable SocketChannel primarySide;
    private @Nullable SocketChannel workerSide;
    private @Nullable ClassClient client;

    @BeforeEach
    void connect() throws IOException {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("s"));
        try (ServerSocketChannel listener =
                ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(address)) {
            workerSide = SocketChannel.open(address);
            primarySide = listener.accept();
        }
        SocketChannel channel = primary();
        Thread.ofVirtual().start(() -> ClassServer.serve(() -> server, channel));
        client = ClassClient.over(worker(), home);
    }

    @AfterEach
    void disconnect() throws IOException {
        worker().close();
        primary().close();
    }

    private SocketChannel primary() {
        return java.util.Objects.requireNonNull(primarySide);
    }

    private SocketChannel worker() {
        return java.util.Objects.requireNonNull(workerSide);
    }

    private ClassClient client() {
        return java.util.Objects.requireNonNull(client);
    }

    /** A serialisable supplier of a text, optionally of the text of another one. */
    private static byte[] supplier(String name, @Nullable String delegate, String text) {
        ClassDesc self = ClassDesc.of(name);
        ClassDesc serializable = ClassDesc.of("java.io.Serializable");
        return ClassFile.of()
                .build(
                        self,
                        c ->
                                c.withFlags(ClassFile.ACC_PUBLIC)
                                        .withInterfaceSymbols(
                                                ClassDesc.of("java.util.function.Supplier"),
                                                serializable)
                                        .withMethodBody(
                                                ConstantDescs.INIT_NAME,
                                                ConstantDescs.MTD_void,
                                                ClassFile.ACC_PUBLIC,
                                                b ->
                                                        b.aload(0)
                                                                .invokespecial(
                                                                        ConstantDescs.CD_Object,
                                                                        ConstantDescs.INIT_NAME,
                                                                        ConstantDescs.MTD_void)
                                                                .return_())
                                        .withMethodBody(
                                                "get",
                                                MethodTypeDesc.of(ConstantDescs.CD_Object),
                                                ClassFile.ACC_PUBLIC,
                                                b -> {
                                                    if (delegate == null) {
                                                        b.ldc(text).areturn();
                                                    } else {
                                                        ClassDesc other = ClassDesc.of(delegate);
                                                        b.new_(other)
                                                                .dup()
                                                                .invokespecial(
                                                                        other,
                                                                        ConstantDescs.INIT_NAME,
                                                                        ConstantDescs.MTD_void)
                                                                .invokevirtual(
                                                                        other,
                                                                        "get",
                                                                        MethodTypeDesc.of(
                                                                                ConstantDescs
                                                                                        .CD_Object))
                                                                .areturn();
                                                    }
                                                }));
    }

    private URLClassLoader loader(String name, @Nullable ClassLoader parent) throws IOException {
        Path root = Files.createDirectories(folder.resolve(name));
        return new URLClassLoader(new URL[] {root.toUri().toURL()}, parent);
    }

    private void put(String loader, String file, byte[] content) throws IOException {
        Path path = folder.resolve(loader).resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, content);
    }

    @Test
    void nameTooLongToBeAskedFor_isMissingAndLeavesTheConnectionAsItWas() throws Exception {
        ClassLoader mirror = client().apply(0);
        for (int length : new int[] {8 * 1024 + 1, 70_000}) {
            String name = "x".repeat(length);
            assertThat(mirror.getResource(name)).isNull();
            assertThatThrownBy(() -> mirror.loadClass(name))
                    .isInstanceOf(ClassNotFoundException.class)
                    .hasMessageContaining("too long");
        }
        String known = "dev/polyloom/process/boot/ServedClassLoaderTest.class";
        try (URLClassLoader original = new URLClassLoader(new URL[0], home)) {
            assertThat(client().apply(server.idOf(original)).getResource(known)).isNotNull();
        }
    }

    @Test
    void classesAndResources_areServedAndKeepTheirIdentity() throws Exception {
        try (URLClassLoader parent = loader("parent", home);
                URLClassLoader child = loader("child", parent)) {
            put("parent", "user/Base.class", supplier("user.Base", null, "served"));
            put("child", "user/Task.class", supplier("user.Task", "user.Base", ""));
            put("child", "user/odd name#1.txt", "content".getBytes(StandardCharsets.UTF_8));
            put("parent", "user/list.txt", "p".getBytes(StandardCharsets.UTF_8));
            put("child", "user/list.txt", "c".getBytes(StandardCharsets.UTF_8));
            ClassLoader served = client().apply(server.idOf(child));

            Supplier<?> task =
                    (Supplier<?>)
                            served.loadClass("user.Task").getDeclaredConstructor().newInstance();
            assertThat(task.get()).isEqualTo("served");
            Class<?> base = served.loadClass("user.Base");
            assertThat(base.getClassLoader()).isSameAs(client().apply(server.idOf(parent)));
            assertThat(client().applyAsInt(base.getClassLoader())).isEqualTo(server.idOf(parent));
            assertThat(task.getClass().getPackage().getName()).isEqualTo("user");
            try (InputStream in = served.getResourceAsStream("user/odd name#1.txt")) {
                assertThat(in).hasContent("content");
            }
            assertThat(Collections.list(served.getResources("user/list.txt"))).hasSize(2);
            assertThat(served.getResource("user/none.txt")).isNull();
        }
    }

    @Test
    void codecsOfBothSides_agreeOnClasses() throws Exception {
        try (URLClassLoader loader = loader("app", home)) {
            put("app", "user/Task.class", supplier("user.Task", null, "hello"));
            Object task = loader.loadClass("user.Task").getDeclaredConstructor().newInstance();
            Codec here = Codec.ofPrimary(server, List.of());
            Codec there = Codec.ofWorker(new WorkerLoaders(client()));
            Object copy = there.decode("task", here.encode("task", task));
            assertThat(copy).isInstanceOf(Supplier.class);
            assertThat(String.valueOf(copy)).isNotEqualTo(String.valueOf(task));
            Object back = here.decode("result", there.encode("result", copy));
            assertThat(back).isInstanceOf(task.getClass());
        }
    }

    @Test
    void missingClass_isAskedForOnce() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        ClassLoader counting =
                new ClassLoader(home) {
                    @Override
                    protected Class<?> findClass(String name) throws ClassNotFoundException {
                        asked.incrementAndGet();
                        throw new ClassNotFoundException(name);
                    }
                };
        ClassLoader served = client().apply(server.idOf(counting));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> served.loadClass("user.None"))
                    .isInstanceOf(ClassNotFoundException.class)
                    .hasMessageContaining("the primary does not have it either");
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void interruptedThread_stillLoadsClassesAndLeavesTheConnectionOpen() throws Exception {
        try (URLClassLoader loader = loader("app", home)) {
            put("app", "user/A.class", supplier("user.A", null, "a"));
            put("app", "user/B.class", supplier("user.B", null, "b"));
            ClassLoader served = client().apply(server.idOf(loader));
            Thread.currentThread().interrupt();
            assertThat(served.loadClass("user.A")).isNotNull();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(served.loadClass("user.B")).isNotNull();
        }
    }

    @Test
    void deadPrimary_endsInNoClassDefFoundErrorNotInAHang() throws Exception {
        try (URLClassLoader loader = loader("app", home)) {
            put("app", "user/Base.class", supplier("user.Base", null, "x"));
            put("app", "user/Task.class", supplier("user.Task", "user.Base", ""));
            ClassLoader served = client().apply(server.idOf(loader));
            Supplier<?> task =
                    (Supplier<?>)
                            served.loadClass("user.Task").getDeclaredConstructor().newInstance();
            primary().close();
            assertThatThrownBy(task::get).isInstanceOf(NoClassDefFoundError.class);
            assertThatThrownBy(() -> served.loadClass("user.Other"))
                    .isInstanceOf(ClassNotFoundException.class)
                    .hasMessageContaining("connection to the primary has ended");
            assertThat(served.getResource("user/x")).isNull();
        }
    }

    @Test
    void unknownLoaderAndRunTimeClass_areRefused() throws Exception {
        assertThatThrownBy(() -> client().apply(77).loadClass("user.Task"))
                .hasMessageContaining("class loader 77 is unknown");
        ClassLoader maker =
                new ClassLoader(home) {
                    @Override
                    protected Class<?> findClass(String name) throws ClassNotFoundException {
                        if (!name.equals("user.Made")) {
                            throw new ClassNotFoundException(name);
                        }
                        byte[] code = supplier(name, null, "made");
                        return defineClass(name, code, 0, code.length);
                    }
                };
        assertThatThrownBy(() -> client().apply(server.idOf(maker)).loadClass("user.Made"))
                .hasMessageContaining("it was made at run time");
    }

    @Test
    void garbage_closesTheConnection() throws Exception {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("g"));
        try (ServerSocketChannel listener =
                        ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(address);
                SocketChannel attacker = SocketChannel.open(address);
                SocketChannel served = listener.accept()) {
            Thread thread = Thread.ofVirtual().start(() -> ClassServer.serve(() -> server, served));
            attacker.write(
                    ByteBuffer.wrap("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8)));
            thread.join();
            assertThat(served.isOpen()).isFalse();
        }
    }

    @Test
    void unusedLoader_isNotKeptAlive() throws Exception {
        int id = server.idOf(new ClassLoader(home) {});
        ClassLoader served = client().apply(id);
        AtomicInteger asked = new AtomicInteger();
        await().until(() -> {
            System.gc();
            String name = "user.Gone" + asked.incrementAndGet();
            assertThatThrownBy(() -> served.loadClass(name)).isNotNull();
            return !client().apply(id).equals(served);
        });
        assertThatThrownBy(() -> server.loader(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void introduction_isReadFromBothEnds() throws Exception {
        Boot.Introduction read = Boot.Introduction.parse("00ff /some folder/p.sock 3");
        assertThat(read.socket()).isEqualTo(Path.of("/some folder/p.sock"));
        assertThat(read.number()).isEqualTo(3);
        assertThat(read.token()).containsExactly(0, 0xff);
        assertThatThrownBy(() -> Boot.Introduction.parse("hello")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Boot.Introduction.parse("zz /s 1"))
                .isInstanceOf(IOException.class);
    }
}
