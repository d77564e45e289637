package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyBytes;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/** A file of bytes. What is written is at once in the file; what is read is read ahead. */
final class FileStream extends IoStream {
    private static final PyType READER = type("BufferedReader", IoStream.BUFFERED);
    private static final PyType WRITER = type("BufferedWriter", IoStream.BUFFERED);
    private static final PyType RANDOM = type("BufferedRandom", IoStream.BUFFERED);
    private static final PyType FILE = type("FileIO", IoStream.RAW);
    private static final AtomicLong DESCRIPTORS = new AtomicLong(3);
    private static final int AHEAD = 8192;

    private final Object name;
    private final String mode;
    private final OpenFile file;
    private final boolean readable;
    private final boolean writable;
    private final boolean appends;
    private final long descriptor = DESCRIPTORS.getAndIncrement();
    private byte[] ahead = {};
    private int from;

    FileStream(Object name, String path, String mode, boolean buffered) {
        super(typeOf(mode, buffered));
        this.name = name;
        char way = mode.charAt(0);
        boolean update = mode.indexOf('+') >= 0;
        this.mode = way + "b" + (update ? "+" : "");
        this.readable = way == 'r' || update;
        this.writable = way != 'r' || update;
        this.appends = way == 'a';
        this.file = FileSystem.open(path, way, update);
        if (appends) {
            seek(0, 2);
        }
    }

    /** Makes a stream of one end of a pipe. */
    FileStream(PipeChannel pipe, boolean writable) {
        super(writable ? WRITER : READER);
        this.name = descriptor;
        this.mode = writable ? "wb" : "rb";
        this.readable = !writable;
        this.writable = writable;
        this.appends = false;
        this.file = new OpenFile(pipe, null);
    }

    /** Pours what is still to come through a pipe into another process. */
    void pourInto(OutputStream to) {
        PipeChannel pipe = (PipeChannel) file.channel();
        pipe.handedOver().set(true);
        byte[] first = Arrays.copyOfRange(ahead, from, ahead.length);
        from = ahead.length;
        Drain.pour(first, pipe.in(), to);
    }

    /** Tells whether the stream reads from a pipe. */
    boolean isReadingPipe() {
        return readable && !isClosed() && file.channel() instanceof PipeChannel;
    }

    private static PyType type(String name, PyType base) {
        return PyType.library(name, base, FileStream::fill).module("_io");
    }

    private static PyType typeOf(String mode, boolean buffered) {
        if (!buffered) {
            return FILE;
        }
        return mode.indexOf('+') >= 0 ? RANDOM : mode.charAt(0) == 'r' ? READER : WRITER;
    }

    /** Returns the types of files of bytes. */
    static PyType[] types() {
        return new PyType[] {READER, WRITER, RANDOM, FILE};
    }

    private static FileStream of(Object self) {
        return (FileStream) self;
    }

    private static void fill(PyType type) {
        type.getter("name", self -> of(self).name);
        type.getter("mode", self -> of(self).mode);
        type.method(
                "read1", 0, 1, a -> of(a[0]).readOnce(a.length > 1 ? Numbers.index(a[1]) : AHEAD));
        type.method("peek", 0, 1, a -> of(a[0]).peek());
        type.method(
                "__repr__",
                0,
                0,
                a -> "<_io.%s name=%s>".formatted(Values.typeName(a[0]), Text.repr(of(a[0]).name)));
    }

    Object name() {
        return name;
    }

    private boolean fill() {
        byte[] more = new byte[AHEAD];
        int count = file.read(more);
        if (count <= 0) {
            return false;
        }
        int kept = ahead.length - from;
        byte[] all = new byte[kept + count];
        System.arraycopy(ahead, from, all, 0, kept);
        System.arraycopy(more, 0, all, kept, count);
        ahead = all;
        from = 0;
        return true;
    }

    /** Returns the next byte without taking it, or -1. */
    synchronized int look() {
        if (from == ahead.length && !fill()) {
            return -1;
        }
        return ahead[from] & 0xff;
    }

    /** Takes the next byte, or returns -1. */
    synchronized int take() {
        int next = look();
        from += next < 0 ? 0 : 1;
        return next;
    }

    private void needReadable() {
        if (!readable) {
            throw unsupported("read");
        }
    }

    @Override
    synchronized Object read(long count) {
        needReadable();
        return new PyBytes(take(count));
    }

    /** Takes what is there, up to so many bytes, and waits only where nothing is there. */
    private synchronized Object readOnce(long count) {
        needReadable();
        if (from == ahead.length) {
            fill();
        }
        int there = ahead.length - from;
        return new PyBytes(take(count < 0 ? there : Math.min(count, there)));
    }

    /** Takes so many bytes, or all where the count is negative. */
    synchronized byte[] take(long count) {
        boolean more = true;
        while (more && (count < 0 || ahead.length - from < count)) {
            more = fill();
        }
        int size = ahead.length - from;
        int end = from + (int) (count < 0 ? size : Math.min(count, size));
        byte[] taken = Arrays.copyOfRange(ahead, from, end);
        from = end;
        return taken;
    }

    /** Takes what is there, and waits only where that is nothing; the end is nothing too. */
    synchronized byte[] takeSome() {
        look();
        return take((long) ahead.length - from);
    }

    private synchronized Object peek() {
        look();
        return new PyBytes(Arrays.copyOfRange(ahead, from, ahead.length));
    }

    @Override
    synchronized Object readLine(long count) {
        needReadable();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (count < 0 || line.size() < count) {
            int next = take();
            if (next < 0) {
                break;
            }
            line.write(next);
            if (next == '\n') {
                break;
            }
        }
        return new PyBytes(line.toByteArray());
    }

    @Override
    Object write(Object value) {
        if (!writable) {
            throw unsupported("write");
        }
        if (value instanceof String) {
            throw Errors.type("a bytes-like object is required, not 'str'");
        }
        byte[] bytes = Values.bytes(value);
        put(bytes);
        return (long) bytes.length;
    }

    /** Writes bytes where the next byte would be read, or at the end of a file that grows. */
    synchronized void put(byte[] bytes) {
        if (appends) {
            seek(0, 2);
        } else if (from < ahead.length) {
            seek(position(), 0);
        }
        file.write(bytes);
    }

    synchronized long position() {
        return file.position() - (ahead.length - from);
    }

    @Override
    synchronized Object seek(long place, long whence) {
        if (whence == 0 && place < 0) {
            throw Errors.of(
                    dev.polyloom.python.runtime.object.Exceptions.OS_ERROR,
                    22L,
                    "Invalid argument");
        }
        long base = whence == 0 ? 0 : whence == 1 ? position() : file.size();
        ahead = new byte[0];
        from = 0;
        file.seek(base + place);
        return base + place;
    }

    @Override
    synchronized Object tell() {
        return position();
    }

    @Override
    synchronized Object truncate(long size) {
        long wanted = size < 0 ? position() : size;
        long place = position();
        seek(place, 0);
        file.truncate(wanted);
        file.seek(place);
        return wanted;
    }

    @Override
    boolean isReadable() {
        return readable;
    }

    @Override
    boolean isWritable() {
        return writable;
    }

    @Override
    boolean isSeekable() {
        return !(file.channel() instanceof PipeChannel);
    }

    @Override
    Object descriptor() {
        return descriptor;
    }

    @Override
    void close() {
        file.close();
    }
}
