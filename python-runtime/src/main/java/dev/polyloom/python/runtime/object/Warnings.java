package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Warnings that the runtime gives by itself. */
public final class Warnings {
    private static final Set<String> SHOWN = Collections.newSetFromMap(new ConcurrentHashMap<>());
    private static final String HINT =
            "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n";

    private Warnings() {}

    /** Warns who calls a function of the library that is kept only for old programs. */
    public static void deprecated(String text) {
        if (!isLeftToModule("DeprecationWarning", text, None.NONE)) {
            Traceback.Frame caller = caller();
            Module own = caller == null ? null : caller.module();
            if (caller != null && own != null && own.name().equals("__main__")) {
                show(caller, "DeprecationWarning", text, "");
            }
        }
    }

    /** Warns of a coroutine that nobody has awaited, where it gets lost. */
    static void neverAwaited(Coroutine lost) {
        String text = "coroutine '%s' was never awaited".formatted(lost.name());
        if (!isLeftToModule("RuntimeWarning", text, lost)) {
            Traceback.Frame caller = caller();
            if (caller != null) {
                show(caller, "RuntimeWarning", text, HINT);
            }
        }
    }

    /** Hands a warning to the module {@code warnings}, if the program has it. */
    private static boolean isLeftToModule(String category, String text, Object source) {
        if (!Modules.isLoaded("warnings")) {
            return false;
        }
        Calls.call(
                Modules.member("warnings", "warn"), text, Exceptions.named(category), 1L, source);
        return true;
    }

    private static Traceback.@Nullable Frame caller() {
        List<Traceback.Frame> frames = Traceback.here();
        return frames.isEmpty() ? null : frames.getLast();
    }

    /** Shows a warning once for each line, as Python does unless told otherwise. */
    private static void show(Traceback.Frame caller, String category, String text, String hint) {
        String shown = "%s:%d: %s: %s\n".formatted(caller.file(), caller.line(), category, text);
        if (SHOWN.add(shown)) {
            String line = Traceback.sourceLine(caller.file(), caller.line());
            Streams.complain(shown + (line.isEmpty() ? "" : "  " + line + "\n") + hint);
        }
    }
}
