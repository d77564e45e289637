/** The errors that Python finds only when it compiles a program. */
package dev.polyloom.python.check;
