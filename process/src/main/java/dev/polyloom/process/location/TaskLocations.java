package dev.polyloom.process.location;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one task in a worker has opened and must not outlive it. The pipes that come with a task are
 * entered while it is read, in its thread; they end with the task, whichever thread used them.
 */
public final class TaskLocations {
    private static final ThreadLocal<@Nullable TaskLocations> CURRENT = new ThreadLocal<>();

    private volatile @Nullable List<GuestPipe> pipes;

    private TaskLocations() {}

    /**
     * Begins a task in the calling thread.
     *
     * @return what belongs to it
     */
    public static TaskLocations begin() {
        Mappings.dropClosed();
        TaskLocations task = new TaskLocations();
        CURRENT.set(task);
        return task;
    }

    /** Lets the calling thread go on to something else, perhaps before the task has ended. */
    public static void leave() {
        // the next task of this thread takes the place of this one
        CURRENT.set(null);
    }

    /** Closes what the task has left open: whoever waits at the other end must hear of it. */
    public void end() {
        if (pipes != null) {
            take().forEach(GuestPipe::close);
        }
    }

    private synchronized List<GuestPipe> take() {
        List<GuestPipe> left = pipes;
        pipes = null;
        return left == null ? List.of() : left;
    }

    private synchronized void put(GuestPipe pipe) {
        List<GuestPipe> known = pipes;
        List<GuestPipe> all = known == null ? new ArrayList<>() : known;
        all.add(pipe);
        pipes = all;
    }

    static void add(GuestPipe pipe) {
        TaskLocations task = CURRENT.get();
        if (task != null) {
            task.put(pipe);
        }
    }

    /**
     * Finds words for what failed a task.
     *
     * @param failure what it threw
     * @return the same, or an error that names the shared memory that somebody took away
     */
    public static Throwable explain(Throwable failure) {
        return Mappings.explain(failure);
    }
}
