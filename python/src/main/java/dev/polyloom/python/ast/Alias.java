package dev.polyloom.python.ast;

import org.jspecify.annotations.Nullable;

/** {@code name as asname} in an import. */
public record Alias(Span span, String name, @Nullable String asname) implements Node {}
