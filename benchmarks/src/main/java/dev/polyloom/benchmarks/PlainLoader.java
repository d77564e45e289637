package dev.polyloom.benchmarks;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** What one writes oneself: the JDK's class loader over the class path, and serialised values. */
final class PlainLoader implements IsolateCall, AutoCloseable {
    private static final URL[] CLASS_PATH = classPath();

    private final URLClassLoader loader =
            new URLClassLoader(CLASS_PATH, ClassLoader.getPlatformClassLoader());
    private final Method method;

    PlainLoader() throws ReflectiveOperationException {
        method = loader.loadClass(Billing.class.getName()).getMethod("bill", byte[].class);
    }

    private static URL[] classPath() {
        String[] entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
        URL[] urls = new URL[entries.length];
        for (int i = 0; i < urls.length; i++) {
            try {
                urls[i] = Path.of(entries[i]).toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return urls;
    }

    @Override
    public Billing.Bill bill(Billing.Order order) throws Exception {
        return (Billing.Bill)
                Billing.object((byte[]) method.invoke(null, (Object) Billing.bytes(order)));
    }

    /** Makes a loader, calls its classes, and closes it. */
    static Billing.Bill fresh(Billing.Order order) throws Exception {
        try (PlainLoader plain = new PlainLoader()) {
            return plain.bill(order);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
