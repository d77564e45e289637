/** How commands speak to a running host: over a socket that only its user can reach. */
package dev.polyloom.cli.control;
