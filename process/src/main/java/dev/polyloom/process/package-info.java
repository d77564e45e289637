/**
 * Worker processes that talk: the {@link dev.polyloom.process.Head} of each worker, the {@link
 * dev.polyloom.process.Router} of the primary, and the {@link dev.polyloom.process.Pipe}s between
 * all of them.
 *
 * <p>{@link dev.polyloom.process.Actions} are methods that can be called by name, and nothing else
 * can; {@link dev.polyloom.process.Calls} makes the calls and has them run anywhere.
 */
package dev.polyloom.process;
