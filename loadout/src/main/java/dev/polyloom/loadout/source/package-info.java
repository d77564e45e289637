/** Reads load-outs from where they are kept, into a tree that knows where each part stood. */
package dev.polyloom.loadout.source;
