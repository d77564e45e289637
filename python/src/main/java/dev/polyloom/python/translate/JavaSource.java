package dev.polyloom.python.translate;

import dev.polyloom.python.runtime.object.Position;
import java.util.List;

/**
 * The Java class that a module has become.
 *
 * @param className its name
 * @param moduleName the module
 * @param text its source
 * @param layout the same source with more lines, so that each call has a line of its own
 * @param origins for each line of the layout where it comes from
 */
public record JavaSource(
        String className, String moduleName, String text, String layout, List<Position> origins) {}
