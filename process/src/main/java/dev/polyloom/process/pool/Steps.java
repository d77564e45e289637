package dev.polyloom.process.pool;

import dev.polyloom.process.transport.Connection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is to be done after the lock of a roster is released. */
final class Steps {
    private final List<Runnable> actions = new ArrayList<>(2);
    private final Set<Connection> dirty = new LinkedHashSet<>(4);

    void add(Runnable action) {
        actions.add(action);
    }

    void flush(Connection connection) {
        dirty.add(connection);
    }

    void run() {
        dirty.forEach(Connection::flush);
        actions.forEach(Runnable::run);
    }
}
