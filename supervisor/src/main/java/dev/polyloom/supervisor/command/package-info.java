/** External commands, and what sees to it that none outlives this JVM. */
package dev.polyloom.supervisor.command;
