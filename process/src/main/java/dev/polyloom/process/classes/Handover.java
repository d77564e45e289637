package dev.polyloom.process.classes;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** Chooses which options of this JVM its workers get, too. */
final class Handover {
    private static final String AGENT = "dev.polyloom.process.agent.LambdaAgent";

    /** Where the agent leaves the path of its jar, in case it was attached to a running JVM. */
    private static final String AGENT_PROPERTY = "polyloom.agent.jar";

    private static final Set<String> WITH_VALUE =
            Set.of(
                    "--add-exports",
                    "--add-modules",
                    "--add-opens",
                    "--add-reads",
                    "--enable-final-field-mutation",
                    "--enable-native-access",
                    "--illegal-final-field-mutation",
                    "--illegal-native-access",
                    "--limit-modules",
                    "--patch-module",
                    "--sun-misc-unsafe-memory-access",
                    "--upgrade-module-path");
    private static final Set<String> FLAGS =
            Set.of(
                    "--enable-preview",
                    "-ea",
                    "-da",
                    "-esa",
                    "-dsa",
                    "-enableassertions",
                    "-disableassertions",
                    "-enablesystemassertions",
                    "-disablesystemassertions");
    private static final List<String> ASSERTIONS =
            List.of("-ea:", "-da:", "-enableassertions:", "-disableassertions:");

    /** Properties that say something of this JVM alone, of its launcher, or of a port it holds. */
    private static final List<String> PRIVATE_PROPERTIES =
            List.of(
                    "basedir",
                    "com.sun.management.",
                    "idea.",
                    "intellij.",
                    "java.class.path",
                    "java.home",
                    "java.rmi.server.",
                    "java.security.manager",
                    "java.system.class.loader",
                    "jdk.internal.",
                    "jdk.module.",
                    "jdk.sources",
                    "jboss.modules.",
                    "localRepository",
                    "maven.",
                    "org.gradle.",
                    "sun.",
                    "surefire.");

    private Handover() {}

    static List<String> of(List<String> inputArguments) {
        return inputArguments.stream().filter(Handover::isHandedOn).toList();
    }

    private static boolean isHandedOn(String argument) {
        if (argument.startsWith("-D")) {
            return isPublic(argument.substring(2));
        }
        return FLAGS.contains(argument)
                || WITH_VALUE.contains(argument.split("=", 2)[0])
                || argument.startsWith("-Xbootclasspath/a:")
                || ASSERTIONS.stream().anyMatch(argument::startsWith);
    }

    /** Returns the jar of Polyloom's own agent, if this JVM runs it. */
    static @Nullable String agent(List<String> inputArguments, Map<String, String> properties) {
        Path folder = Path.of(String.valueOf(properties.get("user.dir")));
        for (String argument : inputArguments) {
            if (argument.startsWith("-javaagent:")) {
                String jar = argument.substring("-javaagent:".length()).split("=", 2)[0];
                String full = folder.resolve(jar).normalize().toString();
                if (isOwnAgent(full)) {
                    return full;
                }
            }
        }
        String attached = properties.get(AGENT_PROPERTY);
        return attached != null && isOwnAgent(attached) ? attached : null;
    }

    private static boolean isOwnAgent(String file) {
        try (JarFile jar = new JarFile(file)) {
            Manifest manifest = jar.getManifest();
            return manifest != null
                    && AGENT.equals(manifest.getMainAttributes().getValue("Premain-Class"));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isPublic(String property) {
        return PRIVATE_PROPERTIES.stream()
                .noneMatch(p ->
                        p.endsWith(".")
                                ? property.startsWith(p)
                                : property.split("=", 2)[0].equals(p));
    }

    /** Makes each entry of a path absolute, so that a worker may have another working folder. */
    static String absolute(String path, Path folder) {
        List<String> entries = new ArrayList<>();
        for (String entry : path.split(File.pathSeparator, -1)) {
            String plain = entry.isEmpty() ? "." : entry;
            boolean wildcard = plain.endsWith("*");
            String base = wildcard ? plain.substring(0, plain.length() - 1) : plain;
            String full = folder.resolve(base.isEmpty() ? "." : base).normalize().toString();
            entries.add(wildcard ? full + File.separator + "*" : full);
        }
        return String.join(File.pathSeparator, entries);
    }
}
