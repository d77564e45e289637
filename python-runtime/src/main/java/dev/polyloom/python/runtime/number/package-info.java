/**
 * Python's numbers: an int is a {@link Long}, or a {@link java.math.BigInteger} where it does not
 * fit; a float is a double.
 */
@NullMarked
package dev.polyloom.python.runtime.number;

import org.jspecify.annotations.NullMarked;
