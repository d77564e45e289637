package dev.polyloom.process.pool;

import dev.polyloom.process.classes.ClassServer;
import dev.polyloom.process.transport.Connection;
import dev.polyloom.process.transport.Ticket;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A process that is to be a worker: started, told where to come, and let in there once for tasks
 * and once for classes. Whose worker it is it learns only from what is sent to it then.
 */
final class Newcomer implements Closeable {
    private final Process process;
    private final Entrance entrance;
    private final Ticket ticket;
    private final CompletableFuture<Connection> arrived = new CompletableFuture<>();
    private volatile ClassServer classes;
    private volatile boolean offered;
    private volatile @Nullable SocketChannel classChannel;

    private Newcomer(ProcessBuilder builder, int number, Entrance entrance) throws IOException {
        this.entrance = entrance;
        this.classes = entrance.classes();
        this.ticket = new Ticket(number, this::arrive, this::serveClasses);
        this.process = builder.start();
        var _ = process.onExit().thenRun(this::left);
    }

    /**
     * Starts a process and tells it where to come.
     *
     * @param number the number that it is to show there
     * @throws IOException if it cannot be started
     */
    static Newcomer start(ProcessBuilder builder, int number, Entrance entrance)
            throws IOException {
        Newcomer newcomer = new Newcomer(builder, number, entrance);
        entrance.acceptor().admit(newcomer.ticket);
        try {
            newcomer.introduce(number, entrance.socket());
            return newcomer;
        } catch (IOException e) {
            newcomer.discard();
            throw e;
        }
    }

    /** Writes the first line; the stream stays open, as its end is what ends the worker. */
    private void introduce(int number, Path socket) throws IOException {
        String line =
                "%s %s %d\n".formatted(HexFormat.of().formatHex(ticket.token()), socket, number);
        OutputStream stdin = process.getOutputStream();
        stdin.write(line.getBytes(StandardCharsets.UTF_8));
        stdin.flush();
    }

    /**
     * Makes the rings that it is waiting for, or will be, if that has not been done.
     *
     * @throws IOException if rings were insisted on and cannot be had
     */
    void offerRings() throws IOException {
        if (!offered) {
            offered = true;
            ticket.offer(entrance.rings().offer());
        }
    }

    Process process() {
        return process;
    }

    /** Returns its connection for tasks, which fails if it ends, or is given up, before it came. */
    CompletableFuture<Connection> arrived() {
        return arrived;
    }

    /** Tells whether it has come, and lives. */
    boolean isHere() {
        return arrived.isDone() && !arrived.isCompletedExceptionally() && process.isAlive();
    }

    /** Serves it the classes of the pool that has come for it. */
    void joins(ClassServer ofPool) {
        classes = ofPool;
    }

    private void arrive(Connection connection) {
        if (!arrived.complete(connection)) {
            connection.close();
        }
    }

    private void serveClasses(SocketChannel channel) {
        classChannel = channel;
        ClassServer.serve(() -> classes, channel);
    }

    /** The process has ended, so that nobody else will come, or say more. */
    private void left() {
        if (!giveUp("it ended")) {
            var _ = arrived.thenAccept(Connection::expectNoMore);
        }
    }

    /** Waits for it no longer, unless it has come. */
    boolean giveUp(String why) {
        return arrived.completeExceptionally(new IOException(why));
    }

    /** Ends a process that nobody wants. */
    void discard() {
        process.destroyForcibly();
        close();
        var _ = arrived.thenAccept(Connection::close);
    }

    /** Lets it in no longer, and takes back what it was offered and did not take. */
    @Override
    public void close() {
        entrance.acceptor().forget(ticket);
        ticket.withdraw();
        boolean _ = giveUp("it was given up");
        drop(classChannel);
    }

    private static void drop(@Nullable SocketChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // it is of no use any more
        }
    }
}
