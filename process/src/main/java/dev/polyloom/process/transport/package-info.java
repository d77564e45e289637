/** Frames between the primary and its workers, and the page a worker leaves when it dies. */
package dev.polyloom.process.transport;
