/** The module {@code re}. */
@NullMarked
package dev.polyloom.python.runtime.re;

import org.jspecify.annotations.NullMarked;
