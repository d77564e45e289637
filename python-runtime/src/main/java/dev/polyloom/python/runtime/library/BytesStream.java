package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Forkable;
import dev.polyloom.python.runtime.object.PyBytes;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Realm;
import java.util.Arrays;

/** A {@code io.BytesIO}. */
final class BytesStream extends IoStream implements Forkable {
    static final PyType TYPE =
            PyType.library("BytesIO", IoStream.BUFFERED, BytesStream::fill)
                    .module("_io")
                    .allocator(BytesStream::new);

    private byte[] bytes = {};
    private int size;
    private int at;

    BytesStream(PyType type) {
        super(type);
    }

    private static void fill(PyType type) {
        type.method(
                "__init__",
                "initial_bytes=None",
                a -> {
                    BytesStream self = (BytesStream) a[0];
                    if (!Values.isNone(a[1])) {
                        self.write(a[1]);
                        self.at = 0;
                    }
                    return None.NONE;
                });
        type.method("getvalue", 0, 0, a -> ((BytesStream) ((IoStream) a[0]).checked()).all());
        type.method("getbuffer", 0, 0, a -> ((BytesStream) ((IoStream) a[0]).checked()).all());
        type.method("read1", 0, 1, a -> ((BytesStream) a[0]).read(-1));
    }

    @Override
    public synchronized Object fork(Realm.Copier copier) {
        BytesStream made = new BytesStream(type());
        made.bytes = bytes.clone();
        made.size = size;
        made.at = at;
        return made;
    }

    private synchronized Object all() {
        return new PyBytes(Arrays.copyOf(bytes, size));
    }

    @Override
    synchronized Object read(long count) {
        int left = Math.max(0, size - at);
        return taken(count < 0 ? left : (int) Math.min(left, count));
    }

    private Object taken(int count) {
        byte[] part = count <= 0 ? new byte[0] : Arrays.copyOfRange(bytes, at, at + count);
        at += Math.max(0, count);
        return new PyBytes(part);
    }

    @Override
    synchronized Object readLine(long count) {
        int end = at;
        while (end < size && (end == at || bytes[end - 1] != '\n')) {
            end++;
        }
        return taken(count < 0 ? end - at : (int) Math.min(end - at, count));
    }

    @Override
    synchronized Object write(Object value) {
        if (!Values.isBytes(value)) {
            throw Errors.type(
                    "a bytes-like object is required, not '%s'".formatted(Values.typeName(value)));
        }
        byte[] part = Values.bytes(value);
        int end = at + part.length;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
        }
        System.arraycopy(part, 0, bytes, at, part.length);
        at = end;
        size = Math.max(size, end);
        return (long) part.length;
    }

    @Override
    synchronized Object seek(long place, long whence) {
        if (whence == 0 && place < 0) {
            throw Errors.value("negative seek value " + place);
        }
        long base = whence == 0 ? 0 : whence == 1 ? at : size;
        at = (int) Math.max(0, base + place);
        return (long) at;
    }

    @Override
    synchronized Object tell() {
        return (long) at;
    }

    @Override
    synchronized Object truncate(long wanted) {
        int end = wanted < 0 ? at : (int) wanted;
        if (end < size) {
            Arrays.fill(bytes, end, size, (byte) 0);
            size = end;
        }
        return (long) end;
    }
}
