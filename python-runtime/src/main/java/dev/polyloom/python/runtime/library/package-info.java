/** The modules of Python's library. */
package dev.polyloom.python.runtime.library;
