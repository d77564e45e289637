package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Forkable;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyBytes;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Realm;
import dev.polyloom.python.runtime.object.Types;
import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a socket of Python needs of the machine: a channel, which waits as long as it is told. */
final class SocketEnd extends PyObject implements Forkable {
    static final PyType TYPE =
            PyType.library("End", Types.OBJECT, SocketEnd::fill)
                    .module("_socket")
                    .allocator(SocketEnd::new);

    private static final long DATAGRAM = 2;
    private static final int LARGEST = 1 << 20;

    private static final Map<Long, Reference<SocketEnd>> OPEN = new ConcurrentHashMap<>();

    private long family = SocketAddresses.INET;
    private long kind = 1;
    private long descriptor;
    private boolean numbered;
    private boolean reuse;
    private Object timeout = None.NONE;
    private volatile @Nullable SelectableChannel channel;
    private @Nullable SocketAddress bound;

    private SocketEnd(PyType type) {
        super(type);
    }

    private static SocketEnd of(Object self) {
        return (SocketEnd) self;
    }

    static void fill(PyType type) {
        type.method(
                "__init__",
                2,
                2,
                a -> {
                    of(a[0]).open(Numbers.index(a[1]), Numbers.index(a[2]));
                    return None.NONE;
                });
        type.method("bind", 1, 1, a -> of(a[0]).bind(a[1]));
        type.method("listen", 1, 1, a -> of(a[0]).listen());
        type.method("accept", 0, 0, a -> of(a[0]).accept());
        type.method("connect", 1, 1, a -> of(a[0]).connect(a[1]));
        type.method("recv", 1, 1, a -> of(a[0]).receive(Numbers.index(a[1])).get(0));
        type.method("wait_recv", 1, 1, a -> of(a[0]).receiveLate(Numbers.index(a[1])));
        type.method("recvfrom", 1, 1, a -> of(a[0]).receive(Numbers.index(a[1])));
        type.method("send", 1, 1, a -> of(a[0]).send(Values.bytes(a[1]), false));
        type.method("sendall", 1, 1, a -> of(a[0]).send(Values.bytes(a[1]), true));
        type.method("sendto", 2, 2, a -> of(a[0]).sendTo(Values.bytes(a[1]), a[2]));
        type.method("shutdown", 1, 1, a -> of(a[0]).shutDown(Numbers.index(a[1])));
        type.method("close", 0, 0, a -> of(a[0]).close());
        type.method("reuse", 1, 1, a -> of(a[0]).reuse = Numbers.index(a[1]) != 0);
        type.method("getsockname", 0, 0, a -> of(a[0]).ownAddress());
        type.method("getpeername", 0, 0, a -> of(a[0]).peerAddress());
        type.getter("timeout", s -> of(s).timeout, (s, v) -> of(s).timeout = v);
        type.getter("descriptor", s -> of(s).isClosed() ? -1L : of(s).descriptor);
    }

    /** Returns the open socket of a number, or {@code None}. */
    static Object find(long descriptor) {
        Reference<SocketEnd> known = OPEN.get(descriptor);
        SocketEnd found = known == null ? null : known.get();
        return found == null ? None.NONE : found;
    }

    private void open(long ofFamily, long ofKind) {
        family = ofFamily;
        kind = ofKind;
        number();
        StandardProtocolFamily protocol = protocol();
        SocketAddresses.guarded(() -> {
            use(kind == DATAGRAM ? DatagramChannel.open(protocol) : SocketChannel.open(protocol));
            return this;
        });
    }

    private void number() {
        descriptor = Descriptors.take();
        numbered = true;
        OPEN.put(descriptor, new WeakReference<>(this));
    }

    private StandardProtocolFamily protocol() {
        if (family == SocketAddresses.UNIX) {
            return StandardProtocolFamily.UNIX;
        }
        return family == SocketAddresses.INET6
                ? StandardProtocolFamily.INET6
                : StandardProtocolFamily.INET;
    }

