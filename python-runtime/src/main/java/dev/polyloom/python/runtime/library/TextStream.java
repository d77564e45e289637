package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Boxed;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.PyBytes;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.text.Codecs;
import java.io.ByteArrayOutputStream;

/** A {@code io.TextIOWrapper}: text on a file of bytes, each character of which is read alone. */
final class TextStream extends IoStream {
    static final PyType TYPE =
            PyType.library("TextIOWrapper", IoStream.TEXT, TextStream::fill).module("_io");

    private final FileStream file;
    private final String mode;
    private final String encoding;
    private final String errors;
    private final Object newline;

    TextStream(FileStream file, String mode, String encoding, String errors, Object newline) {
        super(TYPE);
        this.file = file;
        this.mode = mode;
        this.encoding = encoding;
        this.errors = errors;
        this.newline = newline;
    }

    private static TextStream of(Object self) {
        return (TextStream) self;
    }

    private static void fill(PyType type) {
        type.getter("name", self -> of(self).file.name());
        type.getter("mode", self -> of(self).mode);
        type.getter("encoding", self -> of(self).encoding);
        type.getter("errors", self -> of(self).errors);
        type.getter("newlines", self -> None.NONE);
        type.getter("line_buffering", self -> false);
        type.getter("buffer", self -> of(self).file);
        type.method(
                "reconfigure",
                "*, encoding=None, errors=None, newline=None, line_buffering=None,"
                        + " write_through=None",
                a -> None.NONE);
        type.method(
                "__repr__",
                0,
                0,
                a ->
                        "<_io.TextIOWrapper name=%s mode='%s' encoding='%s'>"
                                .formatted(
                                        Text.repr(of(a[0]).file.name()),
                                        of(a[0]).mode,
                                        of(a[0]).encoding));
    }

    private void needReadable() {
        if (!file.isReadable()) {
            throw unsupported("not readable");
        }
    }

    @Override
    synchronized Object read(long count) {
        needReadable();
        if (count < 0) {
            return translated(Codecs.decode(file.take(-1L), encoding, errors));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean more = true;
        for (long n = 0; more && n < count; n++) {
            more = character(bytes) >= 0;
        }
        return translated(Codecs.decode(bytes.toByteArray(), encoding, errors));
    }

    private String translated(String text) {
        return Values.isNone(newline) && text.indexOf('\r') >= 0
                ? text.replace("\r\n", "\n").replace('\r', '\n')
                : text;
    }

    /** Takes the bytes of one character, of a line end also its second, and returns the first. */
    private int character(ByteArrayOutputStream bytes) {
        int first = file.take();
        if (first < 0) {
            return first;
        }
        bytes.write(first);
        if (first == '\r' && Values.isNone(newline) && file.look() == '\n') {
            bytes.write(file.take());
        }
        if (first >= 0xc2 && encoding.toLowerCase(java.util.Locale.ROOT).startsWith("utf")) {
            for (int i = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1; i > 0; i--) {
                int next = file.look();
                if (next < 0x80 || next > 0xbf) {
                    break;
                }
                bytes.write(file.take());
            }
        }
        return first;
    }

    @Override
    synchronized Object readLine(long count) {
        needReadable();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean universal = Values.isNone(newline) || newline.equals("");
        for (long n = 0; count < 0 || n < count; n++) {
            int next = character(bytes);
            if (next < 0 || (next == '\n' && !newline.equals("\r"))) {
                break;
            }
            if (next == '\r' && (universal || newline.equals("\r"))) {
                if ("".equals(newline) && file.look() == '\n') {
                    bytes.write(file.take());
                }
                break;
            }
        }
        return translated(Codecs.decode(bytes.toByteArray(), encoding, errors));
    }

    @Override
    synchronized Object write(Object value) {
        if (!(Boxed.plain(value) instanceof String text)) {
            throw Errors.type(
                    "write() argument must be str, not %s".formatted(Values.typeName(value)));
        }
        if (!file.isWritable()) {
            throw unsupported("not writable");
        }
        boolean ends = newline instanceof String end && end.startsWith("\r");
        String given = ends ? text.replace("\n", (String) newline) : text;
        file.put(Codecs.encode(given, encoding, errors));
        return (long) text.codePointCount(0, text.length());
    }

    @Override
    Object seek(long place, long whence) {
        if (whence == 1 && place != 0) {
            throw unsupported("can't do nonzero cur-relative seeks");
        }
        if (whence == 2 && place != 0) {
            throw unsupported("can't do nonzero end-relative seeks");
        }
        return file.seek(place, whence);
    }

    @Override
    Object tell() {
        return file.tell();
    }

    @Override
    Object truncate(long size) {
        return file.truncate(size);
    }

    @Override
    boolean isReadable() {
        return file.isReadable();
    }

    @Override
    boolean isWritable() {
        return file.isWritable();
    }

    @Override
    boolean isSeekable() {
        return file.isSeekable();
    }

    @Override
    Object descriptor() {
        return file.descriptor();
    }

    @Override
    void close() {
        Calls.method(file, "close");
    }

    /** Returns a file of text that holds bytes already read, for {@code TextIOWrapper(buffer)}. */
    static Object wrapped(Object buffer, String encoding) {
        if (buffer instanceof FileStream file) {
            return new TextStream(file, "r", encoding, "strict", None.NONE);
        }
        PyBytes all = (PyBytes) Calls.method(buffer, "read");
        return Calls.call(StringStream.TYPE, Codecs.decode(all.data(), encoding, "strict"));
    }
}
