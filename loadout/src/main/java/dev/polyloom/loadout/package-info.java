/**
 * Load-outs: actions, preps and workers described in YAML or in a database, and checked whole
 * before anything starts.
 */
package dev.polyloom.loadout;
