package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Streams;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Traceback;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The module {@code traceback}, and {@code _frames} for the parts of the library in Python. */
final class TracebackModule {
    private static final String ERROR = "exc, /, value=None, tb=None, limit=None";
    private static final PyType SUMMARY =
            PyType.library("FrameSummary", Types.OBJECT, TracebackModule::fillSummary)
                    .module("traceback");

    private TracebackModule() {}

    static Module make() {
        Module module = new Module("traceback");
        module.function("format_exc", "limit=None, chain=True", a -> text(Errors.handled()));
        module.function(
                "print_exc",
                "limit=None, file=None, chain=True",
                a -> write(a[1], text(Errors.handled())));
        module.function(
                "format_exception", ERROR + ", chain=True", a -> parts(text(error(a[0], a[1]))));
        module.function(
                "print_exception",
                ERROR + ", file=None, chain=True",
                a -> write(a[4], text(error(a[0], a[1]))));
        module.function(
                "format_exception_only",
                "exc, /, value=None",
                a -> {
                    PyException error = error(a[0], a[1]);
                    return PyList.of(error == null ? "NoneType: None\n" : Traceback.last(error));
                });
        module.function("format_tb", "tb, limit=None", a -> lines(frames(a[0]), a[1]));
        module.function(
                "print_tb",
                "tb, limit=None, file=None",
                a -> write(a[2], joined(lines(frames(a[0]), a[1]))));
        module.function("extract_tb", "tb, limit=None", a -> summaries(frames(a[0]), a[1]));
        module.function("extract_stack", "f=None, limit=None", a -> summaries(here(), a[1]));
        module.function("format_stack", "f=None, limit=None", a -> lines(here(), a[1]));
        module.function("format_list", 1, 1, a -> listed(a[0]));
        module.function(
                "print_stack",
                "f=None, limit=None, file=None",
                a -> write(a[2], joined(lines(here(), a[1]))));
        module.put("FrameSummary", SUMMARY);
        return module;
    }

    private static List<Traceback.Frame> here() {
        return Traceback.here();
    }

    private static @Nullable PyException error(Object first, Object second) {
        return first instanceof PyException error
                ? error
                : second instanceof PyException error ? error : null;
    }

    private static String text(@Nullable PyException error) {
        return error == null ? "NoneType: None\n" : Traceback.text(error);
    }

    private static Object write(Object file, String text) {
        Calls.method(Values.isNone(file) ? Streams.err() : file, "write", text);
        return None.NONE;
    }

    /** Returns the text of an exception with a frame and its line as one part. */
    private static PyList parts(String text) {
        List<Object> parts = new ArrayList<>();
        for (String line : text.splitWithDelimiters("(?<=\n)", 0)) {
            if (line.isEmpty()) {
                continue;
            }
            boolean more = line.startsWith("    ") || line.equals("\n");
            if (more && !parts.isEmpty() && !line.equals("\n")) {
                parts.add(parts.removeLast() + line);
            } else {
                parts.add(line);
            }
        }
        return PyList.copyOf(parts);
    }

    private static List<Traceback.Frame> frames(Object traceback) {
        return traceback instanceof Traceback known ? known.frames() : List.of();
    }

    private static List<Traceback.Frame> limited(List<Traceback.Frame> all, Object limit) {
        if (Values.isNone(limit)) {
            return all;
        }
        long count = Numbers.index(limit);
        int size = all.size();
        return count >= 0
                ? all.subList(0, (int) Math.min(count, size))
                : all.subList((int) Math.max(0, size + count), size);
    }

    private static PyList lines(List<Traceback.Frame> frames, Object limit) {
        return PyList.copyOf(
                limited(frames, limit).stream()
                        .map(frame -> (Object) Traceback.text(List.of(frame)))
                        .toList());
    }

    private static String joined(PyList parts) {
        StringBuilder all = new StringBuilder();
        for (Object part : parts.snapshot()) {
            all.append(Text.str(part));
        }
        return all.toString();
    }

    private static PyList summaries(List<Traceback.Frame> frames, Object limit) {
        List<Object> all = new ArrayList<>();
        for (Traceback.Frame frame : limited(frames, limit)) {
            PyObject summary = new PyObject(SUMMARY);
            summary.setOwn("filename", frame.file());
            summary.setOwn("lineno", (long) frame.line());
            summary.setOwn("name", frame.function());
            summary.setOwn("line", Traceback.sourceLine(frame));
            all.add(summary);
        }
        return PyList.copyOf(all);
    }

    private static void fillSummary(PyType type) {
        type.method(
                "__repr__",
                0,
                0,
                a ->
                        "<FrameSummary file %s, line %s in %s>"
                                .formatted(
                                        Text.str(Attributes.get(a[0], "filename")),
                                        Text.str(Attributes.get(a[0], "lineno")),
                                        Text.str(Attributes.get(a[0], "name"))));
        type.method("__iter__", 0, 0, a -> Iteration.of(values(a[0])));
    }

    private static PyTuple values(Object summary) {
        return PyTuple.of(
                Attributes.get(summary, "filename"),
                Attributes.get(summary, "lineno"),
                Attributes.get(summary, "name"),
                Attributes.get(summary, "line"));
    }

    private static Object listed(Object summaries) {
        List<Object> all = new ArrayList<>();
        Iteration.of(summaries)
                .forEachRemaining(each -> {
                    Object[] four = Iteration.unpack(each, 4);
                    String line = Text.str(four[3]);
                    all.add(
                            "  File \"%s\", line %s, in %s\n%s"
                                    .formatted(
                                            Text.str(four[0]),
                                            Text.str(four[1]),
                                            Text.str(four[2]),
                                            line.isEmpty() ? "" : "    " + line + "\n"));
                });
        return PyList.copyOf(all);
    }

    /** Makes the module {@code _frames}: who has called, as the modules in Python ask. */
    static Module makeFrames() {
        Module module = new Module("_frames");
        module.function("caller", 2, 2, a -> caller(Text.str(a[0]), Numbers.index(a[1])));
        module.function(
                "stack_text",
                1,
                1,
                a ->
                        Traceback.text(
                                here().stream()
                                        .filter(frame -> !isOf(Text.str(a[0]), frame))
                                        .toList()));
        module.function(
                "source_line",
                2,
                2,
                a ->
                        Traceback.sourceLine(
                                new Traceback.Frame(
                                        Text.str(a[0]), (int) Numbers.index(a[1]), "")));
        return module;
    }

    /** Tells whether a frame is one of a library module in Python. */
    private static boolean isOf(String module, Traceback.Frame frame) {
        return frame.file().equals(module + ".py") || frame.file().startsWith(module + "/");
    }

    private static Object caller(String module, long level) {
        List<Traceback.Frame> frames = here();
        int at = frames.size() - 1;
        while (at >= 0 && isOf(module, frames.get(at))) {
            at--;
        }
        at = (int) Math.min(at, Math.max(0, at - (level - 1)));
        if (at < 0) {
            return PyTuple.of("(unknown file)", 0L, "(unknown function)");
        }
        Traceback.Frame frame = frames.get(at);
        return PyTuple.of(frame.file(), (long) frame.line(), frame.function());
    }
}
