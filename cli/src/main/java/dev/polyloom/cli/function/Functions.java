package dev.polyloom.cli.function;

import dev.polyloom.process.named.ClassPath;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Turns what was written on the command line into a function. */
public final class Functions {
    private Functions() {}

    /**
     * Finds a function, without initialising its class.
     *
     * @param text {@code package.Class::method} or {@code File.java::method}, with parameter types
     *     in brackets if the name alone is not enough
     * @param classPath where to look for classes, besides this program's own; possibly empty
     * @param test whether it must return a boolean
     * @return the function
     * @throws FunctionException if there is no such function
     */
    public static MethodCall find(String text, String classPath, boolean test) {
        FunctionSpec spec = FunctionSpec.parse(text);
        try {
            ClassPath path = classPath(classPath);
            return spec.isSource() ? inSource(spec, path, test) : inClass(spec, path, test);
        } catch (InvalidPathException e) {
            throw new FunctionException("not a path: " + e.getMessage());
        } catch (LinkageError e) {
            throw new FunctionException(
                    "class of %s cannot be loaded: %s; is all it needs on --class-path?"
                            .formatted(text, e));
        }
    }

    private static ClassPath classPath(String text) {
        try {
            return ClassPath.parse(text);
        } catch (InvalidPathException e) {
            throw new FunctionException("not a path: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new FunctionException("--class-path: " + e.getMessage());
        }
    }

    private static MethodCall inClass(FunctionSpec spec, ClassPath path, boolean test) {
        ClassLoader loader = path.loader();
        String name = spec.owner();
        while (true) {
            try {
                return MethodFinder.find(List.of(load(name, loader)), spec, test);
            } catch (ClassNotFoundException e) {
                int dot = name.lastIndexOf('.');
                if (dot < 0) {
                    throw new FunctionException(noClass(spec.owner(), path));
                }
                name = name.substring(0, dot) + "$" + name.substring(dot + 1);
            }
        }
    }

    private static String noClass(String name, ClassPath path) {
        String where = path.isEmpty() ? "" : " on --class-path " + path;
        return "no class '%s' found%s; write its full name, package.Class, and on --class-path the"
                        .formatted(name, where)
                + " jar or folder it is in";
    }

    private static MethodCall inSource(FunctionSpec spec, ClassPath path, boolean test) {
        Path source = Path.of(spec.owner());
        return MethodFinder.find(classesIn(source, path.forCompiler(), path.loader()), spec, test);
    }

    /** Compiles a source file and returns its own classes, the one named like the file first. */
    static List<Class<?>> classesIn(Path source, String classPath, ClassLoader parent) {
        SourceCompiler.Compiled compiled = SourceCompiler.compile(source, classPath);
        CompiledLoader loader = new CompiledLoader(compiled.classes(), parent);
        List<Class<?>> classes = new ArrayList<>();
        for (String name : inOrder(source, compiled)) {
            classes.add(loader.own(name));
        }
        if (classes.isEmpty()) {
            throw new FunctionException("%s holds no class".formatted(source));
        }
        return classes;
    }

    /** Lists the file's own classes, the one named like the file first, nested ones last. */
    private static List<String> inOrder(Path source, SourceCompiler.Compiled compiled) {
        String fileName = new File(source.toString()).getName();
        String prefix = compiled.packageName().isEmpty() ? "" : compiled.packageName() + ".";
        String main = prefix + fileName.substring(0, fileName.length() - ".java".length());
        List<String> names = new ArrayList<>(compiled.classes().keySet());
        names.removeIf(name -> !name.startsWith(prefix) || name.matches(".*\\$\\d.*"));
        names.sort((a, b) -> {
            int byMain = Boolean.compare(b.equals(main), a.equals(main));
            return byMain != 0 ? byMain : Boolean.compare(a.indexOf('$') >= 0, b.indexOf('$') >= 0);
        });
        return names;
    }

    private static Class<?> load(String name, ClassLoader loader) throws ClassNotFoundException {
        return Class.forName(name, false, loader);
    }
}
