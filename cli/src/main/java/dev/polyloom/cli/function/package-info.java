/** Finds the function that the command is to apply, compiles it if need be, and carries it. */
package dev.polyloom.cli.function;
