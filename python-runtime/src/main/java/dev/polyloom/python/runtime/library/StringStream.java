package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Boxed;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Forkable;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Realm;
import dev.polyloom.python.runtime.object.Text;

/** A {@code io.StringIO}. */
final class StringStream extends IoStream implements Forkable {
    static final PyType TYPE =
            PyType.library("StringIO", IoStream.TEXT, StringStream::fill)
                    .module("_io")
                    .allocator(StringStream::new);

    private final StringBuilder text = new StringBuilder();
    private int at;
    private boolean translated;

    StringStream(PyType type) {
        super(type);
    }

    private static void fill(PyType type) {
        type.method(
                "__init__",
                "initial_value='', newline='\n'",
                a -> {
                    StringStream self = (StringStream) a[0];
                    self.translated = Values.isNone(a[2]);
                    if (!Values.isNone(a[1])) {
                        if (!(Boxed.plain(a[1]) instanceof String)) {
                            throw Errors.type(
                                    "initial_value must be str or None, not "
                                            + Values.typeName(a[1]));
                        }
                        self.write(a[1]);
                        self.at = 0;
                    }
                    return None.NONE;
                });
        type.method("getvalue", 0, 0, a -> ((StringStream) ((IoStream) a[0]).checked()).all());
        type.method("__repr__", 0, 0, a -> "<_io.StringIO object at " + Text.address(a[0]) + ">");
        type.getter("line_buffering", self -> false);
        type.getter("encoding", self -> None.NONE);
        type.getter("errors", self -> None.NONE);
        type.getter("newlines", self -> None.NONE);
    }

    @Override
    public synchronized Object fork(Realm.Copier copier) {
        StringStream made = new StringStream(type());
        made.text.append(text);
        made.at = at;
        made.translated = translated;
        return made;
    }

    private synchronized Object all() {
        return text.toString();
    }

    @Override
    String closedText() {
        return "I/O operation on closed file";
    }

    @Override
    synchronized Object read(long count) {
        int left = Math.max(0, text.length() - at);
        int end = at + left;
        if (count >= 0) {
            end = at;
            for (long n = 0; n < count && end < text.length(); n++) {
                end = text.offsetByCodePoints(end, 1);
            }
        }
        return taken(end);
    }

    private String taken(int end) {
        String part = at >= end ? "" : text.substring(at, end);
        at = Math.max(at, end);
        return part;
    }

    @Override
    synchronized Object readLine(long count) {
        int newLine = at < text.length() ? text.indexOf("\n", at) : -1;
        int end = newLine < 0 ? text.length() : newLine + 1;
        return taken(count >= 0 ? (int) Math.min(end, at + count) : end);
    }

    @Override
    synchronized Object write(Object value) {
        if (!(Boxed.plain(value) instanceof String given)) {
            throw Errors.type(
                    "string argument expected, got '%s'".formatted(Values.typeName(value)));
        }
        String part = translated ? given.replace("\r\n", "\n").replace('\r', '\n') : given;
        while (text.length() < at) {
            text.append('\0');
        }
        text.replace(at, Math.min(text.length(), at + part.length()), part);
        at += part.length();
        return (long) given.codePointCount(0, given.length());
    }

    @Override
    synchronized Object seek(long place, long whence) {
        if (whence == 0 && place < 0) {
            throw Errors.value("Negative seek position " + place);
        }
        if (whence != 0 && place != 0) {
            throw Errors.of(
                    dev.polyloom.python.runtime.object.Exceptions.OS_ERROR,
                    "Can't do nonzero cur-relative seeks");
        }
        at = whence == 0 ? (int) place : whence == 1 ? at : text.length();
        return (long) at;
    }

    @Override
    synchronized Object tell() {
        return (long) at;
    }

    @Override
    synchronized Object truncate(long size) {
        int end = size < 0 ? at : (int) size;
        if (end < text.length()) {
            text.setLength(end);
        }
        return (long) end;
    }
}
