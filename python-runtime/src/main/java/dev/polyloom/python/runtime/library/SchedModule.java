package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Compare;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Modules;
import dev.polyloom.python.runtime.object.Ops;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.List;

/** The module {@code sched}. */
final class SchedModule {
    private static final PyType EVENT =
            PyType.library("Event", Types.OBJECT, SchedModule::fillEvent).module("sched");
    private static final PyType SCHEDULER =
            PyType.library("scheduler", Types.OBJECT, Scheduler::fill)
                    .module("sched")
                    .allocator(Scheduler::new);

    private SchedModule() {}

    static Module make() {
        return new Module("sched").put("scheduler", SCHEDULER).put("Event", EVENT);
    }

    private static void fillEvent(PyType type) {
        type.method(
                "__repr__",
                0,
                0,
                a ->
                        "Event(time=%s, priority=%s, sequence=%s, action=%s, argument=%s, kwargs=%s)"
                                .formatted(
                                        part(a[0], "time"),
                                        part(a[0], "priority"),
                                        part(a[0], "sequence"),
                                        part(a[0], "action"),
                                        part(a[0], "argument"),
                                        part(a[0], "kwargs")));
    }

    private static String part(Object event, String name) {
        return Text.repr(Attributes.get(event, name));
    }

    /** {@code sched.scheduler}: events in the order of their times, and priorities where equal. */
    private static final class Scheduler extends PyObject {
        private final List<PyObject> events = new ArrayList<>();
        private Object time = None.NONE;
        private Object delay = None.NONE;
        private long count;

        Scheduler(PyType type) {
            super(type);
        }

        private static Scheduler of(Object[] a) {
            return (Scheduler) a[0];
        }

        static void fill(PyType type) {
            type.method("__init__", "timefunc=None, delayfunc=None", Scheduler::init);
            type.method(
                    "enterabs",
                    "time, priority, action, argument=, kwargs=",
                    a -> of(a).enter(a[1], a),
                    PyTuple.EMPTY,
                    new PyDict());
            type.method(
                    "enter",
                    "delay, priority, action, argument=, kwargs=",
                    a -> of(a).enter(Ops.add(Calls.call(of(a).time), a[1]), a),
                    PyTuple.EMPTY,
                    new PyDict());
            type.method("cancel", 1, 1, a -> of(a).cancel(a[1]));
            type.method("empty", 0, 0, a -> of(a).isEmpty());
            type.method("run", "blocking=True", a -> of(a).run(Text.truth(a[1])));
            type.getter("queue", self -> ((Scheduler) self).queue());
        }

        private static Object init(Object[] a) {
            of(a).time = a[1] == None.NONE ? Modules.member("time", "monotonic") : a[1];
            of(a).delay = a[2] == None.NONE ? Modules.member("time", "sleep") : a[2];
            return None.NONE;
        }

        private synchronized Object enter(Object when, Object[] a) {
            PyObject event = new PyObject(EVENT);
            event.setOwn("time", when);
            event.setOwn("priority", a[2]);
            event.setOwn("sequence", count++);
            event.setOwn("action", a[3]);
            event.setOwn("argument", a[4]);
            event.setOwn("kwargs", a[5]);
            int at = events.size();
            while (at > 0 && Compare.lt(key(event), key(events.get(at - 1)))) {
                at--;
            }
            events.add(at, event);
            return event;
        }

        private static PyTuple key(PyObject event) {
            return PyTuple.of(
                    Attributes.get(event, "time"),
                    Attributes.get(event, "priority"),
                    Attributes.get(event, "sequence"));
        }

        private synchronized Object cancel(Object event) {
            if (!events.removeIf(each -> each.equals(event))) {
                throw Errors.value("list.remove(x): x not in list");
            }
            return None.NONE;
        }

        private synchronized boolean isEmpty() {
            return events.isEmpty();
        }

        private synchronized PyList queue() {
            return PyList.copyOf(events);
        }

        private Object run(boolean blocking) {
            while (true) {
                PyObject event;
                Object left;
                synchronized (this) {
                    if (events.isEmpty()) {
                        return None.NONE;
                    }
                    event = events.getFirst();
                    left = Ops.sub(Attributes.get(event, "time"), Calls.call(time));
                    if (Compare.le(left, 0L)) {
                        events.removeFirst();
                    }
                }
                if (Compare.le(left, 0L)) {
                    Signals.call(
                            Attributes.get(event, "action"),
                            Attributes.get(event, "argument"),
                            Attributes.get(event, "kwargs"));
                    Calls.call(delay, 0L);
                } else if (blocking) {
                    Calls.call(delay, left);
                } else {
                    return left;
                }
            }
        }
    }
}
