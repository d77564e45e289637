/**
 * Classes that mirror those of {@code java.util.concurrent} name for name, so that an import is all
 * that changes.
 */
package dev.polyloom.compat;
