/** Services made of what knows nothing of services. */
package dev.polyloom.supervisor.made;
