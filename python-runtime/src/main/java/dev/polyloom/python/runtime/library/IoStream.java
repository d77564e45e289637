package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Items;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyBytes;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.List;

/** A file, or what behaves like one. Its methods may be called by many threads. */
abstract class IoStream extends PyObject {
    /** {@code io.UnsupportedOperation}. */
    static final PyType UNSUPPORTED =
            PyType.user(
                            "UnsupportedOperation",
                            List.of(Exceptions.OS_ERROR, Exceptions.VALUE_ERROR))
                    .module("io");

    /** {@code io.IOBase}. */
    static final PyType BASE =
            PyType.library("_IOBase", Types.OBJECT, IoStream::fill).module("_io");

    static final PyType RAW = PyType.library("_RawIOBase", BASE, IoStream::fillBytes).module("_io");
    static final PyType BUFFERED =
            PyType.library("_BufferedIOBase", BASE, IoStream::fillBytes).module("_io");
    static final PyType TEXT = PyType.library("_TextIOBase", BASE, null).module("_io");

    private boolean closed;

    IoStream(PyType type) {
        super(type);
    }

    private static IoStream of(Object[] a) {
        return (IoStream) a[0];
    }

    private static void fill(PyType type) {
        type.dict().put("__open__", true);
        type.method("read", 0, 1, a -> of(a).checked().read(count(a)));
        type.method("readline", 0, 1, a -> of(a).checked().readLine(count(a)));
        type.method("readlines", 0, 1, a -> of(a).checked().lines(count(a)));
        type.method("write", 1, 1, a -> of(a).checked().write(a[1]));
        type.method("writelines", 1, 1, a -> of(a).checked().writeAll(a[1]));
        type.method(
                "seek",
                "cookie, whence=0",
                a -> of(a).checked().seek(Numbers.index(a[1]), Numbers.index(a[2])));
        type.method("tell", 0, 0, a -> of(a).checked().tell());
        type.method("truncate", 0, 1, a -> of(a).checked().truncate(count(a)));
        type.method("flush", 0, 0, a -> Values.none(of(a).checked()::flush));
        type.method("close", 0, 0, a -> Values.none(of(a)::closeOnce));
        type.method("readable", 0, 0, a -> of(a).checked().isReadable());
        type.method("writable", 0, 0, a -> of(a).checked().isWritable());
        type.method("seekable", 0, 0, a -> of(a).checked().isSeekable());
        type.method("isatty", 0, 0, a -> false);
        type.method("fileno", 0, 0, a -> of(a).checked().descriptor());
        type.method("__enter__", 0, 0, a -> of(a).checked());
        type.method("__exit__", 3, 3, a -> Values.none(of(a)::closeOnce));
        type.method("__iter__", 0, 0, a -> of(a).checked());
        type.method("__next__", 0, 0, a -> of(a).checked().next());
        type.getter("closed", self -> ((IoStream) self).closed);
    }

    private static void fillBytes(PyType type) {
        type.method("readinto", 1, 1, a -> of(a).checked().readInto(a[1]));
    }

    private Object readInto(Object buffer) {
        byte[] taken = Values.bytes(read(Items.length(buffer)));
        for (int i = 0; i < taken.length; i++) {
            Items.set(buffer, (long) i, (long) (taken[i] & 0xff));
        }
        return (long) taken.length;
    }

    private static long count(Object[] a) {
        return a.length < 2 || Values.isNone(a[1]) ? -1 : Numbers.index(a[1]);
    }

    /** Returns the stream, which must not be closed. */
    final IoStream checked() {
        if (closed) {
            throw Errors.value(closedText());
        }
        return this;
    }

    String closedText() {
        return "I/O operation on closed file.";
    }

    final boolean isClosed() {
        return closed;
    }

    private synchronized void closeOnce() {
        if (!closed) {
            closed = true;
            close();
        }
    }

    /** Reads so many characters or bytes, or all where the count is negative. */
    abstract Object read(long count);

    /** Reads up to the end of a line, and no more than so many where the count is not negative. */
    abstract Object readLine(long count);

    /** Writes a text or bytes. */
    abstract Object write(Object value);

    abstract Object seek(long place, long whence);

    abstract Object tell();

    /** Cuts what lies behind a place, behind the current one where it is negative. */
    abstract Object truncate(long size);

    boolean isReadable() {
        return true;
    }

    boolean isWritable() {
        return true;
    }

    boolean isSeekable() {
        return true;
    }

    Object descriptor() {
        throw unsupported("fileno");
    }

    void flush() {}

    void close() {}

    static PyException unsupported(String what) {
        return Errors.of(UNSUPPORTED, what);
    }

    private static boolean isEmpty(Object part) {
        return part instanceof PyBytes bytes ? bytes.data().length == 0 : !Text.truth(part);
    }

    private Object next() {
        Object line = readLine(-1);
        if (isEmpty(line)) {
            throw Errors.stop(None.NONE);
        }
        return line;
    }

    private Object lines(long hint) {
        List<Object> lines = new ArrayList<>();
        long size = 0;
        while (hint <= 0 || size < hint) {
            Object line = readLine(-1);
            if (isEmpty(line)) {
                break;
            }
            size += line instanceof String text ? text.length() : 1;
            lines.add(line);
        }
        return PyList.copyOf(lines);
    }

    private Object writeAll(Object lines) {
        Iteration.of(lines).forEachRemaining(this::write);
        return None.NONE;
    }
}
