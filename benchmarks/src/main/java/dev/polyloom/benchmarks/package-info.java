/** What measures Polyloom beside its peers; started by {@code benchmarks/run}. */
@org.jspecify.annotations.NullMarked
package dev.polyloom.benchmarks;