    private void use(SelectableChannel made) throws IOException {
        made.configureBlocking(false);
        channel = made;
    }

    @Override
    public Object fork(Realm.Copier copier) {
        return this;
    }

    /** Returns the channel, of which a closed socket has none. */
    SelectableChannel channel() throws IOException {
        SelectableChannel known = channel;
        if (known == null || !known.isOpen()) {
            throw new java.nio.channels.ClosedChannelException();
        }
        return known;
    }

    private boolean isClosed() {
        SelectableChannel known = channel;
        return known == null || !known.isOpen();
    }

    /** Does something that may have to wait, and does it again when it can be done. */
    private <T> T waiting(int operation, SocketAddresses.Action<@Nullable T> action) {
        long deadline = Waiting.deadline(timeout);
        boolean never = timeout != None.NONE && Numbers.toDouble(timeout) == 0;
        while (true) {
            T done = SocketAddresses.guarded(action);
            if (done != null) {
                return done;
            }
            if (never) {
                throw wouldBlock(operation);
            }
            SelectableChannel own = SocketAddresses.guarded(this::channel);
            if (!SocketModule.await(own, operation, deadline)) {
                throw Errors.of(Exceptions.TIMEOUT_ERROR, "timed out");
            }
        }
    }

    private static PyException wouldBlock(int operation) {
        return operation == SelectionKey.OP_CONNECT
                ? SocketAddresses.error("BlockingIOError", 115, "Operation now in progress")
                : SocketAddresses.error("BlockingIOError", 11, "Resource temporarily unavailable");
    }

    private Object bind(Object address) {
        SocketAddress given = SocketAddresses.of(family, address, true);
        return SocketAddresses.guarded(() -> {
            if (channel() instanceof DatagramChannel datagrams) {
                datagrams.setOption(StandardSocketOptions.SO_REUSEADDR, reuse);
                datagrams.bind(given);
            } else {
                channel().close();
                serve(given);
            }
            bound = given;
            return None.NONE;
        });
    }

