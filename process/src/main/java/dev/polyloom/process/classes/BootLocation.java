package dev.polyloom.process.classes;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a worker finds the class it starts with.
 *
 * @param kind in a named module, on the class path, or nowhere but in this JVM
 * @param module the module of the Polyloom classes, empty if unnamed
 * @param modules the application modules of this JVM
 * @param modulePath where they lie
 */
record BootLocation(
        BootLocation.Kind kind, String module, List<String> modules, @Nullable String modulePath) {
    /** The main class of a worker that is served its classes. */
    static final String BOOT = "dev.polyloom.process.boot.Boot";

    /** The main class of a worker that has the Polyloom classes. */
    static final String WORKER = "dev.polyloom.process.worker.WorkerMain";

    private static final String BOOT_FOLDER = "dev/polyloom/process/boot/";

    /** The classes a worker cannot do without when all others are served to it. */
    static final List<String> BOOT_CLASSES =
            List.of(
                    "Boot",
                    "Boot$Introduction",
                    "Boot$Worker",
                    "ClassClient",
                    "ClassClient$Answer",
                    "ClassClient$Opening",
                    "ClassClient$Request",
                    "ServedClassLoader",
                    "ServedClassLoader$Connection",
                    "ServedClassLoader$Handler");

    /** The kinds of places. */
    enum Kind {
        MODULE,
        CLASS_PATH,
        SERVED
    }

    @SuppressWarnings("ReferenceEquality")
    static BootLocation ofThisJvm() {
        List<String> modules = applicationModules();
        String modulePath = System.getProperty("jdk.module.path");
        Module own = BootLocation.class.getModule();
        if (own.isNamed() && own.getLayer() == ModuleLayer.boot()) {
            return new BootLocation(
                    Kind.MODULE, Objects.requireNonNull(own.getName()), modules, modulePath);
        }
        boolean plain =
                BootLocation.class.getClassLoader() == ClassLoader.getSystemClassLoader()
                        && isPlain(resource("Boot"));
        return new BootLocation(plain ? Kind.CLASS_PATH : Kind.SERVED, "", modules, modulePath);
    }

    private static List<String> applicationModules() {
        return ModuleLayer.boot().configuration().modules().stream()
                .filter(m -> !isOfJdk(m.reference()))
                .map(ResolvedModule::name)
                .sorted()
                .toList();
    }

    private static boolean isOfJdk(ModuleReference reference) {
        return reference.location().map(URI::getScheme).filter("jrt"::equals).isPresent();
    }

    /** Tells whether a class lies in a folder or in a jar that is itself a file. */
    private static boolean isPlain(@Nullable URL url) {
        if (url == null) {
            return false;
        }
        String text = url.toExternalForm();
        return text.startsWith("file:")
                || (text.startsWith("jar:file:") && text.indexOf("!/") == text.lastIndexOf("!/"));
    }

    private static @Nullable URL resource(String name) {
        return BootLocation.class.getResource("/" + BOOT_FOLDER + name + ".class");
    }

    /** Writes the classes a worker starts with into a folder of their own. */
    static Path writeBootClasses(Path folder) throws IOException {
        Path root = folder.resolve("boot");
        Path target = Files.createDirectories(root.resolve(BOOT_FOLDER));
        for (String name : BOOT_CLASSES) {
            Path file = target.resolve(name + ".class");
            if (!Files.exists(file)) {
                Path part = Files.createTempFile(target, name, ".part");
                Files.write(part, classFile(name));
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return root;
    }

    private static byte[] classFile(String name) throws IOException {
        String file = "/" + BOOT_FOLDER + name + ".class";
        try (InputStream in = BootLocation.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException("the class file of " + name + " cannot be read");
            }
            return in.readAllBytes();
        }
    }
}
