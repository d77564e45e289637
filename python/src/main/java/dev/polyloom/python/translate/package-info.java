/** From the syntax tree of a Python program to Java. */
package dev.polyloom.python.translate;
