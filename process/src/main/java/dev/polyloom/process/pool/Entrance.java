package dev.polyloom.process.pool;

import dev.polyloom.process.classes.ClassServer;
import dev.polyloom.process.transport.Acceptor;
import dev.polyloom.process.transport.Rings;
import java.nio.file.Path;

/**
 * Where processes that are to be workers come in.
 *
 * @param acceptor lets them in
 * @param socket where it does
 * @param rings makes their shared memory
 * @param classes serves them classes
 */
record Entrance(Acceptor acceptor, Path socket, Rings rings, ClassServer classes) {}
