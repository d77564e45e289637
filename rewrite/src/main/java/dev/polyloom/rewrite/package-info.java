/** Recipes of OpenRewrite that move code from {@code java.util.concurrent} to Polyloom. */
@NullMarked
package dev.polyloom.rewrite;

import org.jspecify.annotations.NullMarked;
