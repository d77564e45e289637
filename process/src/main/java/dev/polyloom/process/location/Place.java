package dev.polyloom.process.location;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A folder in which owners keep the files of their regions. */
interface Place {
    /** Returns the folder; others of the same user may use it too. */
    Path folder();

    /** Returns how many bytes may still be written there. */
    long free() throws IOException;

    /** Returns how many bytes the closed regions of one owner may keep there. */
    default long idleLimit() throws IOException {
        return Math.min(1L << 30, Files.getFileStore(folder()).getTotalSpace() / 4);
    }

    /** Returns the memory file system, where there is one. */
    static Optional<Place> memory() {
        Path folder = Path.of("/dev/shm");
        return Files.isDirectory(folder) && Files.isWritable(folder)
                ? Optional.of(of(folder))
                : Optional.empty();
    }

    static Place disk() {
        return of(Path.of(System.getProperty("java.io.tmpdir", "/tmp")).toAbsolutePath());
    }

    static Place of(Path folder) {
        return new Place() {
            @Override
            public Path folder() {
                return folder;
            }

            @Override
            public long free() throws IOException {
                return Files.getFileStore(folder).getUsableSpace();
            }
        };
    }
}
