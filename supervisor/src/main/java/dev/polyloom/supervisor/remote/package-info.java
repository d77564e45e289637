/** Services in worker processes: the host's side, the worker's, and what they say to each other. */
package dev.polyloom.supervisor.remote;
