package dev.polyloom.hostfile;

import dev.polyloom.hostfile.read.HostSection;
import dev.polyloom.supervisor.Host;
import dev.polyloom.supervisor.HostBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A host as a YAML file describes it, checked and ready to be started. Immutable; nothing runs
 * before {@link #start()}.
 *
 * <pre>{@code
 * HostFile file = HostFile.read(Path.of("host.yaml"));
 * try (Host host = file.start()) {
 *     host.awaitStop();
 * }
 * }</pre>
 */
public final class HostFile {
    private final Path path;
    private final HostFileReader reader;
    private final HostSection.Declared declared;

    HostFile(Path path, HostFileReader reader, HostSection.Declared declared) {
        this.path = path;
        this.reader = reader;
        this.declared = declared;
    }

    /**
     * Reads a host file, with the classes on the class path of this program and of the file.
     *
     * @param file the YAML file
     * @return the host
     * @throws HostFileException with all that is wrong
     */
    public static HostFile read(Path file) {
        return reader().read(file);
    }

    /**
     * Returns what reads host files.
     *
     * @return a new reader
     */
    public static HostFileReader reader() {
        return new HostFileReader();
    }

    /**
     * Returns the JSON Schema of host files, with which editors complete and check them.
     *
     * @return the schema as JSON, draft 2020-12
     */
    public static String schema() {
        try (InputStream in = HostFile.class.getResourceAsStream("host.schema.json")) {
            byte[] bytes =
                    Objects.requireNonNull(in, "the schema belongs to the jar").readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the name of the host.
     *
     * @return the first name of all paths
     */
    public String name() {
        return declared.name();
    }

    /**
     * Returns a builder that declares the host, to which listeners can be added.
     *
     * @return a new builder
     */
    public HostBuilder host() {
        return declared.host();
    }

    /**
     * Starts the host.
     *
     * @return the host, to be closed by the caller
     */
    public Host start() {
        return host().start();
    }

    /**
     * Reads the file again. A service of which nothing has changed, neither in the file nor in the
     * file that holds its class, is the same object in both, so that {@link Host#update} leaves it
     * alone:
     *
     * <pre>{@code
     * HostFile next = file.readAgain();
     * HostUpdate update = host.update(next.host());
     * }</pre>
     *
     * @return the host as it is described now
     * @throws HostFileException with all that is wrong
     */
    public HostFile readAgain() {
        return reader.read(path, declared.services());
    }

    @Override
    public String toString() {
        return "HostFile[%s, %s]".formatted(name(), path);
    }
}
