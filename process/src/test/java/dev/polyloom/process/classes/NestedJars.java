package dev.polyloom.process.classes;

/** The source of a launcher that runs an application out of jars inside its own jar. */
final class NestedJars {
    static final String LAUNCHER =
            """
            import java.io.*;
            import java.net.*;
            import java.util.*;
            import java.util.jar.*;

            public class NestedLauncher extends ClassLoader {
                private final Map<String, List<byte[]>> entries = new HashMap<>();

                static { registerAsParallelCapable(); }

                NestedLauncher() throws IOException {
                    super(NestedLauncher.class.getClassLoader());
                    for (String lib : List.of("core", "process", "app")) {
                        try (JarInputStream jar = new JarInputStream(
                                NestedLauncher.class.getResourceAsStream("/lib/" + lib + ".jar"))) {
                            for (JarEntry e = jar.getNextJarEntry(); e != null; e = jar.getNextJarEntry()) {
                                entries.computeIfAbsent(e.getName(), k -> new ArrayList<>())
                                        .add(jar.readAllBytes());
                            }
                        }
                    }
                }

                @Override
                protected Class<?> findClass(String name) throws ClassNotFoundException {
                    List<byte[]> found = entries.get(name.replace('.', '/') + ".class");
                    if (found == null) {
                        throw new ClassNotFoundException(name);
                    }
                    byte[] code = found.get(0);
                    return defineClass(name, code, 0, code.length);
                }

                private URL url(String name, int index, byte[] content) {
                    try {
                        return URL.of(URI.create("nested:///" + index + "/" + name), new URLStreamHandler() {
                            @Override
                            protected URLConnection openConnection(URL url) {
                                return new URLConnection(url) {
                                    @Override
                                    public void connect() {}

                                    @Override
                                    public InputStream getInputStream() {
                                        return new ByteArrayInputStream(content);
                                    }
                                };
                            }
                        });
                    } catch (MalformedURLException e) {
                        throw new IllegalStateException(e);
                    }
                }

                @Override
                protected URL findResource(String name) {
                    List<byte[]> found = entries.get(name);
                    return found == null ? null : url(name, 0, found.get(0));
                }

                @Override
                protected Enumeration<URL> findResources(String name) {
                    List<URL> urls = new ArrayList<>();
                    for (byte[] content : entries.getOrDefault(name, List.of())) {
                        urls.add(url(name, urls.size(), content));
                    }
                    return Collections.enumeration(urls);
                }

                public static void main(String[] args) throws Exception {
                    NestedLauncher loader = new NestedLauncher();
                    Thread.currentThread().setContextClassLoader(loader);
                    loader.loadClass("App").getMethod("main", String[].class)
                            .invoke(null, (Object) args);
                }
            }
            """;

    private NestedJars() {}
}
