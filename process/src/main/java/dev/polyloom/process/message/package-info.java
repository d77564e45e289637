/** How messages find their way between primary and workers, at both ends and in between. */
package dev.polyloom.process.message;
