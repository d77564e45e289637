package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;

/**
 * What errors of the operating system have beyond other exceptions: a number and names of files.
 */
final class SystemErrors {
    private SystemErrors() {}

    /** Defines the attributes of {@code OSError}. */
    static void fill(PyType type) {
        getter(type, "errno", 0);
        getter(type, "strerror", 1);
        getter(type, "filename", 2);
        getter(type, "filename2", 4);
    }

    private static void getter(PyType type, String name, int place) {
        type.getter(
                name,
                self -> {
                    PyException error = (PyException) self;
                    Object own = error.own("$" + name);
                    return own != null ? own : of(error.given(), place);
                },
                (self, value) -> ((PyException) self).setOwn("$" + name, value));
    }

    private static Object of(PyTuple values, int place) {
        boolean numbered = values.size() >= 2;
        return numbered && place < values.size() ? values.get(place) : None.NONE;
    }

    /** Returns the text of one with at least two values. */
    static String text(PyTuple values) {
        String text = "[Errno %s] %s".formatted(Text.str(values.get(0)), Text.str(values.get(1)));
        if (of(values, 2) == None.NONE) {
            return text;
        }
        text += ": " + Text.repr(values.get(2));
        return of(values, 4) == None.NONE ? text : text + " -> " + Text.repr(values.get(4));
    }

    /** Returns what {@code args} holds: of many values the number and the text. */
    static PyTuple kept(PyType type, PyTuple values) {
        int size = values.size();
        return size > 2 && size < 6 && type.isSubtypeOf(Exceptions.OS_ERROR)
                ? values.slice(0, 2)
                : values;
    }

    /** Returns the type for the number of an {@code OSError}. */
    static PyType typeFor(PyType made, Object[] args) {
        if (made != Exceptions.OS_ERROR || args.length < 2 || !(args[0] instanceof Long number)) {
            return made;
        }
        return switch (number.intValue()) {
            case 1, 13 -> Exceptions.named("PermissionError");
            case 2 -> Exceptions.named("FileNotFoundError");
            case 3 -> Exceptions.named("ProcessLookupError");
            case 4 -> Exceptions.named("InterruptedError");
            case 10 -> Exceptions.named("ChildProcessError");
            case 11, 115 -> Exceptions.named("BlockingIOError");
            case 17 -> Exceptions.named("FileExistsError");
            case 20 -> Exceptions.named("NotADirectoryError");
            case 21 -> Exceptions.named("IsADirectoryError");
            case 32 -> Exceptions.named("BrokenPipeError");
            case 104 -> Exceptions.named("ConnectionResetError");
            case 110 -> Exceptions.TIMEOUT_ERROR;
            case 111 -> Exceptions.named("ConnectionRefusedError");
            default -> made;
        };
    }
}
