package dev.polyloom.process;

import dev.polyloom.process.location.AtomicFile;
import dev.polyloom.process.location.JdbcTable;
import dev.polyloom.process.location.OwnedPipe;
import dev.polyloom.process.location.Regions;
import java.io.Serializable;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A place where a task finds large input or leaves large output: shared memory, a second pipe, a
 * file, or a table of a database. A task only names it: whatever the place holds, what travels is
 * its name, kind and size, and the process that the task runs in opens it on use.
 *
 * <pre>{@code
 * try (SharedRegion input = WriteLocation.share(samples)) {
 *     double mean = scope.submit(() -> Statistics.mean(input.doubles())).get();
 * }
 * }</pre>
 *
 * <p>The process that made a location owns it. Only the owner frees it, with {@link #close()};
 * closing it elsewhere changes nothing, and a worker that dies while it writes frees and breaks
 * nothing. What a dead owner left behind is removed when the next one starts.
 *
 * <p>What a task has written before it returns or throws is seen by whoever sees its future
 * completed: the frame that brings the result is sent after those writes and read before what
 * follows {@code get()}. A task that was killed, or that failed, may have left part of its output
 * in shared memory; a file and a table show all of one {@code write} or nothing of it, and a pipe
 * tells the reader that its end is missing.
 *
 * <p>Locations may be used by several threads at once, except that one thread at a time reads from
 * a pipe and one writes to it. Their methods throw {@link WriteLocationException} when a location
 * cannot be had.
 */
public sealed interface WriteLocation extends Serializable, AutoCloseable
        permits SharedRegion, BulkPipe, FileLocation, TableLocation {
    /** The kinds of locations. */
    enum Kind {
        /** Memory that several processes see. */
        SHARED_MEMORY,
        /** A connection for bulk data beside the one for tasks. */
        PIPE,
        /** A file that is replaced as a whole. */
        FILE,
        /** A table of a database. */
        DATABASE
    }

    /**
     * Returns the name, which is the same in every process and never holds a secret.
     *
     * @return the name
     */
    String name();

    /**
     * Returns what kind of location this is.
     *
     * @return the kind
     */
    Kind kind();

    /** Frees the location if it is called where the location was made, else does nothing. */
    @Override
    void close();

    /**
     * Makes a region of shared memory filled with zeros, on disk if there is no room in memory.
     *
     * @param bytes its size
     * @return the region, to be closed by the caller
     * @throws WriteLocationException if there is no room for it
     */
    static SharedRegion shared(long bytes) {
        return shared(bytes, Placement.MEMORY_OR_DISK);
    }

    /**
     * Makes a region of shared memory filled with zeros. Its bytes are reserved before this method
     * returns, so a full memory fails here and not in a task.
     *
     * @param bytes its size
     * @param placement where it may lie
     * @return the region, to be closed by the caller
     * @throws WriteLocationException if there is no room for it; the message tells how many bytes
     *     were asked for and how many are free
     */
    static SharedRegion shared(long bytes, Placement placement) {
        return Regions.ofThisProcess().zeroed(bytes, placement);
    }

    /**
     * Copies numbers into a region of shared memory, in the byte order of this machine.
     *
     * @param values the numbers
     * @return the region, to be closed by the caller
     * @throws WriteLocationException if there is no room for it
     */
    static SharedRegion share(double[] values) {
        return share(MemorySegment.ofArray(values));
    }

    /**
     * Copies numbers into a region of shared memory, in the byte order of this machine.
     *
     * @param values the numbers
     * @return the region, to be closed by the caller
     * @throws WriteLocationException if there is no room for it
     */
    static SharedRegion share(long[] values) {
        return share(MemorySegment.ofArray(values));
    }

    /**
     * Copies bytes into a region of shared memory.
     *
     * @param values the bytes
     * @return the region, to be closed by the caller
     * @throws WriteLocationException if there is no room for it
     */
    static SharedRegion share(byte[] values) {
        return share(MemorySegment.ofArray(values));
    }

    /**
     * Copies the content of a segment into a region of shared memory.
     *
     * @param source the segment
     * @return the region, to be closed by the caller
     * @throws WriteLocationException if there is no room for it
     */
    static SharedRegion share(MemorySegment source) {
        return Regions.ofThisProcess().copyOf(source, Placement.MEMORY_OR_DISK);
    }

    /**
     * Makes a pipe for bulk data that waits up to 30 seconds for its worker to connect.
     *
     * @return the pipe, to be closed by the caller
     * @throws WriteLocationException if its socket cannot be made
     */
    static BulkPipe pipe() {
        return pipe(Duration.ofSeconds(30));
    }

    /**
     * Makes a pipe for bulk data between this process and the one task that uses it.
     *
     * @param patience how long the owner waits for the task to connect, before it gives up
     * @return the pipe, to be closed by the caller
     * @throws WriteLocationException if its socket cannot be made
     */
    static BulkPipe pipe(Duration patience) {
        return OwnedPipe.open(patience);
    }

    /**
     * Names a file, which need not exist yet.
     *
     * @param file the file; a relative path is resolved here, not in the worker
     * @return the location
     */
    static FileLocation file(Path file) {
        return AtomicFile.of(file);
    }

    /**
     * Names a table of an embedded H2 database, which is made unless it exists. This process keeps
     * the database open until the location is closed, and serves the workers through a port of this
     * machine's loopback address that only they know the key to. H2 must be on the class path.
     *
     * @param database the path of the database without an extension; resolved here
     * @param table the name of the table: letters, digits and underscores, perhaps after a schema
     *     and a dot
     * @return the location, to be closed by the caller
     * @throws WriteLocationException if the database cannot be opened
     */
    static TableLocation table(Path database, String table) {
        return JdbcTable.embedded(database, table);
    }

    /**
     * Names a table of any database whose JDBC driver is on the class path.
     *
     * @param url the JDBC URL, with what the driver needs to log in
     * @param table the name of the table: letters, digits and underscores, perhaps after a schema
     *     and a dot
     * @return the location
     */
    static TableLocation table(String url, String table) {
        return JdbcTable.of(url, table);
    }
}
