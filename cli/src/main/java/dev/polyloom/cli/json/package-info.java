/** Writes JSON. */
package dev.polyloom.cli.json;
