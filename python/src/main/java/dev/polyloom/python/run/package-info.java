/** Compiles translated programs and runs them. */
package dev.polyloom.python.run;
