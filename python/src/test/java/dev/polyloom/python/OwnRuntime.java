package dev.polyloom.python;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs programs, each in a runtime of its own, whose classes nobody else shares. All are compiled
 * by the same classes, which the JVM has compiled in turn after the first few.
 */
final class OwnRuntime {
    private OwnRuntime() {}

    /** What a program came to. */
    record Ended(int code, String out, String err) {}

    static Ended run(Path file)
            throws ReflectiveOperationException, IOException, PythonSyntaxException {
        return run(file, Locking.OPERATIONS);
    }

    static Ended run(Path file, Locking locking)
            throws ReflectiveOperationException, IOException, PythonSyntaxException {
        Kept kept = new Kept();
        Script.compile(file, locking, kept);
        URL[] places = {
            place("dev.polyloom.python"),
            place("dev.polyloom.python.runtime"),
            place("dev.polyloom.threading")
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (URLClassLoader own = new URLClassLoader(places, new OnlyJdk())) {
            Class<?> script = own.loadClass(Script.class.getName());
            Class<?> cache = own.loadClass(ScriptCache.class.getName());
            Class<?> lockings = own.loadClass(Locking.class.getName());
            Object compiled =
                    script.getMethod("compile", Path.class, lockings, cache)
                            .invoke(
                                    null,
                                    file,
                                    lockings.getField(locking.name()).get(null),
                                    Proxy.newProxyInstance(
                                            own, new Class<?>[] {cache}, (p, m, a) -> kept.bytes));
            Object code =
                    script.getMethod(
                                    "run",
                                    List.class,
                                    InputStream.class,
                                    OutputStream.class,
                                    OutputStream.class)
                            .invoke(
                                    compiled,
                                    List.of(),
                                    new ByteArrayInputStream(new byte[0]),
                                    out,
                                    err);
            return new Ended(
                    (int) code,
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8));
        }
    }

    /** Keeps the program that was compiled last. */
    private static final class Kept implements ScriptCache {
        private byte @Nullable [] bytes;

        @Override
        public byte @Nullable [] find(String key) {
            return bytes;
        }

        @Override
        public void keep(String key, byte[] compiled) {
            bytes = compiled;
        }
    }

    /** Returns where the classes of a runtime lie, as a class path has them. */
    static List<String> classPath() throws IOException {
        return List.of(
                place("dev.polyloom.python").getPath(),
                place("dev.polyloom.python.runtime").getPath(),
                place("dev.polyloom.threading").getPath());
    }

    private static URL place(String module) throws IOException {
        return ModuleLayer.boot()
                .configuration()
                .findModule(module)
                .orElseThrow()
                .reference()
                .location()
                .orElseThrow()
                .toURL();
    }

    /** Finds classes of the JDK; the platform's loader would find those of our modules too. */
    private static final class OnlyJdk extends ClassLoader {
        OnlyJdk() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.matches("(java|javax|jdk|sun|com\\.sun)\\..*")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}
