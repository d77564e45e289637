package dev.polyloom.process;

import org.jspecify.annotations.Nullable;

/**
 * A message taken from a pipe.
 *
 * @param name its name, empty if it has none
 * @param value what it says
 */
public record Message(String name, @Nullable Object value) {}
