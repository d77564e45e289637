package dev.polyloom.python;

import dev.polyloom.python.assess.Assessor;
import dev.polyloom.python.assess.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/**
 * Says of Python files which would be translated, and each reason why the others would not. Nothing
 * is run. Instances are immutable.
 */
public final class Assessment {
    private final SortedMap<String, List<Finding>> files;

    private Assessment(SortedMap<String, List<Finding>> files) {
        this.files = files;
    }

    /**
     * Assesses files, and all Python files in folders. Hidden folders are left out.
     *
     * @param paths files and folders
     * @return what was found
     * @throws IOException if something cannot be read
     * @throws NullPointerException if a path is null
     */
    public static Assessment of(Collection<Path> paths) throws IOException {
        return new Assessment(Assessor.assess(List.copyOf(paths)));
    }

    /**
     * Returns the files that were looked at.
     *
     * @return their names, in order
     */
    public List<String> files() {
        return List.copyOf(files.keySet());
    }

    /**
     * Returns all reasons.
     *
     * @return them by file, line and column; empty when everything would be translated
     */
    public List<Finding> findings() {
        return files.values().stream().flatMap(List::stream).toList();
    }

    /**
     * Tells whether everything would be translated.
     *
     * @return whether nothing speaks against it
     */
    public boolean isTranslatable() {
        return files.values().stream().allMatch(List::isEmpty);
    }

    /**
     * Returns the assessment for people: a line for each reason, then a summary.
     *
     * @return lines, each with its end
     */
    public String text() {
        return Report.text(files);
    }

    /**
     * Returns the assessment as JSON.
     *
     * @return an object with {@code translatable} and {@code files}, each with its {@code findings}
     */
    public String json() {
        return Report.json(files);
    }

    /**
     * Returns the assessment as a page that needs nothing else.
     *
     * @return HTML
     */
    public String html() {
        return Report.html(files);
    }
}
