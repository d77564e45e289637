/**
 * What worker processes can do beyond running tasks: actions that are called by their name, and
 * calls that are made now and run elsewhere.
 */
package dev.polyloom.process;
