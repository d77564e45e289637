/**
 * What only the JVM has. Whoever builds for another target replaces the classes of this package.
 */
package dev.polyloom.python.runtime.platform;
