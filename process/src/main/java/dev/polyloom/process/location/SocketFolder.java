package dev.polyloom.process.location;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder in which this process keeps the sockets of its pipes. */
final class SocketFolder {
    /** How long the path of a Unix-domain socket may be, less than anywhere else. */
    private static final int MAX_SOCKET_PATH = 100;

    /** How long the part below the parent folder becomes at most. */
    private static final int OWN_PART = 75;

    private static @Nullable OwnerFolder folder;
    private static long made;

    private SocketFolder() {}

    static synchronized Path next() throws IOException {
        OwnerFolder open = folder;
        if (open == null || !open.exists()) {
            open = OwnerFolder.create(parent());
            folder = open;
        }
        return open.path().resolve("p-" + ++made);
    }

    private static Path parent() throws IOException {
        List<Path> parents =
                Stream.concat(
                                Stream.of(Place.disk()),
                                Stream.ofNullable(Place.memory().orElse(null)))
                        .map(Place::folder)
                        .toList();
        Optional<Path> fitting =
                Stream.concat(parents.stream(), Stream.of(Path.of("/tmp")))
                        .filter(parent -> parent.toString().length() + OWN_PART <= MAX_SOCKET_PATH)
                        .filter(Files::isWritable)
                        .findFirst();
        return fitting.orElseThrow(() ->
                new IOException(
                        "no folder has a path short enough for a socket and can be written: %s"
                                .formatted(parents)));
    }
}
