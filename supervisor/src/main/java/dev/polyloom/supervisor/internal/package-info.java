/** What runs a host: its thread, its services' incarnations, mailboxes, loops and events. */
package dev.polyloom.supervisor.internal;
