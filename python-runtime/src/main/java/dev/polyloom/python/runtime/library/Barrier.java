package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Types;

/** {@code threading.Barrier}. */
final class Barrier extends PyObject {
    static final PyType BROKEN =
            PyType.library("BrokenBarrierError", Exceptions.RUNTIME_ERROR, null)
                    .module("threading");
    static final PyType TYPE =
            PyType.library("Barrier", Types.OBJECT, Barrier::fill)
                    .module("threading")
                    .allocator(Barrier::new);

    private long parties;
    private Object action = None.NONE;
    private Object timeout = None.NONE;
    private long count;
    private long round;
    private boolean broken;

    private Barrier(PyType type) {
        super(type);
    }

    private static Barrier of(Object[] a) {
        return (Barrier) a[0];
    }

    private static void fill(PyType type) {
        type.dict().put("__open__", true);
        type.method(
                "__init__",
                "parties, action=None, timeout=None",
                a -> {
                    of(a).parties = Numbers.index(a[1]);
                    of(a).action = a[2];
                    of(a).timeout = a[3];
                    return None.NONE;
                });
        type.method(
                "wait", "timeout=None", a -> of(a).await(a[1] == None.NONE ? of(a).timeout : a[1]));
        type.method("reset", 0, 0, a -> of(a).reset());
        type.method("abort", 0, 0, a -> of(a).abort());
        type.getter("parties", self -> ((Barrier) self).parties);
        type.getter("n_waiting", self -> ((Barrier) self).waiting());
        type.getter("broken", self -> ((Barrier) self).broken);
    }

    private synchronized Object waiting() {
        return count;
    }

    private static PyException broken() {
        return Errors.of(BROKEN);
    }

    private synchronized Object await(Object limit) {
        if (broken) {
            throw broken();
        }
        long mine = round;
        long index = count++;
        if (count == parties) {
            pass();
            return index;
        }
        boolean passed =
                Waiting.until(this, () -> round != mine || broken, Waiting.deadline(limit));
        if (!passed) {
            abort();
        }
        if (!passed || (broken && round == mine)) {
            throw broken();
        }
        return index;
    }

    private void pass() {
        try {
            if (action != None.NONE) {
                Calls.call(action);
            }
        } catch (RuntimeException | Error e) {
            abort();
            throw e;
        }
        count = 0;
        round++;
        notifyAll();
    }

    private synchronized Object abort() {
        broken = true;
        count = 0;
        notifyAll();
        return None.NONE;
    }

    private synchronized Object reset() {
        if (count > 0) {
            broken = true;
            notifyAll();
            count = 0;
            long now = round;
            Waiting.until(this, () -> round != now, System.nanoTime() + 1_000_000);
        }
        broken = false;
        return None.NONE;
    }
}
