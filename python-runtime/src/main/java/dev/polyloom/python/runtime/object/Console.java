package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.platform.Platform;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The standard streams of a program. */
public final class Console extends PyObject {
    private static final PyType TYPE =
            PyType.library("TextIOWrapper", Types.OBJECT, Console::fill).module("_io");
    private static final int ROOM = 8192;

    private static volatile boolean unbuffered;

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

    /** Tells whether the program writes straight to the standard output of this process. */
    public static boolean isOfProcess() {
        OutputStream to = OUT.target;
        return to != null && Platform.machine().isStandardOutput(to);
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
                    String text = text(a[1]);
                    of(a).write(text);
                    return (long) text.codePointCount(0, text.length());
                });
        type.method(
                "writelines",
                1,
                1,
                a -> {
                    Iteration.of(a[1]).forEachRemaining(line -> of(a).write(text(line)));
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
        type.method("__next__", 0, 0, a -> of(a).nextLine());
        type.method("readlines", 0, 1, a -> PyList.copyOf(Iteration.toList(of(a).lines())));
        type.method("fileno", 0, 0, a -> of(a) == IN ? 0L : of(a) == OUT ? 1L : (Object) 2L);
        type.method("close", 0, 0, a -> dev.polyloom.python.runtime.None.NONE);
        type.method("readable", 0, 0, a -> of(a) == IN);
        type.method("writable", 0, 0, a -> of(a) != IN);
        type.method("seekable", 0, 0, a -> false);
        type.method("__enter__", 0, 0, a -> a[0]);
        type.method("__exit__", 3, 3, a -> dev.polyloom.python.runtime.None.NONE);
        type.method(
                "reconfigure",
                "*, encoding=None, errors=None, newline=None, line_buffering=None,"
                        + " write_through=None",
                a -> dev.polyloom.python.runtime.None.NONE);
        type.method("__repr__", 0, 0, a -> of(a).repr());
        type.getter("buffer", self -> new Bytes((Console) self));
        type.getter("closed", self -> false);
        type.getter("errors", self -> self == ERR ? "backslashreplace" : "strict");
        type.getter("mode", self -> self == IN ? "r" : "w");
        type.getter("line_buffering", self -> self == ERR);
        type.getter("name", self -> ((Console) self).name);
        type.getter("encoding", self -> "utf-8");
    }

    private static String text(Object value) {
        if (Boxed.plain(value) instanceof String text) {
            return text;
        }
        throw Errors.type("write() argument must be str, not " + Types.of(value).name());
    }

    private String repr() {
        return "<_io.TextIOWrapper name='%s' mode='%s' encoding='utf-8'>"
                .formatted(name, this == IN ? "r" : "w");
    }

    private Object nextLine() {
        String line = readLine();
        if (line.isEmpty()) {
            throw Errors.stop(dev.polyloom.python.runtime.None.NONE);
        }
        return line;
    }

    /** The bytes of a stream, as {@code sys.stdout.buffer} has them. */
    private static final class Bytes extends PyObject {
        private static final PyType BYTES_TYPE =
                PyType.library("BufferedWriter", Types.OBJECT, Bytes::fill).module("_io");

        private final Console console;

        Bytes(Console console) {
            super(BYTES_TYPE);
            this.console = console;
        }

        private static void fill(PyType type) {
            type.method("write", 1, 1, a -> ((Bytes) a[0]).console.write((PyBytes) a[1]));
            type.method("flush", 0, 0, a -> ((Bytes) a[0]).flush());
            for (String name : new String[] {"fileno", "isatty", "readable", "writable"}) {
                type.method(name, 0, 0, a -> Calls.method(((Bytes) a[0]).console, name));
            }
            type.method("read", 0, 1, a -> encoded(((Bytes) a[0]).console.readAll()));
            type.method("readline", 0, 1, a -> encoded(((Bytes) a[0]).console.readLine()));
        }

        private Object flush() {
            console.flush();
            return dev.polyloom.python.runtime.None.NONE;
        }

        private static PyBytes encoded(String text) {
            return new PyBytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Says whether all that is written is handed on at once. */
    public static void unbuffered(boolean value) {
        unbuffered = value;
    }

    /** Returns what waits to be handed on; each process has its own. */
    private StringBuilder pending() {
        Realm realm = this == OUT ? Realm.current() : null;
        return realm == null ? pending : realm.output();
    }

    /** Forgets what has not been handed on, as a process does that ends without cleaning up. */
    public synchronized void drop() {
        if (unbuffered) {
            flush();
        }
        pending().setLength(0);
    }

    private synchronized Object write(PyBytes bytes) {
        flush();
        pass(bytes.data());
        return (long) bytes.data().length;
    }

    /** Hands on bytes ahead of what has been written, as another process on this stream does. */
    public synchronized void pass(byte[] bytes) {
        OutputStream to = target;
        if (to == null) {
            return;
        }
        try {
            to.write(bytes);
            to.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Writes a text. */
    public synchronized void write(String text) {
        Realm.check();
        StringBuilder all = pending();
        all.append(text);
        if (this == ERR || all.length() > ROOM || unbuffered) {
            flush();
        }
    }

    /** Hands on what has been written. */
    public synchronized void flush() {
        OutputStream to = target;
        StringBuilder all = pending();
        if (to == null) {
            return;
        }
        try {
            to.write(all.toString().getBytes(StandardCharsets.UTF_8));
            to.flush();
        } catch (IOException e) {
            throw failed(e);
        } finally {
            all.setLength(0);
        }
    }

    /** Hands on what has been written, and tells whether that was possible; if not, it says so. */
    public boolean flushAtEnd() {
        try {
            flush();
            return true;
        } catch (PyException e) {
            Streams.complain(
                    "Exception ignored in: %s\n%s: %s\n"
                            .formatted(Text.repr(this), e.type().name(), Text.str(e)));
            return false;
        }
    }

    private static PyException failed(IOException e) {
        String text = String.valueOf(e.getMessage());
        if (text.contains("Broken pipe")) {
            return Errors.of(Exceptions.named("BrokenPipeError"), 32L, "Broken pipe");
        }
        return text.contains("No space left on device")
                ? Errors.of(Exceptions.OS_ERROR, 28L, "No space left on device")
                : Errors.of(Exceptions.OS_ERROR, 5L, "Input/output error");
    }

    /** Returns the next line with its end, or an empty text after the last. */
    synchronized String readLine() {
        ThreadState.get().blocks();
        GlobalLock.release(null);
        try {
            String line = source == null ? null : source.readLine();
            return line == null ? "" : line + "\n";
        } catch (IOException e) {
            throw failed(e);
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
