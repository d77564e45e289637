package dev.polyloom.supervisor;

import dev.polyloom.supervisor.command.CommandRun;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An external command as a service. Immutable.
 *
 * <p>It is ready when it has begun, or has written a line that {@link #readyOn} names. Each line it
 * writes is a sign of life for {@link ServiceBuilder#heartbeat}. Told to stop, it gets SIGTERM;
 * killed, it gets SIGKILL with all processes that it has started and that have not left its group.
 * Exit code 0 is a normal end; any other, and a signal, is a crash, whose cause is a {@link
 * CommandFailedException}. It has no standard input. When this JVM ends, whatever it dies of, the
 * command is killed, save on Windows.
 */
public final class CommandService implements SerializableService {
    private static final long serialVersionUID = 1L;

    private final List<String> line;
    private final Map<String, String> environment;
    private final @Nullable File directory;
    private final @Nullable File output;
    private final @Nullable Pattern readyOn;

    CommandService(List<String> line) {
        this(line, Map.of(), null, null, null);
        if (line.isEmpty() || line.getFirst().isBlank()) {
            throw new IllegalArgumentException("a command needs a program");
        }
    }

    private CommandService(
            List<String> line,
            Map<String, String> environment,
            @Nullable File directory,
            @Nullable File output,
            @Nullable Pattern readyOn) {
        this.line = line;
        this.environment = environment;
        this.directory = directory;
        this.output = output;
        this.readyOn = readyOn;
    }

    /**
     * Returns this command with a variable more in its environment, besides those of this JVM.
     *
     * @param variable its name
     * @param value its value
     * @return the new command
     */
    public CommandService environment(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(variable, Objects.requireNonNull(value, "value"));
        return new CommandService(line, Map.copyOf(more), directory, output, readyOn);
    }

    /**
     * Returns this command with another folder to run in than that of this JVM.
     *
     * @param value the folder
     * @return the new command
     */
    public CommandService directory(Path value) {
        return new CommandService(line, environment, value.toFile(), output, readyOn);
    }

    /**
     * Returns this command with a file to which what it writes is appended. Without, each line is
     * logged with the logger of {@link ServiceContext#logger()}: standard output as information,
     * standard error as a warning.
     *
     * @param file the file, made if there is none
     * @return the new command
     */
    public CommandService output(Path file) {
        return new CommandService(line, environment, directory, file.toFile(), readyOn);
    }

    /**
     * Returns this command as one that is ready only when it has written a line, within the time of
     * {@link ServiceBuilder#readyWithin}.
     *
     * @param regex what is to be found in the line
     * @return the new command
     * @throws java.util.regex.PatternSyntaxException if it is no regular expression
     */
    public CommandService readyOn(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return new CommandService(line, environment, directory, output, pattern);
    }

    @Override
    public void run(ServiceContext context) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(line).directory(directory);
        builder.environment().putAll(environment);
        new CommandRun(builder, output, readyOn, context).run();
    }

    /** Returns the command line. */
    @Override
    public String toString() {
        return String.join(" ", line);
    }
}
