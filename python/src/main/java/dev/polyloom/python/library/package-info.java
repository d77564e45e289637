/** Modules of Python's library that are themselves written in Python. */
package dev.polyloom.python.library;
