package dev.polyloom.cli.function;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Compiles a source file, and what it needs of the files beside it, in memory. */
final class SourceCompiler {
    private static final int MAX_ERRORS = 20;
    private static final Pattern PACKAGE =
            Pattern.compile("^\\s*package\\s+([\\w.]+)\\s*;", Pattern.MULTILINE);

    private SourceCompiler() {}

    /**
     * What came of a source file.
     *
     * @param packageName its package, empty for the unnamed one
     * @param classes the class files by binary name, in the order they were made
     */
    record Compiled(String packageName, Map<String, byte[]> classes) {}

    static Compiled compile(Path source, String classPath) {
        Matcher matcher = PACKAGE.matcher(read(source));
        String packageName = matcher.find() ? matcher.group(1) : "";
        Path root = sourceRoot(source, packageName);
        try {
            return new Compiled(packageName, classes(compiler(source), source, classPath, root));
        } catch (IOException e) {
            throw new FunctionException("cannot compile %s: %s".formatted(source, e.getMessage()));
        }
    }

    private static JavaCompiler compiler(Path source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new FunctionException(
                    "%s cannot be compiled: this Java has no compiler; use a JDK"
                            .formatted(source));
        }
        return compiler;
    }

    private static Map<String, byte[]> classes(
            JavaCompiler compiler, Path source, String classPath, Path root) throws IOException {
        var problems = new DiagnosticCollector<JavaFileObject>();
        Map<String, byte[]> classes = new LinkedHashMap<>();
        try (var files =
                        compiler.getStandardFileManager(
                                problems, Locale.ROOT, StandardCharsets.UTF_8);
                var memory = new MemoryFiles(files, classes)) {
            var units = files.getJavaFileObjects(source);
            List<String> options = options(classPath, root);
            if (!compiler.getTask(null, memory, problems, options, null, units).call()) {
                throw new FunctionException(errors(source, problems.getDiagnostics()));
            }
        }
        return classes;
    }

    private static List<String> options(String classPath, Path root) {
        return List.of(
                "-classpath",
                classPath,
                "-sourcepath",
                root.toString(),
                "-proc:none",
                "-parameters",
                "-g",
                "-nowarn");
    }

    private static String read(Path source) {
        if (!Files.isRegularFile(source)) {
            throw new FunctionException(
                    "no source file '%s'; %s".formatted(source, FunctionSpec.FORMS));
        }
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new FunctionException(
                    "cannot read source file '%s' as UTF-8: %s".formatted(source, e.getMessage()));
        }
    }

    private static Path sourceRoot(Path source, String packageName) {
        Path folder = source.toAbsolutePath().normalize().getParent();
        if (folder == null) {
            return Path.of(".");
        }
        if (packageName.isEmpty()) {
            return folder;
        }
        Path inside = Path.of(packageName.replace('.', '/'));
        Path root = folder;
        for (int i = 0; i < inside.getNameCount() && root != null; i++) {
            root = root.getParent();
        }
        return folder.endsWith(inside) && root != null ? root : folder;
    }

    private static List<String> errors(
            Path source, List<Diagnostic<? extends JavaFileObject>> problems) {
        List<String> lines = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> problem : problems) {
            if (problem.getKind() == Diagnostic.Kind.ERROR) {
                lines.add("%s: %s".formatted(place(source, problem), message(problem)));
            }
        }
        if (lines.isEmpty()) {
            lines.add("%s does not compile, and the compiler does not say why".formatted(source));
        }
        int left = lines.size() - MAX_ERRORS;
        if (left > 0) {
            lines.subList(MAX_ERRORS, lines.size()).clear();
            lines.add("and %d more errors".formatted(left));
        }
        return lines;
    }

    private static String place(Path source, Diagnostic<? extends JavaFileObject> problem) {
        JavaFileObject file = problem.getSource();
        String name = file == null ? source.toString() : file.getName();
        return problem.getLineNumber() == Diagnostic.NOPOS
                ? name
                : name + ":" + problem.getLineNumber();
    }

    private static String message(Diagnostic<?> problem) {
        return problem.getMessage(Locale.ROOT).strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    private static final class MemoryFiles
            extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, byte[]> classes;

        MemoryFiles(StandardJavaFileManager files, Map<String, byte[]> classes) {
            super(files);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location,
                String className,
                JavaFileObject.Kind kind,
                @Nullable FileObject sibling) {
            return new ClassOutput(className, classes);
        }
    }

    private static final class ClassOutput extends SimpleJavaFileObject {
        private final String className;
        private final Map<String, byte[]> classes;

        ClassOutput(String className, Map<String, byte[]> classes) {
            super(URI.create("memory:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
            this.className = className;
            this.classes = classes;
        }

        @Override
        public OutputStream openOutputStream() {
            return new ByteArrayOutputStream() {
                @Override
                public void close() {
                    classes.put(className, toByteArray());
                }
            };
        }
    }
}
