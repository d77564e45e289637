package dev.polyloom.python.ast;

/**
 * A stretch of source text. Lines count from 1, columns from 0 in Unicode code points; the end is
 * the place after the last character.
 *
 * @param line the line of the first character
 * @param column the column of the first character
 * @param endLine the line of the last character
 * @param endColumn the column after the last character
 */
public record Span(int line, int column, int endLine, int endColumn) {}
