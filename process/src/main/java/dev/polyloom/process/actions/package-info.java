/** How actions are found, told apart and called. */
package dev.polyloom.process.actions;
