/** The syntax tree of a Python program. */
package dev.polyloom.python.ast;
