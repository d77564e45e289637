package dev.polyloom.python.runtime.object;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the runtime keeps for each thread of a program. Only that thread changes it. */
public class ThreadState extends PyObject {
    private final List<AsyncGenerator> generators = new ArrayList<>();
    private @Nullable Object context;
    private @Nullable Object loop;
    private @Nullable Object runningLoop;
    private boolean loopSet;
    private @Nullable Realm realm;
    private long slept;

    /** Whether it runs only with the global lock. */
    boolean locked;

    /** The monitor under which it has given the global lock away. */
    @Nullable Object under;

    /** Makes one for a thread. */
    protected ThreadState(PyType type) {
        super(type);
    }

    /** Returns the state of the thread that is running. */
    public static ThreadState get() {
        if (Identity.current() instanceof ThreadState known) {
            return known;
        }
        ThreadState made = new ThreadState(Types.OBJECT);
        Identity.adopt(made);
        return made;
    }

    /** Says that the thread, which is the calling one, is about to block. */
    public void blocks() {}

    /** Returns the realm of the process that the thread belongs to, or null in the first. */
    public @Nullable Realm realm() {
        return realm;
    }

    /** Moves the thread into a process. */
    public void setRealm(@Nullable Realm value) {
        realm = value;
    }

    /** Returns the variables of the context that the thread is in, or null. */
    public @Nullable Object context() {
        return context;
    }

    /** Enters a context. */
    public void setContext(@Nullable Object value) {
        context = value;
    }

    /** Returns the event loop that was set for the thread, or null. */
    public @Nullable Object loop() {
        return loop;
    }

    /** Sets the event loop of the thread. */
    public void setLoop(@Nullable Object value) {
        loop = value;
        loopSet = true;
    }

    /** Tells whether the event loop of the thread has been set, be it to none. */
    public boolean isLoopSet() {
        return loopSet;
    }

    /** Returns the event loop that the thread is running, or null. */
    public @Nullable Object runningLoop() {
        return runningLoop;
    }

    /** Says which event loop the thread is running. */
    public void setRunningLoop(@Nullable Object value) {
        runningLoop = value;
    }

    /** Returns the nanoseconds that the thread has slept because the program asked for it. */
    public long slept() {
        return slept;
    }

    /** Counts a sleep. */
    public void addSleep(long nanos) {
        slept += nanos;
    }

    void open(AsyncGenerator generator) {
        generators.add(generator);
    }

    void closed(AsyncGenerator generator) {
        generators.remove(generator);
    }

    /** Returns the asynchronous generators that have begun and not ended, and forgets them. */
    public List<AsyncGenerator> takeGenerators() {
        List<AsyncGenerator> all = List.copyOf(generators);
        generators.clear();
        return all;
    }
}
