package dev.polyloom.python.run;

import dev.polyloom.python.runtime.object.Ops;
import dev.polyloom.python.runtime.object.Position;
import dev.polyloom.python.translate.JavaSource;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles translated modules in memory. */
final class Compiler {
    private Compiler() {}

    /** Says that a part of a program is larger than what Java's classes can hold. */
    static final class LimitException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String place;
        private final int line;

        LimitException(Diagnostic<? extends JavaFileObject> found) {
            super(found.getMessage(null));
            this.place = found.getSource() == null ? "" : found.getSource().getName();
            this.line = (int) found.getLineNumber();
        }

        /** Tells whether it is about a class. */
        boolean isIn(JavaSource source) {
            return place.endsWith(source.className() + ".java");
        }

        /** Returns where in Python the code comes from. */
        Position in(JavaSource source) {
            return source.origins().stream()
                    .skip(Math.max(0, line - 1))
                    .filter(each -> each.line() > 0)
                    .findFirst()
                    .orElse(Position.at(1));
        }
    }

    /** Returns the classes of sources by their binary names. */
    static Map<String, byte[]> compile(List<JavaSource> sources, List<String> options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("no Java compiler here; a JDK has one, a JRE has not");
        }
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        Map<String, ByteArrayOutputStream> classes = new LinkedHashMap<>();
        try (JavaFileManager files =
                new Memory(compiler.getStandardFileManager(found, null, null), classes)) {
            boolean done =
                    compiler.getTask(
                                    null,
                                    files,
                                    found,
                                    options,
                                    null,
                                    sources.stream().map(Source::new).toList())
                            .call();
            for (Diagnostic<? extends JavaFileObject> each : found.getDiagnostics()) {
                if (each.getCode().startsWith("compiler.err.limit")) {
                    throw new LimitException(each);
                }
            }
            if (!done || !found.getDiagnostics().isEmpty()) {
                String problems =
                        found.getDiagnostics().stream()
                                .map(Diagnostic::toString)
                                .collect(Collectors.joining("\n"));
                throw new IllegalStateException(
                        "the translated program does not compile\n" + problems);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Map<String, byte[]> compiled = new LinkedHashMap<>();
        classes.forEach((name, bytes) -> compiled.put(name, bytes.toByteArray()));
        return compiled;
    }

    /**
     * Returns the options with which translated programs compile against the runtime. Texts are put
     * together without call sites that would be linked at run time: a start has no time for that.
     */
    static List<String> options() {
        return List.of(
                "-Xlint:all",
                "-proc:none",
                "-nowarn",
                "-XDstringConcat=inline",
                "-cp",
                classPath());
    }

    private static String classPath() {
        return String.join(
                File.pathSeparator,
                place(Ops.class).toString(),
                place(floor()).toString(),
                System.getProperty("java.class.path", ""));
    }

    /** Returns a class of the module on which the runtime stands. */
    static Class<?> floor() {
        try {
            ClassLoader loader = Ops.class.getClassLoader();
            return Class.forName("dev.polyloom.threading.Threads", false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the jar or folder that a class has come from. */
    static Path place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a text that differs between versions of the translator and of the runtime. */
    static String identity() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Class<?> type : new Class<?>[] {Compiler.class, Ops.class, floor()}) {
            Path place = place(type);
            all.append(place)
                    .append(' ')
                    .append(Files.size(place))
                    .append(' ')
                    .append(Files.getLastModifiedTime(place))
                    .append('\n');
        }
        return all.toString();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(JavaSource source) {
            super(URI.create("memory:///" + source.className() + ".java"), Kind.SOURCE);
            this.text = source.layout();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes;

        Memory(JavaFileManager files, Map<String, ByteArrayOutputStream> classes) {
            super(files);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    classes.put(name, bytes);
                    return bytes;
                }
            };
        }
    }
}
