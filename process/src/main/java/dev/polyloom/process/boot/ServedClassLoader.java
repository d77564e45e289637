package dev.polyloom.process.boot;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Stands for a class loader of the primary. One with a home looks there first: a worker started
 * with the primary's class path has there what the loader of the Polyloom classes has. The others
 * mirror the primary: whatever it finds through the original, and in whichever loader it is defined
 * there, is found and defined likewise here, so that both sides agree on the identity of every
 * class. Code comes from nowhere else.
 */
final class ServedClassLoader extends ClassLoader {
    private static final int MAX_CACHED = 10_000;

    static {
        registerAsParallelCapable();
    }

    private final ClassClient client;
    private final int id;
    private final @Nullable ClassLoader home;
    private final Map<String, String> missing = new ConcurrentHashMap<>();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    ServedClassLoader(ClassClient client, int id, @Nullable ClassLoader home) {
        super("polyloom-" + id, home == null ? getPlatformClassLoader() : home);
        this.client = client;
        this.id = id;
        this.home = home;
    }

    int id() {
        return id;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> found = find(name);
            if (resolve) {
                resolveClass(found);
            }
            return found;
        }
    }

    private Class<?> find(String name) throws ClassNotFoundException {
        Class<?> found = findLoadedClass(name);
        if (found == null) {
            found = local(name);
        }
        return found == null ? findClass(name) : found;
    }

    private @Nullable Class<?> local(String name) throws ClassNotFoundException {
        try {
            return getParent().loadClass(name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String known = missing.get(name);
        if (known != null) {
            throw new ClassNotFoundException(known);
        }
        ClassClient.Answer answer = askForClass(name);
        return switch (answer.status()) {
            case ClassClient.FOUND -> define(name, answer.body());
            case ClassClient.ELSEWHERE -> elsewhere(name, answer.number());
            default -> throw refused(name, name + ": " + answer.reason());
        };
    }

    private ClassClient.Answer askForClass(String name) throws ClassNotFoundException {
        try {
            return client.ask(ClassClient.CLASS, id, 0, name);
        } catch (IOException e) {
            throw new ClassNotFoundException(name + ": " + e.getMessage(), e);
        }
    }

    private Class<?> define(String name, byte[] code) {
        int dot = name.lastIndexOf('.');
        String pack = dot < 0 ? "" : name.substring(0, dot);
        if (!pack.isEmpty() && getDefinedPackage(pack) == null) {
            try {
                definePackage(pack, null, null, null, null, null, null, null);
            } catch (IllegalArgumentException e) {
                // another thread has just defined it
            }
        }
        return defineClass(name, code, 0, code.length);
    }

    private Class<?> elsewhere(String name, int other) throws ClassNotFoundException {
        if (other == id) {
            throw refused(name, name + ": the primary points back to the same class loader");
        }
        return client.apply(other).loadClass(name);
    }

    private ClassNotFoundException refused(String name, String reason) {
        if (missing.size() < MAX_CACHED) {
            missing.put(name, reason);
        }
        return new ClassNotFoundException(reason);
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL local = home == null ? null : home.getResource(name);
        return local != null ? local : findResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (home != null) {
            Enumeration<URL> local = home.getResources(name);
            if (local.hasMoreElements()) {
                return local;
            }
        }
        return findResources(name);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return count(name) > 0 ? url(name, 0) : null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        List<URL> urls = new ArrayList<>();
        int count = count(name);
        for (int i = 0; i < count; i++) {
            urls.add(url(name, i));
        }
        return Collections.enumeration(urls);
    }

    private int count(String name) {
        Integer known = counts.get(name);
        if (known != null) {
            return known;
        }
        try {
            return askForCount(name);
        } catch (IOException e) {
            return 0;
        }
    }

    private int askForCount(String name) throws IOException {
        ClassClient.Answer answer = client.ask(ClassClient.RESOURCES, id, 0, name);
        int count = answer.status() == ClassClient.COUNT ? answer.number() : 0;
        if (counts.size() < MAX_CACHED) {
            counts.put(name, count);
        }
        return count;
    }

    private URL url(String name, int index) {
        try {
            URI uri = new URI("polyloom", Integer.toString(id), "/" + name, "" + index, null);
            return URL.of(uri, new Handler());
        } catch (URISyntaxException | java.net.MalformedURLException e) {
            throw new IllegalArgumentException("no resource has such a name: " + name, e);
        }
    }

    /** Opens resources of the primary. */
    private final class Handler extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL url) {
            return new Connection(url);
        }
    }

    /** Fetches one resource as a whole. */
    private final class Connection extends URLConnection {
        private byte @Nullable [] content;

        Connection(URL url) {
            super(url);
        }

        @Override
        public void connect() throws IOException {
            fetch();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new ByteArrayInputStream(fetch());
        }

        @Override
        public long getContentLengthLong() {
            try {
                return fetch().length;
            } catch (IOException e) {
                return -1;
            }
        }

        @Override
        public int getContentLength() {
            return (int) getContentLengthLong();
        }

        private byte[] fetch() throws IOException {
            byte[] fetched = content;
            if (fetched == null) {
                fetched = ask();
                content = fetched;
                connected = true;
            }
            return fetched;
        }

        private byte[] ask() throws IOException {
            URI uri = URI.create(url.toString());
            String name = uri.getPath().substring(1);
            String query = uri.getQuery();
            int index = query == null ? 0 : Integer.parseInt(query);
            ClassClient.Answer answer = client.ask(ClassClient.RESOURCE, id, index, name);
            if (answer.status() != ClassClient.FOUND) {
                throw new FileNotFoundException(name + ": " + answer.reason());
            }
            return answer.body();
        }
    }
}
