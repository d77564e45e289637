/**
 * Python's values and what is done with them. An {@code int} is a {@link Long}, or a {@link
 * java.math.BigInteger} where it does not fit; a {@code float} is a {@link Double}, a {@code bool}
 * a {@link Boolean}, a {@code str} a {@link String}, and {@code None} is {@link None#NONE}.
 */
package dev.polyloom.python.runtime;
