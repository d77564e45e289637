/** The module {@code json}. */
@NullMarked
package dev.polyloom.python.runtime.json;

import org.jspecify.annotations.NullMarked;
