/** Python programs on the JVM: what can be translated, and each reason why something cannot. */
package dev.polyloom.python;
