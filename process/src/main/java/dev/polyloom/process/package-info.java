/**
 * Worker processes that talk: the {@link dev.polyloom.process.Head} of each worker, the {@link
 * dev.polyloom.process.Router} of the primary, and the {@link dev.polyloom.process.Pipe}s between
 * all of them.
 */
package dev.polyloom.process;
