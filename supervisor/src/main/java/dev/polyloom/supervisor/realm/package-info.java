/** Services in isolates. */
package dev.polyloom.supervisor.realm;
