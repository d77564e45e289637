package dev.polyloom.process.location;

import dev.polyloom.process.WriteLocationException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The regions of other processes that this one has mapped. A mapping is kept for later tasks until
 * its owner has closed the region, which is looked up when a task begins and when a region is
 * opened.
 */
final class Mappings {
    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final Map<RegionHandle, Mapping> MAPPED = new HashMap<>();
    private static volatile boolean any;

    private Mappings() {}

    static Mapping open(RegionHandle handle) {
        LOCK.lock();
        try {
            dropClosed();
            Mapping mapping = MAPPED.get(handle);
            if (mapping == null) {
                mapping = Mapping.open(handle);
                MAPPED.put(handle, mapping);
                any = true;
            }
            return mapping;
        } catch (NoSuchFileException e) {
            // an owner that gives memory back removes its file
            IllegalStateException closed = handle.closed();
            closed.initCause(e);
            throw closed;
        } catch (IOException e) {
            throw new WriteLocationException(
                    "shared memory %s cannot be opened: %s".formatted(handle.name(), e), e);
        } finally {
            LOCK.unlock();
        }
    }

    /** Unmaps what its owner has closed. */
    static void dropClosed() {
        if (any) {
            LOCK.lock();
            try {
                MAPPED.values().removeIf(each -> !each.isOpen() && close(each));
                any = !MAPPED.isEmpty();
            } finally {
                LOCK.unlock();
            }
        }
    }

    private static boolean close(Mapping mapping) {
        try {
            mapping.close();
            return true;
        } catch (IllegalStateException e) {
            // input or output on a view of it goes on; there will be another time
            return false;
        }
    }

    /** Names the region whose file was changed, if a memory fault failed a task. */
    static Throwable explain(Throwable failure) {
        if (!any || !(failure instanceof InternalError)) {
            return failure;
        }
        LOCK.lock();
        try {
            return MAPPED.values().stream()
                    .map(Mapping::damage)
                    .filter(damage -> !damage.isEmpty())
                    .findFirst()
                    .<Throwable>map(damage -> new WriteLocationException(damage, failure))
                    .orElse(failure);
        } finally {
            LOCK.unlock();
        }
    }
}
