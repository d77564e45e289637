/** What hosts of child processes have in common: what those write, why they end, and signals. */
package dev.polyloom.process.child;
