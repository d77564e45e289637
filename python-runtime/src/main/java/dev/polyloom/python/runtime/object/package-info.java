/**
 * Python's objects: types, instances, functions, containers, exceptions, and what operators do with
 * them. Translated programs call what is public here.
 */
package dev.polyloom.python.runtime.object;
