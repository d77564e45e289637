package dev.polyloom.process.pool;

import dev.polyloom.process.transport.StatusPage;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The status page of one worker and its file. The file goes as soon as the worker has mapped it,
 * the memory when the worker is buried.
 */
final class WorkerPage {
    private static final Logger LOG = System.getLogger("dev.polyloom.process");

    private final Path file;
    private @Nullable StatusPage page;

    private WorkerPage(Path file) {
        this.file = file;
    }

    /** Makes the page; without one, a worker says by frames what it would write there. */
    static WorkerPage create(PrivateFolder folder, WorkerLink link, int lanes, boolean wanted) {
        WorkerPage made = new WorkerPage(folder.path().resolve("page-" + link.pid()));
        if (wanted) {
            made.create(link, lanes);
        }
        return made;
    }

    private void create(WorkerLink link, int lanes) {
        try {
            page = StatusPage.create(file, lanes);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "worker {0} has no status page: {1}", link.name(), e);
            removeFile();
        }
    }

    @Nullable StatusPage page() {
        return page;
    }

    /** Returns the file as a setup names it, empty if there is no page. */
    String path() {
        return page == null ? "" : file.toString();
    }

    /** Removes the file, which both sides have mapped or will not. */
    void removeFile() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a status page goes with its folder", e);
        }
    }

    /** Gives the memory back; nobody may read the page any more. */
    void close() {
        removeFile();
        StatusPage open = page;
        page = null;
        if (open != null) {
            open.close();
        }
    }
}
