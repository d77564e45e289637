package dev.polyloom.process.pool;

import dev.polyloom.process.transport.Connection;
import java.util.ArrayList;
import java.util.List;

/** What is to be done after the lock of a roster is released. */
final class Steps {
    private final List<Runnable> actions = new ArrayList<>(0);
    private final List<Connection> dirty = new ArrayList<>(0);

    void add(Runnable action) {
        actions.add(action);
    }

    void flush(Connection connection) {
        if (!dirty.contains(connection)) {
            dirty.add(connection);
        }
    }

    void run() {
        dirty.forEach(Connection::flush);
        actions.forEach(Runnable::run);
    }
}
