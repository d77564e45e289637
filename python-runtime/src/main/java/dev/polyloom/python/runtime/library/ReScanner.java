package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Types;

/** What {@code Pattern.scanner} gives: each call goes on where the last match has ended. */
final class ReScanner extends PyObject {
    private static final PyType TYPE =
            PyType.library("SRE_Scanner", Types.OBJECT, ReScanner::fill).module("_sre");

    private final RePattern pattern;
    private final Object text;
    private final long end;
    private long position;
    private boolean over;

    /** Makes one for what {@code scanner} is given: the pattern, a text, and its bounds. */
    ReScanner(Object... a) {
        super(TYPE);
        this.pattern = (RePattern) a[0];
        this.text = a[1];
        this.position = Numbers.index(a[2]);
        this.end = Numbers.index(a[3]);
    }

    private static void fill(PyType type) {
        type.method("match", 0, 0, a -> ((ReScanner) a[0]).next("match"));
        type.method("search", 0, 0, a -> ((ReScanner) a[0]).next("search"));
        type.getter("pattern", self -> ((ReScanner) self).pattern);
    }

    private synchronized Object next(String how) {
        Object found =
                over
                        ? None.NONE
                        : dev.polyloom.python.runtime.object.Calls.method(
                                pattern, how, text, position, end);
        if (found instanceof ReMatch match && match.start() >= position) {
            position = match.nextPosition();
            return found;
        }
        over = true;
        return None.NONE;
    }
}
