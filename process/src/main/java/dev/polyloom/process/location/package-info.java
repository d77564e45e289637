/** How write locations work: pooled regions, bulk pipes, atomic files, tables. */
package dev.polyloom.process.location;
