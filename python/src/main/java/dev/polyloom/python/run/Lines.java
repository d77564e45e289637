package dev.polyloom.python.run;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.instruction.LineNumber;

/** Gives the classes of a translated module the lines of its Python source. */
final class Lines {
    private Lines() {}

    /**
     * Returns a class whose lines are those of Python.
     *
     * @param type the class as it was compiled
     * @param file the name of the Python file
     * @param origins for each line of Java the line of Python, or 0
     */
    static byte[] rewrite(byte[] type, String file, java.util.List<Integer> origins) {
        CodeTransform lines =
                (builder, element) -> {
                    if (element instanceof LineNumber line) {
                        int origin =
                                line.line() <= origins.size() ? origins.get(line.line() - 1) : 0;
                        if (origin > 0) {
                            builder.lineNumber(origin);
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
