package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What {@code socket} and {@code select} in Python need of the machine. */
public final class SocketModule {
    private static final Map<Selector, List<SelectableChannel>> WAITING = new ConcurrentHashMap<>();
    private static final long MILLI = 1_000_000;

    /** How long who closes a channel waits for those who wait for it. */
    private static final long PATIENCE = 1000 * MILLI;

    private SocketModule() {}

    /** Makes the module. */
    public static Module make() {
        return new Module("_socket")
                .put("End", SocketEnd.TYPE)
                .put(
                        "gaierror",
                        PyType.library("gaierror", Exceptions.OS_ERROR, null).module("socket"))
                .function(
                        "resolve",
                        2,
                        2,
                        a -> SocketAddresses.texts(IoModule.path(a[0]), Numbers.index(a[1])))
                .function("select", 3, 3, SocketModule::select)
                .function("end_of", 1, 1, a -> SocketEnd.find(Numbers.index(a[0])));
    }

    /** Waits for sockets that can be read from or written to, and returns which can. */
    private static Object select(Object[] a) {
        List<SocketEnd> readers = ends(a[0]);
        List<SocketEnd> writers = ends(a[1]);
        long deadline = Waiting.deadline(a[2]);
        return SocketAddresses.guarded(() -> {
            Selector selector = Selector.open();
            try {
                add(selector, readers, false);
                add(selector, writers, true);
                await(selector, deadline);
                return PyTuple.of(ready(selector, readers, false), ready(selector, writers, true));
            } finally {
                close(selector);
            }
        });
    }

    private static List<SocketEnd> ends(Object values) {
        List<SocketEnd> all = new ArrayList<>();
        Iteration.of(values).forEachRemaining(each -> all.add((SocketEnd) each));
        return all;
    }

    private static void add(Selector selector, List<SocketEnd> ends, boolean write)
            throws IOException {
        for (SocketEnd each : ends) {
            SelectableChannel channel = each.channel();
            SelectionKey key = channel.keyFor(selector);
            int before = key == null ? 0 : key.interestOps();
            channel.register(selector, before | each.operations(write));
        }
    }

    private static PyList ready(Selector selector, List<SocketEnd> ends, boolean write)
            throws IOException {
        PyList all = new PyList();
        for (SocketEnd each : ends) {
            SelectionKey key = each.channel().keyFor(selector);
            if (key != null && key.isValid() && (key.readyOps() & each.operations(write)) != 0) {
                all.append(each);
            }
        }
        return all;
    }

    /** Waits until a channel is ready for an operation, and tells whether it is in time. */
    static boolean await(SelectableChannel channel, int operation, long deadline) {
        return SocketAddresses.guarded(() -> {
            Selector selector = Selector.open();
            try {
                channel.register(selector, operation);
                return await(selector, deadline);
            } finally {
                close(selector);
            }
        });
    }

    private static void close(Selector selector) throws IOException {
        selector.close();
        synchronized (WAITING) {
            WAITING.notifyAll();
        }
    }

    /** Waits until something is ready, a channel is closed or the deadline has come. */
    private static boolean await(Selector selector, long deadline) throws IOException {
        List<SelectableChannel> channels = new ArrayList<>();
        selector.keys().forEach(key -> channels.add(key.channel()));
        WAITING.put(selector, channels);
        try {
            while (channels.stream().allMatch(SelectableChannel::isOpen)) {
                long left = deadline == Waiting.FOREVER ? 0 : deadline - System.nanoTime();
                if (deadline != Waiting.FOREVER && left <= 0) {
                    return selector.selectNow() > 0;
                }
                Waiting.rest(() -> select(selector, Math.ceilDiv(left, MILLI)));
                if (!selector.selectedKeys().isEmpty()) {
                    return true;
                }
            }
            throw new ClosedChannelException();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (ClosedSelectorException e) {
            throw new ClosedChannelException();
        } finally {
            WAITING.remove(selector);
        }
    }

    private static void select(Selector selector, long millis) throws InterruptedException {
        try {
            selector.select(millis);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /**
     * Wakes those who wait for a channel that has been closed, and waits until they are gone: until
     * then the system keeps it open, and a socket that listens goes on to let others in.
     */
    static void release(SelectableChannel closed) {
        WAITING.forEach((selector, channels) -> {
            if (channels.contains(closed)) {
                selector.wakeup();
            }
        });
        synchronized (WAITING) {
            Waiting.until(WAITING, () -> !closed.isRegistered(), System.nanoTime() + PATIENCE);
        }
    }
}
