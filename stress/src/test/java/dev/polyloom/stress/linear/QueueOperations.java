package dev.polyloom.stress.linear;

import dev.polyloom.threading.SendException;
import dev.polyloom.threading.SharedCollection;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** What can be done with a shared collection without waiting; 0 is none, -1 closed. */
@Param(name = "item", gen = IntGen.class, conf = "1:3")
abstract class QueueOperations {
    private static final int CLOSED = -1;

    private final SharedCollection<Integer> items;

    QueueOperations(SharedCollection<Integer> items) {
        this.items = items;
    }

    /** Puts. */
    @Operation
    public int offer(@Param(name = "item") int item) {
        try {
            return items.offer(item) ? item : 0;
        } catch (SendException e) {
            return CLOSED;
        }
    }

    /** Takes. */
    @Operation
    public int poll() {
        Integer item = items.poll();
        return item == null ? 0 : item;
    }

    /** Closes. */
    @Operation
    public void close() {
        items.close();
    }
}
