package dev.polyloom.hostfile.read;

import dev.polyloom.process.Actions;
import dev.polyloom.supervisor.spi.ServiceExecutor;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What services share.
 *
 * @param folder what relative paths start from
 * @param code finds classes
 * @param environment of all processes and commands
 * @param actions what can be called, or null if that is not known for problems
 * @param text all that the actions were made of
 * @param executors those with options, by their options: services that share one share its spares
 */
record Surroundings(
        Path folder,
        Code code,
        Map<String, String> environment,
        @Nullable Actions actions,
        String text,
        Map<String, ServiceExecutor> executors) {
    Path resolve(String path) {
        return folder.resolve(path);
    }
}
