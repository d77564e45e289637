/**
 * Scopes that are real executors, opened through {@link dev.polyloom.Run}, and parallel maps over
 * them.
 */
package dev.polyloom;
