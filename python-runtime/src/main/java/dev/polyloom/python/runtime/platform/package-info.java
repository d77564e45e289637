/** What only some platforms have, and the one class that says which platform this is. */
@NullMarked
package dev.polyloom.python.runtime.platform;

import org.jspecify.annotations.NullMarked;
