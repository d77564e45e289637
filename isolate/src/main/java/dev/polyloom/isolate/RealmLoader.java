package dev.polyloom.isolate;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of a realm: those of the JDK, of Polyloom's heart and of shared packages from
 * where the application has them, all others itself.
 */
final class RealmLoader extends ClassLoader {
    private static final ClassLoader JDK = ClassLoader.getPlatformClassLoader();
    private static final List<Module> OWN =
            List.of(RealmLoader.class.getModule(), dev.polyloom.Run.class.getModule());

    static {
        registerAsParallelCapable();
    }

    private final ClassPath classPath;
    private final List<String> shared;
    private final ClassLoader application;
    private final Footprints footprints = new Footprints();
    private volatile boolean hasDrivers;
    private final Map<String, ProtectionDomain> domains = new ConcurrentHashMap<>();

    RealmLoader(String name, ClassPath classPath, List<String> shared, ClassLoader application) {
        super(name, JDK);
        this.classPath = classPath;
        this.shared = shared;
        this.application = application;
    }

    /** Returns the loader of those who opened the realm. */
    ClassLoader application() {
        return application;
    }

    Footprints footprints() {
        return footprints;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> type = findLoadedClass(name);
            if (type == null) {
                type = find(name);
            }
            if (resolve) {
                resolveClass(type);
            }
            return type;
        }
    }

    /** Tells whether the realm may have registered JDBC drivers. */
    boolean hasDrivers() {
        return hasDrivers;
    }

    private Class<?> find(String name) throws ClassNotFoundException {
        hasDrivers |= name.equals("java.sql.DriverManager");
        if (isShared(name)) {
            return application.loadClass(name);
        }
        Class<?> own = ofPolyloom(name);
        if (own != null) {
            return own;
        }
        Class<?> ofJdk = ofJdk(name);
        return ofJdk == null ? findClass(name) : ofJdk;
    }

    /** Returns a class of the JDK, whose loader also answers for modules of the application. */
    @SuppressWarnings("ReferenceEquality") // a loader is itself
    private static @Nullable Class<?> ofJdk(String name) {
        try {
            Class<?> found = JDK.loadClass(name);
            ClassLoader loader = found.getClassLoader();
            return loader == null || loader == JDK ? found : null;
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private boolean isShared(String name) {
        for (String prefix : shared) {
            if (name.startsWith(prefix) && name.startsWith(".", prefix.length())) {
                return true;
            }
        }
        return false;
    }

    /** Returns a class that both sides must have in common to talk to each other, else null. */
    private static @Nullable Class<?> ofPolyloom(String name) {
        if (!name.startsWith("dev.polyloom.")) {
            return null;
        }
        for (Module module : OWN) {
            Class<?> found = module.isNamed() ? Class.forName(module, name) : unnamed(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Where Polyloom is on the class path, its own are the classes beside these. */
    private static @Nullable Class<?> unnamed(String name) {
        try {
            Class<?> found = Class.forName(name, false, RealmLoader.class.getClassLoader());
            return isBeside(found, RealmLoader.class) || isBeside(found, dev.polyloom.Run.class)
                    ? found
                    : null;
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static boolean isBeside(Class<?> found, Class<?> own) {
        CodeSource one = found.getProtectionDomain().getCodeSource();
        CodeSource other = own.getProtectionDomain().getCodeSource();
        return one != null && other != null && one.getLocation().equals(other.getLocation());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try {
            ClassPath.ClassFile file = classPath.classFile(name);
            if (file != null) {
                return define(name, file.bytes(), domain(file.source()));
            }
            byte[] bytes = bytesOfApplication(name);
            if (bytes != null) {
                return define(name, bytes, null);
            }
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
        throw new ClassNotFoundException(name + " is not on the class path of realm " + getName());
    }

    private Class<?> define(String name, byte[] file, @Nullable ProtectionDomain domain) {
        byte[] bytes = Rewriter.rewrite(file);
        return defineClass(name, bytes, 0, bytes.length, domain);
    }

    /** Reads what only the application's loader knows where to find, as in a jar within a jar. */
    private byte @Nullable [] bytesOfApplication(String name) throws IOException {
        String file = name.replace('.', '/') + ".class";
        try (InputStream in = application.getResourceAsStream(file)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    /** Defines a class of this module once more, as one of the realm's own. */
    Class<?> defineOwn(Class<?> type) throws IOException {
        String file = type.getSimpleName() + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
            return defineClass(type.getName(), bytes, 0, bytes.length);
        }
    }

    private ProtectionDomain domain(URL source) {
        return domains.computeIfAbsent(
                source.toString(),
                location ->
                        new ProtectionDomain(
                                new CodeSource(source, (Certificate[]) null), null, this, null));
    }

    @Override
    protected @Nullable URL findResource(String name) {
        try {
            List<URL> all = classPath.resources(name);
            return all.isEmpty() ? application.getResource(name) : all.getFirst();
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        List<URL> all = classPath.resources(name);
        return all.isEmpty() ? application.getResources(name) : Collections.enumeration(all);
    }

    @Override
    public String toString() {
        return "realm " + getName();
    }
}
