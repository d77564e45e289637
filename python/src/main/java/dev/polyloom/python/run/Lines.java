package dev.polyloom.python.run;

import dev.polyloom.python.runtime.object.Position;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.instruction.LineNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives the classes of a translated module the lines of its Python source. A line in which several
 * things can happen has numbers of its own for them: to the first, which is the longest, its number
 * in Python, to the others the same with a multiple of a power of ten added.
 *
 * @param file the name of the Python file
 * @param numbers the number for each line of Java, or 0
 * @param positions where in the file the numbers lead
 */
record Lines(String file, List<Integer> numbers, Map<Integer, Position> positions) {
    private static final int MOST = 0xffff;

    /**
     * Numbers the places of a file.
     *
     * @param length how many lines it has
     * @param origins for each line of Java where it comes from
     */
    static Lines of(String file, int length, List<Position> origins) {
        int step = 10;
        while (step <= length) {
            step *= 10;
        }
        Map<Integer, List<Position>> byLine = new TreeMap<>();
        for (Position each : new java.util.LinkedHashSet<>(origins)) {
            if (each.line() > 0) {
                byLine.computeIfAbsent(each.line(), key -> new ArrayList<>()).add(each);
            }
        }
        Map<Position, Integer> known = new HashMap<>();
        Map<Integer, Position> positions = new LinkedHashMap<>();
        for (List<Position> all : byLine.values()) {
            all.sort(Comparator.comparingInt(Lines::length).reversed());
            int number = all.getFirst().line();
            for (Position each : all) {
                boolean fits = number <= MOST;
                known.put(each, fits ? number : each.line());
                if (fits) {
                    positions.put(number, each);
                } else {
                    positions.put(each.line(), Position.at(each.line()));
                }
                number += step;
            }
        }
        List<Integer> numbers = origins.stream().map(each -> known.getOrDefault(each, 0)).toList();
        return new Lines(file, numbers, positions);
    }

    private static int length(Position each) {
        return (each.endLine() - each.line()) * MOST + each.endColumn() - each.column();
    }

    /** Returns a class whose lines are those of Python. */
    byte[] rewrite(byte[] type) {
        CodeTransform lines =
                (builder, element) -> {
                    if (element instanceof LineNumber line) {
                        int number =
                                line.line() <= numbers.size() ? numbers.get(line.line() - 1) : 0;
                        if (number > 0) {
                            builder.lineNumber(number);
                        }
                    } else {
                        builder.with(element);
                    }
                };
        ClassTransform methods = ClassTransform.transformingMethodBodies(lines);
        ClassTransform source =
                ClassTransform.dropping(SourceFileAttribute.class::isInstance)
                        .andThen(
                                ClassTransform.endHandler(
                                        builder -> builder.with(SourceFileAttribute.of(file))));
        ClassFile format =
                ClassFile.of(
                        ClassFile.ClassHierarchyResolverOption.of(
                                ClassHierarchyResolver.ofClassLoading(Lines.class.getClassLoader())
                                        .orElse(ClassHierarchyResolver.defaultResolver())));
        return format.transformClass(format.parse(type), methods.andThen(source));
    }
}
