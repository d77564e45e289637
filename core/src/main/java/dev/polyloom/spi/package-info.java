/**
 * What a new kind of worker implements to become a flavor; found with {@link
 * java.util.ServiceLoader}.
 */
package dev.polyloom.spi;
