/** Python's str and bytes: a str is a {@link String}, whose indexes are those of code points. */
@NullMarked
package dev.polyloom.python.runtime.text;

import org.jspecify.annotations.NullMarked;
