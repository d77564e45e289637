package dev.polyloom.process.start;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a start cache is made of, and fits: a JDK, those options that matter to it, and code in jars
 * that have not changed since.
 *
 * @param java the command that starts the JVM
 * @param options options of the JVM
 * @param code options that say where code is found
 * @param key names all of it, the state of the jars included
 */
record Recipe(String java, List<String> options, List<String> code, String key) {
    private static final String CLASS_PATH = "--class-path";
    private static final String MODULE_PATH = "--module-path";

    /** With these the JVM uses no cache at all, or the user has one already. */
    private static final List<String> OBSTACLES =
            List.of(
                    "@",
                    "-XX:AOT",
                    "-XX:Flags",
                    "-XX:SharedArchiveFile",
                    "-XX:VMOptionsFile",
                    "-Xbootclasspath",
                    "-Xdebug",
                    "-Xrun",
                    "-Xshare",
                    "-agentlib",
                    "-agentpath",
                    "--limit-modules",
                    "--patch-module",
                    "--upgrade-module-path");

    /** These change what a worker says or how much it may take, but not its code. */
    private static final List<String> IRRELEVANT =
            List.of(
                    "-D",
                    "-Xlog",
                    "-Xmn",
                    "-Xms",
                    "-Xss",
                    "-XX:FlightRecorderOptions",
                    "-XX:StartFlightRecording",
                    "-verbose");

    private static final long COMPRESSED_HEAP = 32L << 30;

    /**
     * Derives the recipe of a worker's command line.
     *
     * @param java the command that starts the JVM
     * @param jvm options of the JVM
     * @param code where code is found, with the jars of the Polyloom classes first
     * @param ownJars how many of the first entries of the class path are such jars, 0 if unknown
     * @return the recipe
     * @throws UnfitException if no cache can be made for it
     */
    static Recipe of(String java, List<String> jvm, List<String> code, int ownJars)
            throws UnfitException {
        List<String> options = options(jvm);
        List<Path> files = new ArrayList<>();
        List<String> trained = trained(code, ownJars, files);
        for (String option : options) {
            if (option.startsWith("-javaagent:")) {
                files.add(Path.of(option.substring("-javaagent:".length())));
            }
        }
        return new Recipe(java, options, trained, key(java, options, trained, files));
    }

    private static List<String> options(List<String> jvm) throws UnfitException {
        List<String> options = new ArrayList<>();
        for (String option : jvm) {
            if (startsWithOneOf(option, OBSTACLES)) {
                throw new UnfitException("the workers' option " + option + " rules it out");
            }
            if (option.startsWith("-Xmx")) {
                options.add(normalHeap(option));
            } else if (!startsWithOneOf(option, IRRELEVANT)) {
                options.add(option);
            }
        }
        return List.copyOf(options);
    }

    private static boolean startsWithOneOf(String option, List<String> prefixes) {
        return prefixes.stream().anyMatch(option::startsWith);
    }

    /** All that matters of the size of a heap is whether its references are compressed. */
    private static String normalHeap(String option) throws UnfitException {
        return bytes(option.substring("-Xmx".length())) < COMPRESSED_HEAP ? "-Xmx1g" : option;
    }

    private static long bytes(String size) throws UnfitException {
        try {
            int last = size.length() - 1;
            int shift =
                    switch (Character.toLowerCase(size.charAt(last))) {
                        case 'k' -> 10;
                        case 'm' -> 20;
                        case 'g' -> 30;
                        case 't' -> 40;
                        default -> 0;
                    };
            return Long.parseLong(shift == 0 ? size : size.substring(0, last)) << shift;
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new UnfitException("the workers' heap size " + size + " is not a size");
        }
    }

    private static List<String> trained(List<String> code, int ownJars, List<Path> files)
            throws UnfitException {
        List<String> trained = new ArrayList<>(code);
        int modules = trained.indexOf(MODULE_PATH) + 1;
        int classes = trained.indexOf(CLASS_PATH) + 1;
        if (modules > 0) {
            addModules(trained.get(modules), files);
        }
        if (classes > 0) {
            boolean alone = modules == 0;
            List<String> jars = classPath(trained.get(classes), ownJars, alone, files);
            trained.set(classes, String.join(File.pathSeparator, jars));
            if (jars.isEmpty()) {
                trained.subList(classes - 1, classes + 1).clear();
            }
        }
        if (files.isEmpty()) {
            throw new UnfitException("the Polyloom classes do not lie in jars");
        }
        return List.copyOf(trained);
    }

    /** Returns the jars at the beginning of the class path: a cache covers no folders. */
    private static List<String> classPath(String path, int ownJars, boolean alone, List<Path> files)
            throws UnfitException {
        List<String> jars = new ArrayList<>();
        for (String entry : path.split(File.pathSeparator, -1)) {
            Path file = Path.of(entry);
            if (!Files.isRegularFile(file) || (ownJars > 0 && jars.size() == ownJars)) {
                break;
            }
            jars.add(entry);
            files.add(file);
        }
        if (jars.isEmpty() && alone) {
            throw new UnfitException("its class path does not begin with jars");
        }
        return jars;
    }

    private static void addModules(String path, List<Path> files) throws UnfitException {
        for (String entry : path.split(File.pathSeparator, -1)) {
            Path place = Path.of(entry);
            if (Files.isRegularFile(place)) {
                files.add(place);
            } else {
                files.addAll(jarsIn(place));
            }
        }
    }

    private static List<Path> jarsIn(Path folder) throws UnfitException {
        try (Stream<Path> content = Files.list(folder)) {
            List<Path> jars = content.filter(Files::isRegularFile).sorted().toList();
            if (jars.isEmpty() || Files.exists(folder.resolve("module-info.class"))) {
                throw new UnfitException("the modules in " + folder + " do not lie in jars");
            }
            return jars;
        } catch (IOException e) {
            throw new UnfitException("the module path cannot be read: " + e);
        }
    }

    private static String key(
            String java, List<String> options, List<String> code, List<Path> files)
            throws UnfitException {
        Fingerprint print = new Fingerprint();
        print.add(java);
        print.add(Runtime.version().toString());
        print.add(System.getProperty("java.vm.version") + System.getProperty("os.arch"));
        options.forEach(print::add);
        code.forEach(print::add);
        for (Path file : files) {
            print.add(state(file));
        }
        return print.text();
    }

    private static String state(Path file) throws UnfitException {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return file + " " + now.size() + " " + now.lastModifiedTime().toMillis();
        } catch (IOException e) {
            throw new UnfitException("a jar cannot be read: " + e);
        }
    }
}
