package dev.polyloom.process.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the resident size of processes, on Linux. */
final class Resident {
    private static final String FIELD = "VmRSS:";

    private Resident() {}

    /** Returns the resident size of a process in bytes, 0 if it cannot be known. */
    static long bytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith(FIELD)) {
                    String text = line.substring(FIELD.length()).strip();
                    return 1024 * Long.parseLong(text, 0, text.indexOf(' '), 10);
                }
            }
        } catch (IOException | RuntimeException e) {
            // it has ended, or this is no Linux
        }
        return 0;
    }

    static boolean known() {
        return bytes(ProcessHandle.current().pid()) > 0;
    }
}
