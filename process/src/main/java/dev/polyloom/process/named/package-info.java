/** Finds methods, classes and values by what people write. */
package dev.polyloom.process.named;
