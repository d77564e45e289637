/** Python's three ways to format: specifications, {@code %} and {@code str.format}. */
@NullMarked
package dev.polyloom.python.runtime.format;

import org.jspecify.annotations.NullMarked;
