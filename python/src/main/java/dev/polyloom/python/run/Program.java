package dev.polyloom.python.run;

import dev.polyloom.python.Finding;
import dev.polyloom.python.PythonSyntaxException;
import dev.polyloom.python.UnsupportedException;
import dev.polyloom.python.assess.Refusals;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.library.LibrarySource;
import dev.polyloom.python.parse.Parsed;
import dev.polyloom.python.parse.PythonParser;
import dev.polyloom.python.parse.SourceReader;
import dev.polyloom.python.runtime.library.Main;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Modules;
import dev.polyloom.python.runtime.object.Traceback;
import dev.polyloom.python.translate.JavaSource;
import dev.polyloom.python.translate.Translation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A program: its main module and the modules beside it, translated. */
public final class Program {
    private final Path file;
    private final List<Part> parts;

    /** A module, translated. */
    private record Part(Parsed parsed, JavaSource source) {}

    private Program(Path file, List<Part> parts) {
        this.file = file;
        this.parts = parts;
    }

    /** Translates a program and compiles it. */
    public static Program compile(Path file) throws IOException, PythonSyntaxException {
        return translated(file);
    }

    private static Program translated(Path file) throws IOException, PythonSyntaxException {
        Map<String, Part> parts = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        add("__main__", file, parts, findings);
        if (!findings.isEmpty()) {
            throw new UnsupportedException(findings);
        }
        return new Program(file, List.copyOf(parts.values()));
    }

    private static void add(String name, Path file, Map<String, Part> parts, List<Finding> findings)
            throws IOException, PythonSyntaxException {
        Parsed parsed = PythonParser.parse(SourceReader.read(file));
        Translation made = Translation.of(parsed, className(name, file), name);
        findings.addAll(Refusals.of(parsed, file, made));
        parts.put(name, new Part(parsed, made.source()));
        Path folder = file.toAbsolutePath().getParent();
        for (String imported : imports(parsed.program().body())) {
            if (folder != null && !parts.containsKey(imported)) {
                Path beside = folder.resolve(imported.replace('.', '/') + ".py");
                if (Files.isRegularFile(beside)) {
                    add(imported, beside, parts, findings);
                    continue;
                }
            }
            addLibrary(imported, parts);
        }
    }

    private static void addLibrary(String name, Map<String, Part> parts)
            throws IOException, PythonSyntaxException {
        if (parts.containsKey(name) || !LibrarySource.has(name)) {
            return;
        }
        Parsed parsed = PythonParser.parse(LibrarySource.read(name));
        Translation made = Translation.of(parsed, className(name, Path.of(name)), name);
        if (!made.findings().isEmpty()) {
            throw new IllegalStateException("library: " + made.findings());
        }
        parts.put(name, new Part(parsed, made.source()));
        for (String imported : imports(parsed.program().body())) {
            addLibrary(imported, parts);
        }
    }

    private static Set<String> imports(List<Stmt> body) {
        Set<String> names = new TreeSet<>();
        for (Stmt each : body) {
            gather(each, names);
        }
        return names;
    }

    private static void gather(Node node, Set<String> names) {
        switch (node) {
            case Stmt.Import s -> s.names().forEach(alias -> addDotted(alias.name(), names));
            case Stmt.ImportFrom s when s.module() != null -> {
                addDotted(s.module(), names);
                s.names().forEach(alias -> names.add(s.module() + "." + alias.name()));
            }
            default -> node.children().forEach(child -> gather(child, names));
        }
    }

    private static void addDotted(String name, Set<String> names) {
        for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
            names.add(name.substring(0, dot));
        }
        names.add(name);
    }

    private static String className(String module, Path file) {
        Path name = file.getFileName();
        String base = name == null ? "script" : name.toString().replaceFirst("\\.py$", "");
        StringBuilder made = new StringBuilder();
        for (String part :
                (module.equals("__main__") ? base : module).split("[^\\p{Alnum}]+", -1)) {
            if (!part.isEmpty()) {
                made.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        String text = made.toString();
        boolean wrong = text.isEmpty() || Character.isDigit(text.charAt(0));
        return (wrong ? "Script" + text : text)
                + (module.equals("__main__") ? "Program" : "Module");
    }

    /** Returns the Java sources. */
    public List<JavaSource> sources() {
        return parts.stream().map(Part::source).toList();
    }

    /** Runs the program and returns its exit code. */
    public int run(List<String> arguments, InputStream in, OutputStream out, OutputStream err) {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        Map<String, byte[]> compiled = Compiler.compile(sources(), Compiler.options());
        compiled.forEach((name, bytes) -> classes.put(name, withLines(name, bytes)));
        Loader loader = new Loader(classes);
        for (Part part : parts) {
            Traceback.source(
                    part.source.className(),
                    part.parsed.source().name(),
                    part.parsed.source().lines());
        }
        for (Part part : parts.subList(1, parts.size())) {
            Modules.register(moduleOf(loader, part.source), () -> runModule(loader, part.source));
        }
        Modules.register(moduleOf(loader, parts.getFirst().source), () -> {});
        return Main.run(
                file.toString(),
                arguments,
                new Main.Streams(in, out, err),
                () -> runModule(loader, parts.getFirst().source));
    }

    private byte[] withLines(String name, byte[] bytes) {
        String outer = name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
        for (Part part : parts) {
            if (part.source.className().equals(outer)) {
                return Lines.rewrite(bytes, part.parsed.source().name(), part.source.origins());
            }
        }
        return bytes;
    }

    private static Module moduleOf(Loader loader, JavaSource source) {
        return (Module) invoke(loader, source, "module");
    }

    private static void runModule(Loader loader, JavaSource source) {
        invoke(loader, source, "run$module");
    }

    private static Object invoke(Loader loader, JavaSource source, String method) {
        try {
            Object result = loader.loadClass(source.className()).getMethod(method).invoke(null);
            return result == null ? "" : result;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the Java sources of a program as a project of its own. */
    public static void write(Path file, Path folder) throws IOException, PythonSyntaxException {
        Program program = translated(file);
        new Project(folder).write(program.parts.stream().map(Part::source).toList());
    }
}
