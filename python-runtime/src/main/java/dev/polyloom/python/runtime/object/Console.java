package dev.polyloom.python.runtime.object;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The standard streams of a program. */
public final class Console extends PyObject {
    private static final PyType TYPE =
            PyType.library("TextIOWrapper", Types.OBJECT, Console::fill).module("_io");
    private static final int ROOM = 8192;

    /** Standard output. */
    public static final Console OUT = new Console("<stdout>");

    /** Standard error. */
    public static final Console ERR = new Console("<stderr>");

    /** Standard input. */
    public static final Console IN = new Console("<stdin>");

    private final String name;
    private final StringBuilder pending = new StringBuilder();
    private @Nullable OutputStream target;
    private @Nullable BufferedReader source;

    private Console(String name) {
        super(TYPE);
        this.name = name;
    }

    /** Connects the streams of the program. */
    public static void connect(InputStream in, OutputStream out, OutputStream err) {
        IN.source = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        OUT.target = out;
        ERR.target = err;
    }

    private static Console of(Object[] a) {
        return (Console) a[0];
    }

    private static void fill(PyType type) {
        type.method(
                "write",
                1,
                1,
                a -> {
                    of(a).write((String) a[1]);
                    return (long) ((String) a[1]).length();
                });
        type.method(
                "writelines",
                1,
                1,
                a -> {
                    Iteration.of(a[1]).forEachRemaining(line -> of(a).write((String) line));
                    return dev.polyloom.python.runtime.None.NONE;
                });
        type.method(
                "flush",
                0,
                0,
                a -> {
                    of(a).flush();
                    return dev.polyloom.python.runtime.None.NONE;
                });
        type.method("isatty", 0, 0, a -> false);
        type.method("readline", 0, 1, a -> of(a).readLine());
        type.method("read", 0, 1, a -> of(a).readAll());
        type.method("__iter__", 0, 0, a -> of(a).lines());
        type.getter("name", self -> ((Console) self).name);
        type.getter("encoding", self -> "utf-8");
    }

    /** Writes a text. */
    public synchronized void write(String text) {
        Realm.check();
        pending.append(text);
        if (this == ERR || pending.length() > ROOM) {
            flush();
        }
    }

    /** Hands on what has been written. */
    public synchronized void flush() {
        OutputStream to = target;
        if (to == null) {
            return;
        }
        try {
            to.write(pending.toString().getBytes(StandardCharsets.UTF_8));
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            pending.setLength(0);
        }
    }

    /** Returns the next line with its end, or an empty text after the last. */
    synchronized String readLine() {
        try {
            String line = source == null ? null : source.readLine();
            return line == null ? "" : line + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String readAll() {
        StringBuilder all = new StringBuilder();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            all.append(line);
        }
        return all.toString();
    }

    private PyIterator lines() {
        return new PyIterator("TextIOWrapper") {
            @Override
            public @Nullable Object next() {
                String line = readLine();
                return line.isEmpty() ? null : line;
            }
        };
    }
}
