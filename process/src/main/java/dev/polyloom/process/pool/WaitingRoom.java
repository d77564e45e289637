package dev.polyloom.process.pool;

import dev.polyloom.process.classes.ClassServer;
import dev.polyloom.process.transport.Acceptor;
import dev.polyloom.process.transport.Rings;
import dev.polyloom.process.transport.Transport;
import dev.polyloom.process.transport.TransportChoice;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where spares of one kind are let in while no pool has come for them, in a folder of its own. They
 * are served the classes of Polyloom and no others. Opens with the first of them.
 */
final class WaitingRoom implements Spares.Source {
    /** Makes what starts a process, given a folder for what does not fit in a command line. */
    @FunctionalInterface
    interface Builder {
        ProcessBuilder in(Path folder) throws IOException;
    }

    private static final Logger LOG = System.getLogger("dev.polyloom.process");
    private static final String NAME = "spares";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Builder builder;
    private final TransportChoice transport;
    private @Nullable Inside inside;

    WaitingRoom(Builder builder, TransportChoice transport) {
        this.builder = builder;
        this.transport = transport;
    }

    /** What there is while it is open. */
    private record Inside(PrivateFolder folder, RingFolders ringFolders, Entrance entrance) {}

    @Override
    public Newcomer start() throws IOException {
        Inside open = inside == null ? open() : inside;
        inside = open;
        ProcessBuilder process = builder.in(open.folder.path());
        Newcomer spare = Newcomer.start(process, Transport.SPARE, open.entrance);
        try {
            spare.offerRings();
            return spare;
        } catch (IOException e) {
            spare.discard();
            throw e;
        }
    }

    private Inside open() throws IOException {
        PrivateFolder folder = PrivateFolder.create();
        try {
            Acceptor acceptor = new Acceptor(NAME, folder.socket(), PATIENCE);
            acceptor.start();
            RingFolders ringFolders = new RingFolders(folder.path());
            Rings rings = new Rings(NAME, transport, ringFolders);
            Entrance entrance = new Entrance(acceptor, folder.socket(), rings, new ClassServer());
            return new Inside(folder, ringFolders, entrance);
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    /** Lets no more in. Those for whom a pool has come stay. */
    @Override
    public void close() {
        Inside open = inside;
        inside = null;
        if (open != null) {
            open.entrance.acceptor().closeDoor();
            remove(open.folder);
            remove(open.ringFolders);
        }
    }

    private static void remove(Closeable folder) {
        try {
            folder.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "folder {0} could not be removed: {1}", folder, e);
        }
    }
}
