package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The way that an exception has taken, and Python's text for it. */
public final class Traceback extends PyObject {
    private static final Map<String, List<String>> SOURCES = new ConcurrentHashMap<>();
    private static final Map<String, String> FILES = new ConcurrentHashMap<>();

    private final PyException error;

    Traceback(PyException error) {
        super(Types.TRACEBACK);
        this.error = error;
    }

    /**
     * Makes a source known, so that tracebacks can show its lines.
     *
     * @param javaClass the class that it has become
     * @param file the file, as Python would name it
     * @param lines its lines
     */
    public static void source(String javaClass, String file, List<String> lines) {
        FILES.put(javaClass, file);
        SOURCES.put(file, List.copyOf(lines));
    }

    /** Returns the file that a class of Java was translated from. */
    static String file(String javaClass) {
        int inner = javaClass.indexOf('$');
        String file = FILES.get(inner < 0 ? javaClass : javaClass.substring(0, inner));
        return file == null ? "<unknown>" : file;
    }

    /** Returns the line of the call or statement that was last to run, or 0. */
    Object line() {
        List<Frame> frames = frames(error);
        return frames.isEmpty() ? 0L : (Object) (long) frames.getFirst().line();
    }

    static void fill(PyType type) {
        type.getter("tb_lineno", self -> ((Traceback) self).line());
        type.getter("tb_next", self -> None.NONE);
    }

    /**
     * A call that has not returned.
     *
     * @param file the file of its function
     * @param line the line that runs
     * @param function the name of the function
     */
    public record Frame(String file, int line, String function) {}

    /** Returns the frames, the outermost first. */
    public List<Frame> frames() {
        return frames(error);
    }

    /** Returns the frames of this thread, the outermost first. */
    public static List<Frame> here() {
        return frames(new Throwable().getStackTrace());
    }

    static List<Frame> frames(PyException error) {
        return frames(error.getStackTrace());
    }

    private static List<Frame> frames(StackTraceElement[] stack) {
        List<Frame> frames = new ArrayList<>();
        for (StackTraceElement each : stack) {
            String name = each.getClassName();
            int inner = name.indexOf('$');
            String file = FILES.get(inner < 0 ? name : name.substring(0, inner));
            if (file != null && each.getLineNumber() > 0 && !each.isNativeMethod()) {
                if (!each.getMethodName().startsWith("lambda$")) {
                    String method =
                            each.getMethodName().equals("step$")
                                    ? name.substring(inner + 1).replaceFirst("^[0-9]+", "")
                                    : each.getMethodName();
                    frames.addFirst(new Frame(file, each.getLineNumber(), name(method)));
                }
            }
        }
        return frames;
    }

    private static String name(String method) {
        if (method.equals("run$module")) {
            return "<module>";
        }
        String last = method;
        String[] parts = method.split("\\$", -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            if (!parts[i].isEmpty() && !Character.isDigit(parts[i].charAt(0))) {
                last = parts[i];
                break;
            }
        }
        return switch (last) {
            case "lambda", "listcomp", "setcomp", "dictcomp", "genexpr" ->
                    parts.length > 1 ? "<" + last + ">" : last;
            default -> last;
        };
    }

    /** Returns the whole text that Python prints for an exception that nobody catches. */
    public static String text(PyException error) {
        StringBuilder out = new StringBuilder();
        append(error, out, new LinkedHashMap<>());
        return out.toString();
    }

    private static void append(
            PyException error, StringBuilder out, Map<PyException, Boolean> seen) {
        if (seen.put(error, true) != null) {
            return;
        }
        PyException origin = error.origin();
        PyException context = error.context();
        if (origin != null) {
            append(origin, out, seen);
            out.append(
                    "\nThe above exception was the direct cause of the following exception:\n\n");
        } else if (context != null && !error.isContextHidden()) {
            append(context, out, seen);
            out.append("\nDuring handling of the above exception, another exception occurred:\n\n");
        }
        List<Frame> frames = frames(error);
        if (!frames.isEmpty()) {
            out.append("Traceback (most recent call last):\n");
            out.append(frameText(frames));
        }
        out.append(last(error));
    }

    private static String frameText(List<Frame> frames) {
        StringBuilder out = new StringBuilder();
        for (Frame frame : frames) {
            out.append(
                    "  File \"%s\", line %d, in %s\n"
                            .formatted(frame.file(), frame.line(), frame.function()));
            String line = sourceLine(frame);
            if (!line.isEmpty()) {
                out.append("    ").append(line).append('\n');
            }
        }
        return out.toString();
    }

    /** Returns the line of the source that a frame is at, or an empty text. */
    public static String sourceLine(Frame frame) {
        List<String> lines = SOURCES.get(frame.file());
        return lines != null && frame.line() <= lines.size()
                ? lines.get(frame.line() - 1).strip()
                : "";
    }

    /** Returns the lines of frames. */
    public static String text(List<Frame> frames) {
        return frameText(frames);
    }

    /** Returns the lines of the frames alone. */
    public static String stack(PyException error) {
        return frameText(frames(error));
    }

    /** Returns the last lines: the type, the message and the notes. */
    public static String last(PyException error) {
        StringBuilder out = new StringBuilder();
        String name = error.type().fullName();
        String shown = name.startsWith("__main__.") ? name.substring(9) : name;
        if (!error.type().module().equals("__main__") && !error.type().isNative()) {
            shown = name;
        }
        String text;
        try {
            text = Text.str(error);
        } catch (PyException e) {
            text = "<exception str() failed>";
        }
        out.append(shown).append(text.isEmpty() ? "" : ": " + text).append('\n');
        if (error.own("__notes__") instanceof PyList notes) {
            for (Object note : notes.snapshot()) {
                out.append(Text.str(note)).append('\n');
            }
        }
        return out.toString();
    }
}
