/** What all child processes have in common: what they write, and why they ended. */
package dev.polyloom.process.child;
