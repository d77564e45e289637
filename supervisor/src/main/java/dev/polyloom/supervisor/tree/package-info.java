/**
 * The semantics of supervision without threads and clocks: what happened goes in with its time,
 * what is to be done comes out.
 */
package dev.polyloom.supervisor.tree;
