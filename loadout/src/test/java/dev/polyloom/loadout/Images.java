package dev.polyloom.loadout;

import dev.polyloom.process.Action;
import dev.polyloom.process.Head;
import java.nio.file.Path;
import java.util.Locale;

/** Actions for load-outs of tests. */
public final class Images {
    private Images() {}

    @Action
    static String thumbnail(Path file) {
        return thumbnail(file, 64);
    }

    @Action
    static String thumbnail(Path file, int size) {
        return file + "@" + size;
    }

    @Action("images.pid")
    static long pid() {
        return ProcessHandle.current().pid();
    }

    @Action("images.property")
    static String property(String key) {
        return String.valueOf(System.getProperty(key));
    }

    @Action("images.variable")
    static String variable(String key) {
        return String.valueOf(System.getenv(key));
    }

    @Action("images.annotation")
    static String annotation(String key) {
        return String.valueOf(Head.current().annotations().get(key));
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
