package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import org.jspecify.annotations.Nullable;

/** {@code asyncio.Handle} and {@code TimerHandle}: something that an event loop is going to do. */
final class Handle extends PyObject implements Comparable<Handle> {
    static final PyType TYPE =
            PyType.library("Handle", Types.OBJECT, Handle::fill).module("asyncio.events");
    static final PyType TIMER =
            PyType.library("TimerHandle", TYPE, Handle::fillTimer).module("asyncio.events");

    private final Context context;
    private final Runnable action;
    private final Object callback;
    private final long when;
    private final long number;
    private boolean cancelled;
    private @Nullable Runnable onCancel;

    /**
     * Makes one.
     *
     * @param callback what it calls, for its text
     * @param when the instant on the clock of the loop, or a negative one for as soon as possible
     * @param number how many there were before
     */
    Handle(Context context, Runnable action, Object callback, long when, long number) {
        super(when < 0 ? TYPE : TIMER);
        this.context = context;
        this.action = action;
        this.callback = callback;
        this.when = when;
        this.number = number;
    }

    private static Handle of(Object self) {
        return (Handle) self;
    }

    private static void fill(PyType type) {
        type.method("cancel", 0, 0, a -> of(a[0]).cancel());
        type.method("cancelled", 0, 0, a -> of(a[0]).cancelled);
        type.method("__repr__", 0, 0, a -> of(a[0]).text());
    }

    private static void fillTimer(PyType type) {
        type.method("when", 0, 0, a -> LoopClock.seconds(of(a[0]).when));
    }

    long when() {
        return when;
    }

    boolean isCancelled() {
        return cancelled;
    }

    Object cancel() {
        cancelled = true;
        Runnable told = onCancel;
        if (told != null) {
            onCancel = null;
            told.run();
        }
        return None.NONE;
    }

    /** Says what is done when it is cancelled. */
    void onCancel(Runnable told) {
        onCancel = told;
    }

    /** Does it, in its context. */
    void run() {
        context.in(() -> {
            action.run();
            return None.NONE;
        });
    }

    Object callback() {
        return callback;
    }

    private String text() {
        return "<%s%s%s%s>"
                .formatted(
                        type().name(),
                        cancelled ? " cancelled" : "",
                        when < 0 ? "" : " when=" + Text.repr(LoopClock.seconds(when)),
                        cancelled ? "" : " " + Callback.text(callback));
    }

    @Override
    public int compareTo(Handle other) {
        int order = Long.compare(when, other.when);
        return order != 0 ? order : Long.compare(number, other.number);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
