/** The module {@code multiprocessing}: processes as threads that share nothing by accident. */
@org.jspecify.annotations.NullMarked
package dev.polyloom.python.runtime.multiprocessing;
