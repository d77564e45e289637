/** Which names each part of a program has, and where they live. */
package dev.polyloom.python.scope;
