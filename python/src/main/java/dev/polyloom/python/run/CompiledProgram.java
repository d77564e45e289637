package dev.polyloom.python.run;

import dev.polyloom.python.runtime.library.Main;
import dev.polyloom.python.runtime.object.Evaluation;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Modules;
import dev.polyloom.python.runtime.object.Position;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.Traceback;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program as classes, ready to run.
 *
 * @param modules its modules, the main one first
 * @param classes the classes by their binary names
 */
public record CompiledProgram(List<SourceModule> modules, Map<String, byte[]> classes) {

    /**
     * A module and its source, which tracebacks show.
     *
     * @param className the class that it has become
     * @param file the file, as Python would name it
     * @param lines its lines
     * @param positions where in the file the line numbers of the class lead
     */
    public record SourceModule(
            String className, String file, List<String> lines, Map<Integer, Position> positions) {
        /** Tells whether it is a file of the program, and neither text nor of the library. */
        boolean isFile() {
            return Files.isRegularFile(Path.of(file));
        }

        /** Returns what tracebacks call the file. */
        String place() {
            return isFile() ? Path.of(file).toAbsolutePath().toString() : file;
        }
    }

    /** Runs the program and returns its exit code. */
    public int run(String script, List<String> arguments, Main.Streams streams) {
        Evaluation.compiler(new Evaluator(Path.of(script).toAbsolutePath().getParent()));
        Loader loader = new Loader(classes);
        for (SourceModule each : modules) {
            Module module = moduleOf(loader, each.className);
            Traceback.source(module, each.className, each.place(), each.lines, each.positions);
            if (each.isFile()) {
                module.put("__file__", each.place());
            }
        }
        String main = modules.getFirst().className;
        for (SourceModule each : modules.subList(1, modules.size())) {
            Module module = moduleOf(loader, each.className);
            module.put("__file__", Path.of(each.file).toAbsolutePath().toString());
            Modules.register(module, () -> runModule(loader, each.className));
        }
        Modules.register(moduleOf(loader, main), () -> {});
        moduleOf(loader, main).describeMain(Path.of(script).toAbsolutePath().toString());
        Modules.load("sys").put("path", PyList.of(folderOf(script)));
        return Main.run(script, arguments, streams, isDeep(), () -> runModule(loader, main));
    }

    /** Returns the folder of a program that is a file, and nothing for one that is a text. */
    private String folderOf(String script) {
        Path folder = Path.of(script).toAbsolutePath().getParent();
        return folder == null || !modules.getFirst().isFile() ? "" : folder.toString();
    }

    /** Tells whether the program may ask for deeper recursion than Python grants by itself. */
    private boolean isDeep() {
        return modules.stream()
                .flatMap(each -> each.lines.stream())
                .anyMatch(line -> line.contains("recursionlimit"));
    }

    /** Runs the program as code of another that runs. */
    void evaluate() {
        Loader loader = new Loader(classes);
        SourceModule main = modules.getFirst();
        Module target = moduleOf(loader, main.className);
        Traceback.source(target, main.className, main.file, main.lines, main.positions);
        register(loader, modules.subList(1, modules.size()));
        runModule(loader, main.className);
    }

    /** Makes all modules known to the program that runs. */
    void register() {
        register(new Loader(classes), modules);
    }

    private static void register(Loader loader, List<SourceModule> modules) {
        for (SourceModule each : modules) {
            Module module = moduleOf(loader, each.className);
            if (!Modules.isKnown(module.name())) {
                Traceback.source(module, each.className, each.place(), each.lines, each.positions);
                module.put("__file__", each.place());
                Modules.register(module, () -> runModule(loader, each.className));
            }
        }
    }

    private static Module moduleOf(Loader loader, String className) {
        return (Module) invoke(loader, className, "module");
    }

    private static void runModule(Loader loader, String className) {
        invoke(loader, className, "run$module");
    }

    private static Object invoke(Loader loader, String className, String method) {
        try {
            Object result = loader.loadClass(className).getMethod(method).invoke(null);
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

    /** Writes the program. */
    void write(DataOutputStream out) throws IOException {
        out.writeInt(modules.size());
        for (SourceModule each : modules) {
            out.writeUTF(each.className);
            out.writeUTF(each.file);
            out.writeInt(each.lines.size());
            for (String line : each.lines) {
                bytes(out, line.getBytes(java.nio.charset.StandardCharsets.UTF_16));
            }
            out.writeInt(each.positions.size());
            for (Map.Entry<Integer, Position> place : each.positions.entrySet()) {
                write(out, place.getKey(), place.getValue());
            }
        }
        out.writeInt(classes.size());
        for (Map.Entry<String, byte[]> each : classes.entrySet()) {
            out.writeUTF(each.getKey());
            bytes(out, each.getValue());
        }
    }

    private static void write(DataOutputStream out, int number, Position place) throws IOException {
        for (int each :
                new int[] {
                    number,
                    place.line(),
                    place.column(),
                    place.endLine(),
                    place.endColumn(),
                    place.left(),
                    place.right(),
                    place.method()
                }) {
            out.writeInt(each);
        }
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Reads what has been written. */
    static CompiledProgram read(DataInputStream in) throws IOException {
        List<SourceModule> modules = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            String className = in.readUTF();
            String file = in.readUTF();
            List<String> lines = new ArrayList<>();
            for (int rest = in.readInt(); rest > 0; rest--) {
                lines.add(new String(bytes(in), java.nio.charset.StandardCharsets.UTF_16));
            }
            Map<Integer, Position> positions = new HashMap<>();
            for (int rest = in.readInt(); rest > 0; rest--) {
                int number = in.readInt();
                positions.put(
                        number,
                        new Position(
                                in.readInt(),
                                in.readInt(),
                                in.readInt(),
                                in.readInt(),
                                in.readInt(),
                                in.readInt(),
                                in.readInt()));
            }
            modules.add(new SourceModule(className, file, lines, positions));
        }
        Map<String, byte[]> classes = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            classes.put(in.readUTF(), bytes(in));
        }
        return new CompiledProgram(List.copyOf(modules), classes);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        byte[] bytes = in.readNBytes(in.readInt());
        return bytes;
    }

    /** Returns the program as bytes, with what they depend on before it. */
    byte[] toBytes(Sources sources) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            sources.write(out);
            write(out);
        }
        return bytes.toByteArray();
    }

    /** Returns the program of bytes, or null where what they depend on has changed. */
    static @org.jspecify.annotations.Nullable CompiledProgram of(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return Sources.read(in).areUnchanged() ? read(in) : null;
        }
    }
}