    private void serve(@Nullable SocketAddress at) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(protocol());
        use(server);
        if (family != SocketAddresses.UNIX) {
            server.setOption(StandardSocketOptions.SO_REUSEADDR, reuse);
        }
        server.bind(at);
    }

    private Object listen() {
        return SocketAddresses.guarded(() -> {
            if (bound == null) {
                channel().close();
                serve(null);
            }
            return None.NONE;
        });
    }

    private Object accept() {
        SocketEnd made = new SocketEnd(TYPE);
        SocketChannel got =
                waiting(
                        SelectionKey.OP_ACCEPT,
                        () -> {
                            if (!(channel() instanceof ServerSocketChannel server)) {
                                throw new IOException("[Errno 22] Invalid argument");
                            }
                            return server.accept();
                        });
        return SocketAddresses.guarded(() -> {
            made.family = family;
            made.number();
            made.use(got);
            return PyTuple.of(made, SocketAddresses.toPython(family, got.getRemoteAddress()));
        });
    }

    private Object connect(Object address) {
        SocketAddress there = SocketAddresses.of(family, address, false);
        boolean[] begun = {false};
        waiting(
                SelectionKey.OP_CONNECT,
                () -> {
                    if (channel() instanceof DatagramChannel datagrams) {
                        return datagrams.connect(there);
                    }
                    if (channel() instanceof ServerSocketChannel server) {
                        SocketAddress own = server.getLocalAddress();
                        server.close();
                        SocketChannel client = SocketChannel.open(protocol());
                        client.bind(own);
                        use(client);
                    }
                    SocketChannel client = (SocketChannel) channel();
                    if (begun[0] || client.isConnectionPending()) {
                        return client.finishConnect() ? client : null;
                    }
                    begun[0] = true;
                    return client.connect(there) ? client : null;
                });
        return None.NONE;
    }

    /** Receives up to so many bytes, and says who has sent them. */
    private PyTuple receive(long count) {
        if (count < 0) {
            throw Errors.value("negative buffersize in recv");
        }
        ByteBuffer into = ByteBuffer.allocate((int) Math.min(count, LARGEST));
        return waiting(
                SelectionKey.OP_READ,
                () -> {
                    Object from = None.NONE;
                    if (channel() instanceof DatagramChannel datagrams) {
                        SocketAddress sender = datagrams.receive(into);
                        if (sender == null) {
                            return null;
                        }
                        from = SocketAddresses.toPython(family, sender);
                    } else if (count > 0 && connected().read(into) == 0) {
                        return null;
                    }
                    into.flip();
                    byte[] data = new byte[into.remaining()];
                    into.get(data);
                    return PyTuple.of(new PyBytes(data), from);
                });
    }

    /** Receives likewise, however long it takes, and nothing once the socket is closed. */
    private Object receiveLate(long count) {
        SelectableChannel own = SocketAddresses.guarded(this::channel);
        if (!SocketModule.await(own, SelectionKey.OP_READ, Waiting.FOREVER)) {
            return new PyBytes(new byte[0]);
        }
        return receive(count).get(0);
    }

    private SocketChannel connected() throws IOException {
        if (channel() instanceof SocketChannel client) {
            return client;
        }
        throw new java.nio.channels.NotYetConnectedException();
    }

    private Object send(byte[] data, boolean all) {
        ByteBuffer from = ByteBuffer.wrap(data);
        do {
            waiting(
                    SelectionKey.OP_WRITE,
                    () -> {
                        int sent =
                                channel() instanceof DatagramChannel datagrams
                                        ? datagrams.write(from)
                                        : connected().write(from);
                        return sent > 0 || !from.hasRemaining() ? (Integer) sent : null;
                    });
        } while (all && from.hasRemaining());
        return all ? None.NONE : (Object) (long) from.position();
    }

    private Object sendTo(byte[] data, Object address) {
        SocketAddress there = SocketAddresses.of(family, address, false);
        return SocketAddresses.guarded(() -> {
            if (channel() instanceof DatagramChannel datagrams) {
                return (Object) (long) datagrams.send(ByteBuffer.wrap(data), there);
            }
            return send(data, false);
        });
    }

    private Object shutDown(long how) {
        return SocketAddresses.guarded(() -> {
            SocketChannel own = connected();
            if (how != 1) {
                own.shutdownInput();
            }
            if (how != 0) {
                own.shutdownOutput();
            }
            return None.NONE;
        });
    }

    private Object close() {
        SelectableChannel known = channel;
        if (numbered) {
            numbered = false;
            OPEN.remove(descriptor);
            Descriptors.giveBack(descriptor);
        }
        if (known != null) {
            SocketAddresses.guarded(() -> {
                known.close();
                return None.NONE;
            });
            SocketModule.release(known);
        }
        return None.NONE;
    }

    private Object ownAddress() {
        return SocketAddresses.guarded(() -> {
            SocketAddress own = ((java.nio.channels.NetworkChannel) channel()).getLocalAddress();
            return SocketAddresses.toPython(family, own);
        });
    }

    private Object peerAddress() {
        return SocketAddresses.guarded(() -> {
            SocketAddress peer =
                    channel() instanceof DatagramChannel datagrams
                            ? datagrams.getRemoteAddress()
                            : connected().getRemoteAddress();
            if (peer == null) {
                throw new java.nio.channels.NotYetConnectedException();
            }
            return SocketAddresses.toPython(family, peer);
        });
    }

    /** Returns what a selector asks of the channel that shall be read from or written to. */
    int operations(boolean write) throws IOException {
        SelectableChannel own = channel();
        if (!write) {
            return own instanceof ServerSocketChannel
                    ? SelectionKey.OP_ACCEPT
                    : SelectionKey.OP_READ;
        }
        return own instanceof SocketChannel client && client.isConnectionPending()
                ? SelectionKey.OP_CONNECT
                : SelectionKey.OP_WRITE;
    }
}
