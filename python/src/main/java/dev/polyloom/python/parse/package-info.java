/** The parser, behind an adapter that gives our own syntax tree. */
package dev.polyloom.python.parse;
