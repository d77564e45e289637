/** What of Python cannot be translated, and where a program uses it. */
package dev.polyloom.python.assess;
