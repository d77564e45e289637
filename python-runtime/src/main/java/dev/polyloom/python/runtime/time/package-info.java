/** The modules {@code datetime} and {@code time}, on the calendar that they share. */
@NullMarked
package dev.polyloom.python.runtime.time;

import org.jspecify.annotations.NullMarked;
