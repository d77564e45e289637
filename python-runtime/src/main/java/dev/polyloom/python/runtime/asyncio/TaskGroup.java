package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Awaiter;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Coroutine;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.ExceptionGroups;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code asyncio.TaskGroup}. */
final class TaskGroup extends PyObject {
    static final PyType TYPE =
            PyType.library("TaskGroup", Types.OBJECT, TaskGroup::fill)
                    .module("asyncio.taskgroups")
                    .allocator(TaskGroup::new);

    private final List<Task> tasks = new ArrayList<>();
    private final List<PyException> errors = new ArrayList<>();
    private @Nullable Task parent;
    private @Nullable Future completed;
    private @Nullable PyException finalError;
    private boolean entered;
    private boolean leaving;
    private boolean aborting;
    private boolean parentCancelled;

    private TaskGroup(PyType type) {
        super(type);
    }

    private static TaskGroup of(Object[] a) {
        return (TaskGroup) a[0];
    }

    private static void fill(PyType type) {
        type.method("__aenter__", 0, 0, a -> Coroutine.of("__aenter__", by -> of(a).enter()));
        type.method("__aexit__", 3, 3, a -> Coroutine.of("__aexit__", by -> of(a).leave(by, a[2])));
        type.method(
                "create_task",
                "coro, *, name=None, context=None",
                a -> of(a).createTask(a[1], a[2], a[3]));
        type.method("__repr__", 0, 0, a -> of(a).text());
    }

    private Object enter() {
        if (entered) {
            throw Errors.runtime("TaskGroup %s has already been entered".formatted(text()));
        }
        entered = true;
        parent = EventLoops.running().current();
        if (parent == null) {
            throw Errors.runtime("TaskGroup %s cannot determine the parent task".formatted(text()));
        }
        return this;
    }

    private Task parent() {
        return Objects.requireNonNull(parent);
    }

    private Task createTask(Object coroutine, Object name, Object context) {
        if (!entered) {
            throw Errors.runtime("TaskGroup %s has not been entered".formatted(text()));
        }
        if (leaving && tasks.isEmpty()) {
            throw Errors.runtime("TaskGroup %s is finished".formatted(text()));
        }
        if (aborting) {
            throw Errors.runtime("TaskGroup %s is shutting down".formatted(text()));
        }
        Task task = parent().loop().createTask(coroutine, None.NONE, context).named(name);
        tasks.add(task);
        task.onEnd(new Ending("TaskGroup._on_task_done()", done -> ended((Task) done)));
        return task;
    }

    private void ended(Task task) {
        tasks.remove(task);
        Future waited = completed;
        if (waited != null && tasks.isEmpty()) {
            waited.offer(true);
        }
        PyException error = task.isCancelled() ? null : task.failure();
        if (error == null) {
            return;
        }
        errors.add(error);
        if (AsyncErrors.isFinal(error) && finalError == null) {
            finalError = error;
        }
        if (parent().isDone()) {
            task.loop()
                    .errors()
                    .tell(
                            "Task %s has errored out but its parent task %s is already completed"
                                    .formatted(Text.repr(task), Text.repr(parent())),
                            error,
                            "task",
                            task);
        } else if (!aborting && !parentCancelled) {
            abort();
            parentCancelled = true;
            parent().cancel(None.NONE);
        }
    }

    private void abort() {
        aborting = true;
        List.copyOf(tasks).forEach(each -> each.cancel(None.NONE));
    }

    private Object leave(Awaiter by, Object thrown) {
        leaving = true;
        PyException error = thrown instanceof PyException e ? e : null;
        boolean cancelled = error != null && AsyncErrors.isCancelled(error);
        if (error != null && AsyncErrors.isFinal(error) && finalError == null) {
            finalError = error;
        }
        PyException passedOn = cancelled ? error : null;
        if (parentCancelled && parent().uncancel() == 0) {
            passedOn = null;
        }
        if (error != null && !aborting) {
            abort();
        }
        PyException interrupted = awaitTasks(by);
        passedOn = interrupted == null ? passedOn : interrupted;
        PyException last = finalError;
        if (last != null) {
            throw last;
        }
        if (passedOn != null && errors.isEmpty()) {
            throw passedOn;
        }
        if (error != null && !cancelled) {
            errors.add(error);
        }
        if (!errors.isEmpty()) {
            PyList all = PyList.of(errors.toArray());
            errors.clear();
            PyException group =
                    (PyException)
                            Calls.call(
                                    ExceptionGroups.BASE, "unhandled errors in a TaskGroup", all);
            throw Errors.raise(group, None.NONE);
        }
        return None.NONE;
    }

    /** Waits for all tasks, and returns the exception that has cancelled the waiting, or null. */
    private @Nullable PyException awaitTasks(Awaiter by) {
        PyException interrupted = null;
        while (!tasks.isEmpty()) {
            Future waited = new Future(parent().loop());
            completed = waited;
            try {
                waited.await(by);
            } catch (PyException e) {
                if (!AsyncErrors.isCancelled(e)) {
                    throw e;
                }
                if (!aborting) {
                    interrupted = e;
                    abort();
                }
            }
            completed = null;
        }
        return interrupted;
    }

    private String text() {
        StringBuilder out = new StringBuilder("<TaskGroup");
        if (!tasks.isEmpty()) {
            out.append(" tasks=").append(tasks.size());
        }
        if (!errors.isEmpty()) {
            out.append(" errors=").append(errors.size());
        }
        out.append(aborting ? " cancelling" : entered ? " entered" : "");
        return out.append('>').toString();
    }
}
