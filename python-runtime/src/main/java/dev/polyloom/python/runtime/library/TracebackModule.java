package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.CallFrame;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.Position;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.StaticMethod;
import dev.polyloom.python.runtime.object.Streams;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Traceback;
import dev.polyloom.python.runtime.object.TracebackText;
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

    private static final PyType EXCEPTION =
            PyType.library("TracebackException", Types.OBJECT, TracebackModule::fillException)
                    .module("traceback");

    private TracebackModule() {}

    private static void fillException(PyType type) {
        type.method(
                "__init__",
                "exc_type, exc_value, exc_traceback=None, *, limit=None, lookup_lines=True,"
                        + " capture_locals=False, compact=False",
                a -> told(a[0], (PyException) a[2], a[4]));
        type.define(
                "from_exception",
                new StaticMethod(
                        Builtin.function(
                                "from_exception",
                                "exc, *, limit=None, lookup_lines=True, capture_locals=False,"
                                        + " compact=False",
                                a -> told(new PyObject(EXCEPTION), (PyException) a[0], a[1]))));
        type.method(
                "format",
                "*, chain=True",
                a ->
                        Iteration.of(
                                parts(
                                        (PyException) Attributes.get(a[0], "_error"),
                                        Attributes.get(a[0], "_limit"),
                                        Text.truth(a[1]))));
        type.method(
                "format_exception_only",
                0,
                0,
                a ->
                        Iteration.of(
                                PyList.of(
                                        TracebackText.last(
                                                (PyException) Attributes.get(a[0], "_error")))));
        type.method("__str__", 0, 0, a -> Text.str(Attributes.get(a[0], "_error")));
    }

    private static Object told(Object self, PyException error, Object limit) {
        PyObject made = (PyObject) self;
        made.setOwn("_error", error);
        made.setOwn("_limit", limit);
        made.setOwn("exc_type", error.type());
        made.setOwn("stack", summaries(frames(Attributes.get(error, "__traceback__")), limit));
        return made;
    }

    static Module make() {
        Module module = new Module("traceback");
        module.function(
                "format_exc", "limit=None, chain=True", a -> text(Errors.handled(), a[0], a[1]));
        module.function(
                "print_exc",
                "limit=None, file=None, chain=True",
                a -> write(a[1], text(Errors.handled(), a[0], a[2])));
        module.function(
                "format_exception",
                ERROR + ", chain=True",
                a -> parts(error(a[0], a[1]), a[3], Text.truth(a[4])));
        module.function(
                "print_exception",
                ERROR + ", file=None, chain=True",
                a -> write(a[4], text(error(a[0], a[1]), a[3], a[5])));
        module.function(
                "format_exception_only",
                "exc, /, value=None",
                a -> {
                    PyException error = error(a[0], a[1]);
                    return PyList.of(
                            error == null ? "NoneType: None\n" : TracebackText.last(error));
                });
        module.function("format_tb", "tb, limit=None", a -> lines(frames(a[0]), a[1]));
        module.function(
                "print_tb",
                "tb, limit=None, file=None",
                a -> write(a[2], joined(lines(frames(a[0]), a[1]))));
        module.function("extract_tb", "tb, limit=None", a -> summaries(frames(a[0]), a[1]));
        module.function("extract_stack", "f=None, limit=None", a -> summaries(here(a[0]), a[1]));
        module.function("format_stack", "f=None, limit=None", a -> lines(here(a[0]), a[1]));
        module.function("format_list", 1, 1, a -> listed(a[0]));
        module.function(
                "print_stack",
                "f=None, limit=None, file=None",
                a -> write(a[2], joined(lines(here(a[0]), a[1]))));
        module.put("FrameSummary", SUMMARY);
        module.put("TracebackException", EXCEPTION);
        return module;
    }

    private static List<Traceback.Frame> here(Object frame) {
        return frame instanceof CallFrame known ? known.calls() : here();
    }

    private static List<Traceback.Frame> here() {
        return Traceback.here().stream()
                .map(each ->
                        new Traceback.Frame(
                                each.module(),
                                each.file(),
                                Position.at(each.line()),
                                each.function()))
                .toList();
    }

    private static @Nullable PyException error(Object first, Object second) {
        return first instanceof PyException error
                ? error
                : second instanceof PyException error ? error : null;
    }

    private static String text(@Nullable PyException error, Object limit, Object chain) {
        return joined(parts(error, limit, Text.truth(chain)));
    }

    private static Object write(Object file, String text) {
        Calls.method(Values.isNone(file) ? Streams.err() : file, "write", text);
        return None.NONE;
    }

    private static PyList parts(@Nullable PyException error, Object limit, boolean chain) {
        return error == null
                ? PyList.of("NoneType: None\n")
                : PyList.copyOf(
                        List.copyOf(TracebackText.parts(error, chain, all -> limited(all, limit))));
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
        return PyList.copyOf(List.copyOf(TracebackText.frames(limited(frames, limit))));
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
            summary.setOwn("line", Traceback.sourceLine(frame.file(), frame.line()));
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
                        String.join(
                                "",
                                TracebackText.frames(
                                        here().stream()
                                                .filter(frame -> !isOf(Text.str(a[0]), frame))
                                                .toList())));
        module.function(
                "source_lines_of",
                1,
                1,
                a ->
                        PyList.copyOf(
                                Traceback.lines(Text.str(a[0])).stream()
                                        .map(line -> (Object) (line + "\n"))
                                        .toList()));
        module.function(
                "source_line",
                2,
                2,
                a -> Traceback.sourceLine(Text.str(a[0]), (int) Numbers.index(a[1])));
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
            return PyTuple.of("(unknown file)", 0L, "(unknown function)", "sys");
        }
        Traceback.Frame frame = frames.get(at);
        Module own = frame.module();
        return PyTuple.of(
                frame.file(),
                (long) frame.line(),
                frame.function(),
                own == null ? "sys" : own.name());
    }
}
