package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Modules;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NotYetConnectedException;
import org.jspecify.annotations.Nullable;

/** Addresses of sockets, and what goes wrong with sockets, in Python's form and in Java's. */
final class SocketAddresses {
    static final long UNIX = 1;
    static final long INET = 2;
    static final long INET6 = 10;

    private static final long NO_NAME = -2;
    private static final long NO_SERVER = -3;
    private static final int PORTS = 65_536;

    private SocketAddresses() {}

    /** Something done with sockets. */
    interface Action<T extends @Nullable Object> {
        /** Does it. */
        T run() throws IOException;
    }

    /** Does something with a socket; what goes wrong becomes Python's error. */
    static <T extends @Nullable Object> T guarded(Action<T> action) {
        try {
            return action.run();
        } catch (IOException | AlreadyConnectedException | NotYetConnectedException e) {
            throw error(e);
        }
    }

    private static PyException error(Exception problem) {
        String text = String.valueOf(problem.getMessage());
        return switch (problem) {
            case ConnectException refused when text.contains("unreachable") ->
                    error("OSError", 101, "Network is unreachable");
            case ConnectException refused ->
                    text.contains("timed out")
                            ? error("TimeoutError", 110, "Connection timed out")
                            : error("ConnectionRefusedError", 111, "Connection refused");
            case BindException taken when text.contains("Cannot assign") ->
                    error("OSError", 99, "Cannot assign requested address");
            case BindException taken when text.contains("denied") ->
                    error("PermissionError", 13, "Permission denied");
            case BindException taken -> error("OSError", 98, "Address already in use");
            case NoRouteToHostException far -> error("OSError", 113, "No route to host");
            case ClosedChannelException closed -> error("OSError", 9, "Bad file descriptor");
            case NotYetConnectedException none ->
                    error("OSError", 107, "Transport endpoint is not connected");
            case AlreadyConnectedException done ->
                    error("OSError", 106, "Transport endpoint is already connected");
            default -> fromText(text);
        };
    }

    private static PyException fromText(String text) {
        if (text.contains("reset")) {
            return error("ConnectionResetError", 104, "Connection reset by peer");
        }
        if (text.contains("Broken pipe")) {
            return error("BrokenPipeError", 32, "Broken pipe");
        }
        if (text.contains("unreachable")) {
            return error("OSError", 101, "Network is unreachable");
        }
        if (text.contains("No such file")) {
            return error("FileNotFoundError", 2, "No such file or directory");
        }
        if (text.contains("Message too long")) {
            return error("OSError", 90, "Message too long");
        }
        return Errors.of(Exceptions.OS_ERROR, text);
    }

    static PyException error(String type, long number, String text) {
        return Errors.of(Exceptions.named(type), number, text);
    }

    /** Returns an address to bind to or to reach. */
    static SocketAddress of(long family, Object address, boolean own) {
        if (family == UNIX) {
            return UnixDomainSocketAddress.of(IoModule.path(address));
        }
        if (!(address instanceof PyTuple parts) || parts.size() < 2) {
            throw Errors.type("AF_INET address must be tuple, not " + Values.typeName(address));
        }
        long port = Numbers.index(parts.get(1));
        if (port < 0 || port >= PORTS) {
            throw Errors.of(
                    Exceptions.named("OverflowError"),
                    (own ? "bind" : "connect") + "(): port must be 0-65535.");
        }
        String host = IoModule.path(parts.get(0));
        if (host.isEmpty() || host.equals("<broadcast>")) {
            host = family == INET6 ? "::" : host.isEmpty() ? "0.0.0.0" : "255.255.255.255";
        }
        return new InetSocketAddress(resolve(host, family).getFirst(), (int) port);
    }

    /** Returns the addresses of a host that belong to a family, 0 for any. */
    static java.util.List<InetAddress> resolve(String host, long family) {
        try {
            java.util.List<InetAddress> found =
                    java.util.Arrays.stream(InetAddress.getAllByName(host))
                            .filter(each ->
                                    family == 0
                                            || (each instanceof Inet4Address) == (family == INET))
                            .toList();
            if (!found.isEmpty()) {
                return found;
            }
            throw unknown(-9, "Address family for hostname not supported");
        } catch (UnknownHostException e) {
            throw String.valueOf(e.getMessage()).contains("Temporary")
                    ? unknown(NO_SERVER, "Temporary failure in name resolution")
                    : unknown(NO_NAME, "Name or service not known");
        }
    }

    private static PyException unknown(long number, String text) {
        return Errors.of((PyType) Modules.member("_socket", "gaierror"), number, text);
    }

    /** Returns the texts of the addresses of a host. */
    static Object texts(String host, long family) {
        PyList all = new PyList();
        for (InetAddress each : resolve(host, family)) {
            all.append(PyTuple.of(each instanceof Inet6Address ? INET6 : INET, text(each)));
        }
        return all;
    }

    private static String text(InetAddress address) {
        String full = address.getHostAddress();
        if (!(address instanceof Inet6Address)) {
            return full;
        }
        return Ipv6Text.of(address.getAddress());
    }

    /** Returns an address in Python's form. */
    static Object toPython(long family, @Nullable SocketAddress address) {
        return switch (address) {
            case InetSocketAddress known when family == INET6 ->
                    PyTuple.of(text(known.getAddress()), (long) known.getPort(), 0L, 0L);
            case InetSocketAddress known ->
                    PyTuple.of(text(known.getAddress()), (long) known.getPort());
            case UnixDomainSocketAddress known -> known.getPath().toString();
            case null, default ->
                    family == UNIX
                            ? ""
                            : family == INET6
                                    ? PyTuple.of("::", 0L, 0L, 0L)
                                    : PyTuple.of("0.0.0.0", 0L);
        };
    }

    /** The text of an address of IP version 6, with its longest run of zeros left out. */
    private static final class Ipv6Text {
        private static final int GROUPS = 8;

        private static String of(byte[] bytes) {
            int[] groups = new int[GROUPS];
            for (int i = 0; i < GROUPS; i++) {
                groups[i] = (bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff);
            }
            int from = 0;
            int longest = 0;
            for (int i = 0, run = 0; i < GROUPS; i++) {
                run = groups[i] == 0 ? run + 1 : 0;
                if (run > longest) {
                    longest = run;
                    from = i - run + 1;
                }
            }
            StringBuilder out = new StringBuilder();
            for (int i = 0; i < GROUPS; i++) {
                if (longest > 1 && i == from) {
                    out.append("::");
                    i += longest - 1;
                } else {
                    String separator =
                            out.isEmpty() || out.charAt(out.length() - 1) == ':' ? "" : ":";
                    out.append(separator).append(Integer.toHexString(groups[i]));
                }
            }
            return out.toString();
        }
    }
}
