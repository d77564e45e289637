package dev.polyloom.python.parse;

import dev.polyloom.python.ast.Program;
import dev.polyloom.python.scope.ScopeTable;

/**
 * A program that Python would accept.
 *
 * @param source its text
 * @param program its syntax tree
 * @param scopes its scopes
 */
public record Parsed(SourceText source, Program program, ScopeTable scopes) {}
