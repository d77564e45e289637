/** How the library parts of the runtime say that something is wrong. */
@NullMarked
package dev.polyloom.python.runtime.fault;

import org.jspecify.annotations.NullMarked;
