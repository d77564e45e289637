/** Finds out what the variables, parameters and results of a module hold. */
@NullMarked
package dev.polyloom.python.infer;

import org.jspecify.annotations.NullMarked;
