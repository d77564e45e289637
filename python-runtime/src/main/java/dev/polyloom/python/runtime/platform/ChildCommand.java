package dev.polyloom.python.runtime.platform;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a process is started.
 *
 * @param words the program and its arguments
 * @param folder where it runs
 * @param environment its whole environment
 * @param in its input
 * @param out its output
 * @param err its errors, or null if they go where its output goes
 */
public record ChildCommand(
        List<String> words,
        String folder,
        Map<String, String> environment,
        Redirection in,
        Redirection out,
        @Nullable Redirection err) {}
