/** Takes the tree of a host file apart and collects all that is wrong with it. */
package dev.polyloom.hostfile.read;
