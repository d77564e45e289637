package dev.polyloom.python.run;

import dev.polyloom.python.Finding;
import dev.polyloom.python.Locking;
import dev.polyloom.python.PythonSyntaxException;
import dev.polyloom.python.ScriptCache;
import dev.polyloom.python.UnsupportedException;
import dev.polyloom.python.assess.ModuleFiles;
import dev.polyloom.python.assess.ModuleFolders;
import dev.polyloom.python.assess.Refusals;
import dev.polyloom.python.assess.SearchPath;
import dev.polyloom.python.ast.Span;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.library.LibrarySource;
import dev.polyloom.python.parse.Parsed;
import dev.polyloom.python.parse.PythonParser;
import dev.polyloom.python.parse.SourceReader;
import dev.polyloom.python.parse.SourceText;
import dev.polyloom.python.runtime.object.GlobalLock;
import dev.polyloom.python.runtime.object.Position;
import dev.polyloom.python.translate.Checks;
import dev.polyloom.python.translate.JavaSource;
import dev.polyloom.python.translate.Needs;
import dev.polyloom.python.translate.Translation;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A program: its main module and the modules beside it, translated. */
public final class Program {
    private static final Logger LOG = System.getLogger("dev.polyloom.python");

    /** What a module needs that a program imports while it runs. */
    private static final Needs RUNNING = new Needs(true, false);

    private final List<Part> parts;
    private final Sources sources;

    /** A module, translated. */
    private record Part(Parsed parsed, Translation made, boolean own) {
        JavaSource source() {
            return made.source();
        }

        Needs needs() {
            return own ? Needs.of(parsed) : Needs.NONE;
        }
    }

    private Program(List<Part> parts, Sources sources) {
        this.parts = parts;
        this.sources = sources;
    }

    /**
     * Returns a program as classes: those that were kept, if none of its files has changed since,
     * else new ones, which are kept. A cache that fails costs time, nothing else.
     */
    public static CompiledProgram compile(Path file, Locking locking, @Nullable ScriptCache cache)
            throws IOException, PythonSyntaxException {
        if (cache == null) {
            return translated(file, Checks.of(locking)).compile();
        }
        String key = Sources.key(file, locking);
        CompiledProgram known = kept(cache, key);
        if (known != null) {
            return known;
        }
        Program program = translated(file, Checks.of(locking));
        CompiledProgram compiled = program.compile();
        try {
            cache.keep(key, compiled.toBytes(program.sources));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the compiled program is not kept: {0}", e.getMessage());
        }
        return compiled;
    }

