package dev.polyloom.process.actions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.process.ActionException;
import dev.polyloom.process.Actions;
import dev.polyloom.process.DeferredCall;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random overloads and calls: the compiler is asked which method it would call. */
@Timeout(120)
class CompilerChoiceTest {
    private static final List<String> TYPES =
            List.of(
                    "byte",
                    "short",
                    "int",
                    "long",
                    "float",
                    "double",
                    "char",
                    "boolean",
                    "Integer",
                    "Long",
                    "Character",
                    "Number",
                    "Object",
                    "String",
                    "CharSequence",
                    "Comparable",
                    "java.io.Serializable",
                    "List",
                    "Collection",
                    "ArrayList",
                    "int[]",
                    "long[]",
                    "Object[]",
                    "String[]",
                    "Integer[]");

    private static final Map<String, @Nullable Object> ARGUMENTS = arguments();
    private static final Pattern ERROR = Pattern.compile("Calls\\.java:(\\d+): error");

    private static final int HEADER = 5;

    @TempDir private Path folder;

    private static Map<String, @Nullable Object> arguments() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("1", 1);
        all.put("(byte) 1", (byte) 1);
        all.put("(short) 1", (short) 1);
        all.put("1L", 1L);
        all.put("1f", 1f);
        all.put("1.0", 1.0);
        all.put("'c'", 'c');
        all.put("true", true);
        all.put("\"s\"", "s");
        all.put("new TreeSet()", new TreeSet<>());
        all.put("null", null);
        all.put("new ArrayList()", new ArrayList<>());
        all.put("new HashMap()", new HashMap<>());
        all.put("new int[] {1}", new int[] {1});
        all.put("new Integer[] {1}", new Integer[] {1});
        all.put("new String[] {\"s\"}", new String[] {"s"});
        all.put("new Object()", new Object());
        return all;
    }

    /** A call as it is written, and its arguments. */
    private record Sample(int group, List<String> written) {
        String source() {
            return "g%d(%s)".formatted(group, String.join(", ", written));
        }

        @Nullable Object[] values() {
            return written.stream().map(ARGUMENTS::get).toArray();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void choice_isThatOfTheCompiler(long seed) throws Exception {
        Random random = new Random(seed);
        List<String> methods = new ArrayList<>();
        Set<Sample> samples = new LinkedHashSet<>();
        for (int group = 0; group < 80; group++) {
            methods.addAll(overloads(group, random));
            for (int i = 0; i < 20; i++) {
                samples.add(sample(group, random));
            }
        }
        List<Sample> all = List.copyOf(samples);
        List<Integer> wrong = errors(source(methods, all));
        List<Sample> right =
                IntStream.range(0, all.size())
                        .filter(i -> !wrong.contains(line(methods, i)))
                        .mapToObj(all::get)
                        .toList();
        assertThat(errors(source(methods, right))).isEmpty();
        assertThat(right.size()).isBetween(100, all.size() - 100);

        compare(all, right);
    }

    private void compare(List<Sample> all, List<Sample> right) throws Exception {
        try (var loader =
                new URLClassLoader(
                        new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            Class<?> type = loader.loadClass("Calls");
            var builder = Actions.builder();
            Arrays.stream(type.getMethods())
                    .map(Method::getName)
                    .filter(name -> name.matches("g\\d+"))
                    .distinct()
                    .forEach(name -> builder.method("x." + name, type, name));
            Actions actions = builder.build();
            Map<?, ?> chosen = (Map<?, ?>) type.getMethod("all").invoke(null);
            for (Sample sample : all) {
                Object expected = right.contains(sample) ? chosen.get(sample.source()) : "refused";
                assertThat(called(actions, sample))
                        .as("%s of %s", sample.source(), actions.signatures("x.g" + sample.group))
                        .isEqualTo(expected);
            }
        }
    }

    private static @Nullable Object called(Actions actions, Sample sample) throws Exception {
        try {
            return actions.invoke(DeferredCall.of("x.g" + sample.group, sample.values()));
        } catch (ActionException e) {
            return "refused";
        }
    }

    private static Set<String> overloads(int group, Random random) {
        Map<String, String> methods = new LinkedHashMap<>();
        int arity = random.nextInt(3);
        int count = 2 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            List<String> types = new ArrayList<>();
            for (int j = 0; j < arity + random.nextInt(2); j++) {
                types.add(TYPES.get(random.nextInt(TYPES.size())));
            }
            boolean spread = !types.isEmpty() && random.nextInt(3) == 0;
            String erased = String.join(", ", types) + (spread ? "[]" : "");
            methods.putIfAbsent(erased, method(group, types, spread, erased));
        }
        return new LinkedHashSet<>(methods.values());
    }

    private static String method(int group, List<String> types, boolean spread, String result) {
        String parameters =
                IntStream.range(0, types.size())
                        .mapToObj(i ->
                                types.get(i)
                                        + (spread && i == types.size() - 1 ? "..." : "")
                                        + " a"
                                        + i)
                        .collect(Collectors.joining(", "));
        return "public static String g%d(%s) { return \"%s\"; }"
                .formatted(group, parameters, result);
    }

    private static Sample sample(int group, Random random) {
        List<String> all = List.copyOf(ARGUMENTS.keySet());
        return new Sample(
                group, random.ints(random.nextInt(4), 0, all.size()).mapToObj(all::get).toList());
    }

    /** Returns the line of a call in the source. */
    private static int line(List<String> methods, int sample) {
        return HEADER + methods.size() + sample * 3 + 2;
    }

    private static String source(List<String> methods, List<Sample> samples) {
        StringBuilder source = new StringBuilder("import java.util.*;\npublic class Calls {\n");
        source.append("static Map<String, String> m = new HashMap<>();\n");
        source.append("public static Map<String, String> all() {\n");
        source.append(
                IntStream.range(0, samples.size())
                        .mapToObj(i -> "s" + i + "();")
                        .collect(Collectors.joining(" ", "", " return m; }\n")));
        methods.forEach(method -> source.append(method).append('\n'));
        for (int i = 0; i < samples.size(); i++) {
            String call = samples.get(i).source();
            source.append("static void s%d() {\n".formatted(i))
                    .append("m.put(\"%s\", %s);\n}\n".formatted(call.replace("\"", "\\\""), call));
        }
        return source.append("}\n").toString();
    }

    private List<Integer> errors(String source) throws Exception {
        Path file = Files.writeString(folder.resolve("Calls.java"), source);
        StringWriter said = new StringWriter();
        ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        new PrintWriter(said),
                        new PrintWriter(said),
                        "-nowarn",
                        "-Xmaxerrs",
                        "100000",
                        "-d",
                        folder.toString(),
                        file.toString());
        return ERROR.matcher(said.toString())
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .toList();
    }
}
