/** What brings a new kind of executor for services. */
package dev.polyloom.supervisor.spi;