    private static @Nullable CompiledProgram kept(ScriptCache cache, String key) {
        try {
            byte[] bytes = cache.find(key);
            return bytes == null ? null : CompiledProgram.of(bytes);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "a compiled program is not used: {0}", e.getMessage());
            return null;
        }
    }

    /** Returns a program that is no file as classes. */
    public static CompiledProgram compile(SourceText text, Locking locking)
            throws IOException, PythonSyntaxException {
        return translated(text, Path.of(text.name()), Checks.of(locking)).compile();
    }

    /** Returns the locking of the program that runs here. */
    static Locking current() {
        return GlobalLock.isOn() ? Locking.GLOBAL : Locking.OPERATIONS;
    }

    private static Checks checks() {
        return Checks.of(current());
    }

    /** Returns code that a program evaluates while it runs as classes. */
    static CompiledProgram evaluated(SourceText text, String className, String mode)
            throws IOException, PythonSyntaxException {
        Parsed parsed = PythonParser.parse(text);
        if (mode.equals("eval")) {
            requireExpression(parsed);
        }
        Translation made = Translation.evaluated(parsed, className, mode, checks());
        List<Finding> findings = made.findings();
        if (!findings.isEmpty()) {
            throw new UnsupportedException(findings);
        }
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("__main__", new Part(parsed, made, true));
        for (String imported : Imports.of(parsed.program(), "__main__", false)) {
            addLibrary(imported, parts, checks());
        }
        return new Program(List.copyOf(parts.values()), Sources.none()).compile();
    }

    /** Returns a module and those that it imports, or null where there is none. */
    static @Nullable CompiledProgram imported(String name, @Nullable Path folder)
            throws IOException, PythonSyntaxException {
        Map<String, Part> parts = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        Path beside = folder == null ? null : ModuleFiles.find(folder, name);
        if (beside != null) {
            new Parts(ModuleFolders.of(folder), parts, findings, Sources.none(), checks(), RUNNING)
                    .add(name, beside);
        } else {
            addLibrary(name, parts, checks());
        }
        if (!findings.isEmpty()) {
            throw new UnsupportedException(findings);
        }
        return parts.isEmpty()
                ? null
                : new Program(List.copyOf(parts.values()), Sources.none()).compile();
    }

    private static void requireExpression(Parsed parsed) throws PythonSyntaxException {
        List<Stmt> body = parsed.program().body();
        if (body.size() != 1 || !(body.getFirst() instanceof Stmt.ExprStmt)) {
            Span at =
                    body.isEmpty()
                            ? new Span(0, -1, 0, -1)
                            : body.getFirst() instanceof Stmt.ExprStmt
                                    ? body.get(1).span()
                                    : body.getFirst().span();
            throw parsed.source().error("SyntaxError", "invalid syntax", at);
        }
    }

    /** Returns what is known of the variables of a program and of the modules beside it. */
    public static List<String> types(Path file) throws IOException, PythonSyntaxException {
        return translated(file, Checks.NONE).parts.stream()
                .filter(Part::own)
                .flatMap(part -> part.made.types().report(part.parsed.source().name()).stream())
                .toList();
    }

    /** Translates a program. */
    static Program translated(Path file, Checks checks) throws IOException, PythonSyntaxException {
        return translated(SourceReader.read(file), file, checks);
    }

    private static Program translated(SourceText text, Path file, Checks checks)
            throws IOException, PythonSyntaxException {
        Needs named = Needs.namedIn(text.text());
        Program program = translated(text, file, checks, named);
        Needs all = program.parts.stream().map(Part::needs).reduce(named, Needs::and);
        return all.equals(named) ? program : translated(text, file, checks, all);
    }

    private static Program translated(SourceText text, Path file, Checks checks, Needs needs)
            throws IOException, PythonSyntaxException {
        Map<String, Part> parts = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        Sources sources = Sources.none();
        Path beside = file.toAbsolutePath().getParent();
        new Parts(ModuleFolders.of(beside), parts, findings, sources, checks, needs)
                .add("__main__", text, file);
        if (!findings.isEmpty()) {
            throw new UnsupportedException(findings);
        }
        return new Program(List.copyOf(parts.values()), sources);
    }

    /**
     * Gathers the modules of a program.
     *
     * @param folders those that the names of its modules start from
     * @param needs what one of them needs
     */
    private record Parts(
            ModuleFolders folders,
            Map<String, Part> all,
            List<Finding> findings,
            Sources sources,
            Checks checks,
            Needs needs) {
        void add(String name, Path file) throws IOException, PythonSyntaxException {
            boolean there = Files.isRegularFile(file);
            add(name, there ? SourceReader.read(file) : SourceText.of(file.toString(), ""), file);
        }

        void add(String name, SourceText text, Path file)
                throws IOException, PythonSyntaxException {
            Parsed parsed = PythonParser.parse(text);
            boolean isPackage = ModuleFiles.isPackage(file);
            Set<String> imports = Imports.of(parsed.program(), name, isPackage);
            if (imports.contains("doctest")) {
                parsed = DocTests.added(parsed);
                imports = Imports.of(parsed.program(), name, isPackage);
            }
            Translation made = Translation.of(parsed, className(name, file), name, checks, needs);
            Parts wider = with(SearchPath.wider(folders, parsed.program(), file));
            findings.addAll(Refusals.toRun(parsed, file, wider.folders, made));
            all.put(name, new Part(parsed, made, true));
            for (String imported : imports) {
                wider.addImported(imported);
            }
        }

        private Parts with(ModuleFolders wider) {
            return new Parts(wider, all, findings, sources, checks, needs);
        }

        private void addImported(String name) throws IOException, PythonSyntaxException {
            if (all.containsKey(name)) {
                return;
            }
            for (Path searched : folders.of(name)) {
                Path folder = sources.absolute(searched);
                Path beside = ModuleFiles.find(folder, name);
                sources.add(folder.resolve(name.replace('.', '/') + ".py"));
                if (beside != null) {
                    sources.add(beside);
                    add(name, beside);
                    return;
                }
            }
            addLibrary(name, all, checks);
        }
    }

    private static void addLibrary(String name, Map<String, Part> parts, Checks checks)
            throws IOException, PythonSyntaxException {
        if (parts.containsKey(name) || !LibrarySource.has(name)) {
            return;
        }
        Parsed parsed = PythonParser.parse(LibrarySource.read(name));
        Translation made =
                Translation.of(parsed, className(name, Path.of(name)), name, checks, Needs.NONE);
        if (!made.findings().isEmpty()) {
            throw new IllegalStateException("library: " + made.findings());
        }
        parts.put(name, new Part(parsed, made, false));
        for (String imported : Imports.of(parsed.program(), name, false)) {
            addLibrary(imported, parts, checks);
        }
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

    private CompiledProgram compile() {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        Map<String, byte[]> compiled;
        try {
            compiled = Compiler.compile(sources(), Compiler.options());
        } catch (Compiler.LimitException e) {
            throw new UnsupportedException(List.of(tooLarge(e)));
        }
        Map<String, Lines> lines = new LinkedHashMap<>();
        for (Part part : parts) {
            SourceText source = part.parsed.source();
            lines.put(
                    part.source().className(),
                    Lines.of(source.name(), source.lines().size(), part.source().origins()));
        }
        compiled.forEach((name, bytes) -> {
            Lines own = lines.get(name.replaceFirst("\\$.*", ""));
            classes.put(name, own == null ? bytes : own.rewrite(bytes));
        });
        List<CompiledProgram.SourceModule> modules = new ArrayList<>();
        for (Part part : parts) {
            modules.add(
                    new CompiledProgram.SourceModule(
                            part.source().className(),
                            part.parsed.source().name(),
                            shownLines(part.parsed.source()),
                            Objects.requireNonNull(lines.get(part.source().className()))
                                    .positions()));
        }
        return new CompiledProgram(List.copyOf(modules), classes);
    }

    private Finding tooLarge(Compiler.LimitException e) {
        Part part =
                parts.stream()
                        .filter(each -> e.isIn(each.source()))
                        .findFirst()
                        .orElse(parts.getFirst());
        Position at = e.in(part.source());
        return new Finding(
                part.parsed.source().name(),
                at.line(),
                Math.max(at.column(), 0) + 1,
                "unsupported",
                "code that is too large for a method of Java; make several functions of it");
    }

    /** Returns the lines that tracebacks show: those of files, as Python finds no others. */
    private static List<String> shownLines(SourceText source) {
        return source.name().startsWith("<") ? List.of() : source.lines();
    }

    /** Writes the Java sources of a program as a project of its own. */
    public static List<Path> write(Path file, Path folder)
            throws IOException, PythonSyntaxException {
        Program program = translated(file, Checks.NONE);
        List<Finding> findings = new ArrayList<>();
        for (Part part : program.parts) {
            if (part.own) {
                findings.addAll(Refusals.toProject(part.parsed));
            }
        }
        if (!findings.isEmpty()) {
            throw new UnsupportedException(findings);
        }
        return new Project(folder).write(program.sources());
    }
}
