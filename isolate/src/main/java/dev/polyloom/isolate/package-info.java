/** Class-loader realms: copies of the application's classes with static state of their own. */
@NullMarked
package dev.polyloom.isolate;

import org.jspecify.annotations.NullMarked;
