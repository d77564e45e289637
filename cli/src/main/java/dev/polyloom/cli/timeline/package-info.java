/** Records what ran when on which worker, and writes it as a page to look at. */
package dev.polyloom.cli.timeline;
