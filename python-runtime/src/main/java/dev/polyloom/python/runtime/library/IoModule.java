package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyBytes;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import dev.polyloom.python.runtime.text.Codecs;

/** The module {@code io}, and the function {@code open}. */
public final class IoModule {
    private static final String OPEN =
            "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True,"
                    + " opener=None";

    private IoModule() {}

    static Module make() {
        Module module = new Module("io");
        module.put("StringIO", StringStream.TYPE).put("BytesIO", BytesStream.TYPE);
        module.put("IOBase", IoStream.BASE).put("RawIOBase", IoStream.RAW);
        module.put("BufferedIOBase", IoStream.BUFFERED).put("TextIOBase", IoStream.TEXT);
        module.put("UnsupportedOperation", IoStream.UNSUPPORTED);
        module.put("BlockingIOError", Exceptions.named("BlockingIOError"));
        module.put("DEFAULT_BUFFER_SIZE", 8192L);
        module.put("SEEK_SET", 0L).put("SEEK_CUR", 1L).put("SEEK_END", 2L);
        for (PyType type : FileStream.types()) {
            module.put(type.name(), type);
        }
        module.put("open", open());
        module.put(
                "TextIOWrapper",
                TextStream.TYPE.maker((type, a, names) ->
                        TextStream.wrapped(a[0], a.length > 1 ? encoding(a[1]) : "utf-8")));
        return module;
    }

    /** Returns the built-in function {@code open}. */
    public static Builtin open() {
        return Builtin.function("open", OPEN, IoModule::open);
    }

    private static String encoding(Object value) {
        return Values.isNone(value) ? "UTF-8" : Values.text(value, "encoding");
    }

    /** Returns the path that a text, bytes or an object with {@code __fspath__} stands for. */
    static String path(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof PyBytes bytes) {
            return Codecs.decode(bytes.data(), "utf-8", "surrogateescape");
        }
        Object method = Types.of(value).lookup("__fspath__");
        if (method == null) {
            throw Errors.type(
                    "expected str, bytes or os.PathLike object, not " + Values.typeName(value));
        }
        return path(Calls.call(method, value));
    }

    private static Object open(Object[] a) {
        String mode = Values.text(a[1], "open() argument 'mode'");
        checkMode(mode);
        boolean binary = mode.indexOf('b') >= 0;
        long buffering = Numbers.index(a[2]);
        if (binary && !Values.isNone(a[3])) {
            throw Errors.value("binary mode doesn't take an encoding argument");
        }
        if (binary && !Values.isNone(a[4])) {
            throw Errors.value("binary mode doesn't take an errors argument");
        }
        if (binary && !Values.isNone(a[5])) {
            throw Errors.value("binary mode doesn't take a newline argument");
        }
        if (!binary && buffering == 0) {
            throw Errors.value("can't have unbuffered text I/O");
        }
        if (Numbers.isInt(a[0])) {
            throw Errors.of(Exceptions.OS_ERROR, 9L, "Bad file descriptor");
        }
        String way = mode.replaceAll("[bt]", "");
        char first = way.charAt(way.charAt(0) == '+' ? 1 : 0);
        String plain = first + (way.indexOf('+') >= 0 ? "+" : "");
        Object name = a[0] instanceof String || a[0] instanceof PyBytes ? a[0] : path(a[0]);
        String encoding = encoding(a[3]);
        if (!binary) {
            Codecs.encode("", encoding, "strict");
        }
        FileStream file = new FileStream(name, path(a[0]), plain, buffering != 0);
        String errors = Values.isNone(a[4]) ? "strict" : Text.str(a[4]);
        return binary ? file : new TextStream(file, mode, encoding, errors, newline(a[5]));
    }

    private static Object newline(Object value) {
        return switch (value) {
            case None none -> value;
            case String text when text.matches("\r?\n?") -> value;
            case String text -> throw Errors.value("illegal newline value: " + Text.repr(text));
            default ->
                    throw Errors.type(
                            "open() argument 'newline' must be str or None, not "
                                    + Values.typeName(value));
        };
    }

    private static void checkMode(String mode) {
        if (!mode.matches("[rwaxbt+]*") || mode.chars().distinct().count() != mode.length()) {
            throw Errors.value("invalid mode: " + Text.repr(mode));
        }
        if (mode.indexOf('b') >= 0 && mode.indexOf('t') >= 0) {
            throw Errors.value("can't have text and binary mode at once");
        }
        if (mode.replaceAll("[^rwax]", "").length() != 1) {
            throw Errors.value("must have exactly one of create/read/write/append mode");
        }
    }
}
