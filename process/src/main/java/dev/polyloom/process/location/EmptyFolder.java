package dev.polyloom.process.location;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** A folder whose owner died between making it and putting its lock there. */
public final class EmptyFolder {
    /** Far more than an owner takes, who may live in another container and not be seen. */
    private static final Duration OLD = Duration.ofMinutes(1);

    private EmptyFolder() {}

    /**
     * Removes a folder without a lock if it is old and empty.
     *
     * @param folder the folder, whose owner is not known to live
     * @throws IOException if it is not empty or cannot be removed
     */
    public static void removeIfOld(Path folder) throws IOException {
        Instant made = Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS).toInstant();
        if (made.isBefore(Instant.now().minus(OLD))) {
            Files.delete(folder);
        }
    }
}
