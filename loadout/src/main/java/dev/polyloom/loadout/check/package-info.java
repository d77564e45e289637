/** Checks load-outs whole, and turns those without a fault into what can be opened. */
package dev.polyloom.loadout.check;
