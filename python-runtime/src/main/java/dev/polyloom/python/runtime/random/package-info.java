/** The module {@code random}: the same sequences as CPython's for the same seeds. */
@NullMarked
package dev.polyloom.python.runtime.random;

import org.jspecify.annotations.NullMarked;
