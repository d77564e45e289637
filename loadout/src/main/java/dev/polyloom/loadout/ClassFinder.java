package dev.polyloom.loadout;

import java.nio.file.Path;
import java.util.List;

/** Finds the classes that a load-out names, without initialising them. */
@FunctionalInterface
public interface ClassFinder {
    /** Finds classes on the class path by their names. */
    ClassFinder ON_CLASS_PATH = wanted -> Class.forName(wanted.name(), false, wanted.loader());

    /**
     * A class that is looked for.
     *
     * @param name its name as the load-out has it
     * @param folder the folder that the load-out's relative paths start from
     * @param classPath the load-out's class path
     * @param loader a loader of the class path, the same for all classes of the load-out
     */
    record Wanted(String name, Path folder, List<Path> classPath, ClassLoader loader) {
        /**
         * Makes one.
         *
         * @param name the class's name
         * @param folder the folder
         * @param classPath the class path
         * @param loader its loader
         */
        public Wanted {
            classPath = List.copyOf(classPath);
        }
    }

    /**
     * Finds a class.
     *
     * @param wanted the class
     * @return the class
     * @throws ClassNotFoundException if there is none of the name
     * @throws IllegalArgumentException if it cannot be had for another reason, which the message
     *     tells
     */
    Class<?> find(Wanted wanted) throws ClassNotFoundException;
}
