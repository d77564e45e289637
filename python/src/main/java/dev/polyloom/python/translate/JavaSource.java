package dev.polyloom.python.translate;

/**
 * The Java class that a module has become.
 *
 * @param className its name
 * @param moduleName the module
 * @param text its source
 * @param origins for each line the line of Python that it comes from, or 0
 */
public record JavaSource(
        String className, String moduleName, String text, java.util.List<Integer> origins) {}
