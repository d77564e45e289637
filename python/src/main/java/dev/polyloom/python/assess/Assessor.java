package dev.polyloom.python.assess;

import dev.polyloom.python.Finding;
import dev.polyloom.python.PythonSyntaxException;
import dev.polyloom.python.parse.Parsed;
import dev.polyloom.python.parse.PythonParser;
import dev.polyloom.python.parse.SourceReader;
import dev.polyloom.python.translate.Checks;
import dev.polyloom.python.translate.Needs;
import dev.polyloom.python.translate.Translation;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Looks at files one after another. */
public final class Assessor {
    private Assessor() {}

    /** Returns the findings of each file; folders stand for the Python files in them. */
    public static SortedMap<String, List<Finding>> assess(List<Path> paths) throws IOException {
        SortedMap<String, List<Finding>> found = new TreeMap<>();
        for (Path path : paths) {
            for (Path file : Files.isDirectory(path) ? programs(path) : List.of(path)) {
                found.put(file.toString(), findings(file));
            }
        }
        return Collections.unmodifiableSortedMap(found);
    }

    private static List<Path> programs(Path folder) throws IOException {
        List<Path> programs = new ArrayList<>();
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes facts) {
                        boolean hidden = isHidden(dir) && !dir.equals(folder);
                        return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                        if (file.toString().endsWith(".py")) {
                            programs.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return programs;
    }

    private static boolean isHidden(Path folder) {
        Path name = folder.getFileName();
        return name != null && name.toString().startsWith(".");
    }

    private static List<Finding> findings(Path file) throws IOException {
        try {
            Parsed parsed = PythonParser.parse(SourceReader.read(file));
            return Refusals.of(
                    parsed,
                    file,
                    Translation.of(parsed, "Program", "__main__", Checks.NONE, Needs.NONE));
        } catch (PythonSyntaxException e) {
            int column = Math.max(1, e.place().column());
            return List.of(new Finding(e.file(), e.place().line(), column, e.kind(), e.problem()));
        }
    }
}
