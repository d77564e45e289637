/** The primary's side: the pool, the life and death of its workers, and what is watched. */
package dev.polyloom.process.pool;
