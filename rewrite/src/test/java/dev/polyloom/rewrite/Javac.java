package dev.polyloom.rewrite;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The compiler of the JDK, with Polyloom on its class path. */
final class Javac {
    private static final Pattern TYPE =
            Pattern.compile(
                    "(?m)^(?:public |final |abstract |sealed )*(?:class|interface|record|enum) (\\w+)");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

    private Javac() {}

    /** Returns the errors of a set of sources, none if they compile. */
    static List<String> errors(Collection<String> sources, Path folder) {
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        List<String> options =
                List.of(
                        "-d",
                        folder.toString(),
                        "-proc:none",
                        "-classpath",
                        System.getProperty("java.class.path"));
        boolean done =
                ToolProvider.getSystemJavaCompiler()
                        .getTask(
                                null,
                                null,
                                diagnostics,
                                options,
                                null,
                                sources.stream().map(Javac::file).toList())
                        .call();
        return done
                ? List.of()
                : diagnostics.getDiagnostics().stream().map(Object::toString).toList();
    }

    /** Runs the main method of a class in a folder and returns what it prints. */
    static String run(String name, Path folder) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path out = folder.resolve("out.txt");
        Process process =
                new ProcessBuilder(
                                java,
                                "-cp",
                                folder + File.pathSeparator + System.getProperty("java.class.path"),
                                name)
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        int exit = process.waitFor();
        String text = Files.readString(out);
        if (exit != 0) {
            throw new AssertionError(name + " ended with " + exit + ":\n" + text);
        }
        return text;
    }

    private static JavaFileObject file(String source) {
        Matcher type = TYPE.matcher(source);
        if (!type.find()) {
            throw new IllegalArgumentException("no class in " + source);
        }
        Matcher folder = PACKAGE.matcher(source);
        String path = folder.find() ? folder.group(1).replace('.', '/') + "/" : "";
        URI name = URI.create("string:///" + path + type.group(1) + ".java");
        return new SimpleJavaFileObject(name, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreErrors) {
                return source;
            }
        };
    }
}
