package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way that an exception has taken, as Python shows it: a call, and those that it has made. */
public final class Traceback extends PyObject {
    private static final Map<String, Source> SOURCES = new ConcurrentHashMap<>();
    private static final Map<String, List<String>> LINES = new ConcurrentHashMap<>();

    private final Supplier<List<Frame>> source;
    private @Nullable List<Frame> frames;

    private record Source(Module module, String file, Map<Integer, Position> positions) {}

    /**
     * A call that has not returned.
     *
     * @param module the module of its function, or null where nobody knows
     * @param file the file of its function
     * @param position what runs
     * @param function the name of the function
     */
    public record Frame(@Nullable Module module, String file, Position position, String function) {
        /** Returns the line that runs. */
        public int line() {
            return position.line();
        }
    }

    private Traceback(Supplier<List<Frame>> source) {
        super(Types.TRACEBACK);
        this.source = source;
    }

    /** Returns that of an exception, or {@code None}. */
    static Object of(PyException error) {
        return error.isRaised() ? new Traceback(error.legs().now()) : None.NONE;
    }

    static void fill(PyType type) {
        type.getter(
                "tb_lineno",
                self -> {
                    List<Frame> all = ((Traceback) self).frames();
                    return all.isEmpty() ? 0L : (Object) (long) all.getFirst().line();
                });
        type.getter(
                "tb_frame",
                self -> {
                    List<Frame> all = ((Traceback) self).frames();
                    return all.isEmpty() ? None.NONE : CallFrame.of(all.getFirst());
                });
        type.getter(
                "tb_next",
                self -> {
                    List<Frame> all = ((Traceback) self).frames();
                    return all.size() < 2
                            ? None.NONE
                            : new Traceback(() -> all.subList(1, all.size()));
                });
    }

    /**
     * Makes a source known, so that tracebacks can show its lines.
     *
     * @param module the module
     * @param javaClass the class that it has become
     * @param file the file, as Python would name it
     * @param lines its lines
     * @param positions where in the file the line numbers of the class lead
     */
    public static void source(
            Module module,
            String javaClass,
            String file,
            List<String> lines,
            Map<Integer, Position> positions) {
        SOURCES.put(javaClass, new Source(module, file, Map.copyOf(positions)));
        LINES.put(file, List.copyOf(lines));
    }

    private static @Nullable Source source(String javaClass) {
        int inner = javaClass.indexOf('$');
        return SOURCES.get(inner < 0 ? javaClass : javaClass.substring(0, inner));
    }

    /** Returns the file that a class of Java was translated from. */
    static String file(String javaClass) {
        Source source = source(javaClass);
        return source == null ? "<unknown>" : source.file;
    }

    /** Returns the module that a class of Java was translated from, or null. */
    static @Nullable Module module(String javaClass) {
        Source source = source(javaClass);
        return source == null ? null : source.module;
    }

    /** Returns the frames, the outermost first. */
    public synchronized List<Frame> frames() {
        List<Frame> known = frames;
        if (known == null) {
            known = List.copyOf(source.get());
            frames = known;
        }
        return known;
    }

    /** Returns the frames of this thread, the outermost first. */
    public static List<Frame> here() {
        return frames(new Throwable().getStackTrace());
    }

    static List<Frame> frames(StackTraceElement[] stack) {
        List<Frame> frames = new ArrayList<>();
        boolean whole = false;
        Position part = null;
        for (StackTraceElement each : stack) {
            Source source = source(each.getClassName());
            if (source != null && (part != null || each.getLineNumber() > 0)) {
                Position position =
                        source.positions.getOrDefault(
                                each.getLineNumber(), Position.at(each.getLineNumber()));
                if (part != null) {
                    position = part;
                }
                part = each.getMethodName().equals("part$") ? position : null;
                if (part != null) {
                    continue;
                }
                frames.addFirst(
                        new Frame(
                                source.module,
                                source.file,
                                whole ? Position.at(position.line()) : position,
                                function(each)));
                whole = false;
            }
            whole |= isOperatorOfUpdate(each);
        }
        return frames;
    }

    /** An update is one call, marked as its target; its operator is of the whole statement. */
    private static boolean isOperatorOfUpdate(StackTraceElement frame) {
        return frame.getMethodName().equals("augmented")
                && frame.getClassName().equals(Updates.class.getName());
    }

    private static String function(StackTraceElement frame) {
        String method = frame.getMethodName();
        if (method.equals("run$module")) {
            return "<module>";
        }
        if (method.equals("step$")) {
            String name = frame.getClassName();
            method = name.substring(name.indexOf('$') + 1).replaceFirst("^[0-9]+", "");
        }
        method = method.startsWith("lambda$") ? method.substring(7) : method;
        String last = method;
        String[] parts = method.split("\\$", -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            boolean body = parts[i].equals("class") && i > 0; // no name that Python allows
            if (!parts[i].isEmpty() && !body && !Character.isDigit(parts[i].charAt(0))) {
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

    /** Returns the lines of a source. */
    public static List<String> lines(String file) {
        return LINES.getOrDefault(file, List.of());
    }

    /** Returns a line of a source as it is, or an empty text. */
    static String fullLine(String file, int line) {
        List<String> lines = LINES.get(file);
        return lines != null && line > 0 && line <= lines.size() ? lines.get(line - 1) : "";
    }

    /** Returns a line of a source without the spaces around it, or an empty text. */
    public static String sourceLine(String file, int line) {
        return fullLine(file, line).strip();
    }

    /** Returns a stack of Java with the lines of Python in place of numbers. */
    static StackTraceElement[] plain(StackTraceElement[] stack) {
        StackTraceElement[] plain = stack.clone();
        for (int i = 0; i < plain.length; i++) {
            StackTraceElement each = plain[i];
            Source source = source(each.getClassName());
            Position position = source == null ? null : source.positions.get(each.getLineNumber());
            if (position != null) {
                plain[i] =
                        new StackTraceElement(
                                each.getClassName(),
                                each.getMethodName(),
                                each.getFileName(),
                                position.line());
            }
        }
        return plain;
    }
}
