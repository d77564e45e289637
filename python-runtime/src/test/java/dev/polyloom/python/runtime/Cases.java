package dev.polyloom.python.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.number.Ints;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Calls with the answers of CPython, which are compared with ours. Those of a live CPython are used
 * where there is one of the recorded version, from the seed that the system property {@code
 * cases.seed} names; the recorded ones always.
 */
final class Cases {
    /** What answers a call here. */
    @FunctionalInterface
    interface Answer {
        @Nullable Object of(List<Object> arguments);
    }

    private static final String RECORDED_VERSION = "Python 3.11";
    private static final long SEED = 20_261_122;
    private static final int MOST_SHOWN = 25;
    private static final int NEAR = Integer.getInteger("cases.near", 4);

    private final Map<String, Answer> answers = new HashMap<>();

    Cases on(String name, Answer answer) {
        answers.put(name, answer);
        return this;
    }

    /** Holds the answers to the recorded cases of the area, and to new ones from CPython. */
    void check(String area, int count) {
        check(recorded(area));
        if (isPythonPresent()) {
            check(live(area, Long.getLong("cases.seed", SEED), count));
        }
    }

    private void check(List<String> lines) {
        assertThat(lines).isNotEmpty();
        List<String> wrong = new ArrayList<>();
        int number = 0;
        for (String line : lines) {
            String difference = difference(line);
            if (difference != null) {
                number++;
                if (wrong.size() < MOST_SHOWN) {
                    wrong.add(difference);
                }
            }
        }
        assertThat(wrong).as("%d of %d cases", number, lines.size()).isEmpty();
    }

    private @Nullable String difference(String line) {
        Iterator<String> tokens = List.of(line.split("\t", -1)).iterator();
        String name = (String) Objects.requireNonNull(read(tokens));
        @SuppressWarnings("unchecked")
        List<Object> arguments = (List<Object>) Objects.requireNonNull(read(tokens));
        Object wanted = read(tokens);
        Answer answer = Objects.requireNonNull(answers.get(name), name);
        Object found;
        try {
            found = canonical(answer.of(arguments));
        } catch (Fault e) {
            found = "!" + e.type() + ": " + e.text();
        } catch (RuntimeException | StackOverflowError e) {
            found = "!!" + e + " at " + List.of(e.getStackTrace()).subList(0, 2);
        }
        boolean near = name.startsWith("~") && isNear(wanted, found);
        return near || Objects.equals(wanted, found)
                ? null
                : name
                        + show(arguments)
                        + "\n   wanted "
                        + show(wanted)
                        + "\n   found  "
                        + show(found);
    }

    /**
     * Returns whether two floats are at most a few units of the last digit apart, as the answers of
     * different C libraries are.
     */
    private static boolean isNear(@Nullable Object wanted, @Nullable Object found) {
        if (wanted instanceof List<?> a && found instanceof List<?> b && a.size() == b.size()) {
            return IntStream.range(0, a.size()).allMatch(i -> isNear(a.get(i), b.get(i)));
        }
        return wanted instanceof Double x
                && found instanceof Double y
                && Math.abs(x - y) <= NEAR * Math.ulp(x);
    }

    private static String show(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> '"' + text + '"';
            case List<?> list -> list.stream().map(Cases::show).toList().toString();
            default -> value.toString();
        };
    }

    /** Returns the value in a form that equals does for: NaN is NaN, and bytes are text. */
    private static @Nullable Object canonical(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Integer number -> (long) number;
            case BigInteger big -> Ints.of(big);
            case byte[] bytes -> "b" + HexFormat.of().formatHex(bytes);
            case double[] doubles -> java.util.Arrays.stream(doubles).boxed().toList();
            case Object[] array -> canonical(java.util.Arrays.asList(array));
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>();
                list.forEach(item -> copy.add(canonical(item)));
                yield copy;
            }
            case None none -> null;
            default -> value;
        };
    }

    private static @Nullable Object read(Iterator<String> tokens) {
        String token = tokens.next();
        String rest = token.substring(1);
        return switch (token.charAt(0)) {
            case 'N' -> null;
            case 'T' -> true;
            case 'F' -> false;
            case 'i' -> Ints.of(new BigInteger(rest));
            case 'f' -> Double.longBitsToDouble(Long.parseUnsignedLong(rest, 16));
            case 's' -> text(rest);
            case 'b' -> token;
            case 'l' -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (int i = 0; i < Integer.parseInt(rest); i++) {
                    list.add(read(tokens));
                }
                yield list;
            }
            case 'd' -> {
                Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
                for (int i = 0; i < Integer.parseInt(rest); i++) {
                    map.put(read(tokens), read(tokens));
                }
                yield map;
            }
            case '!' -> token + ": " + read(tokens);
            default -> throw new IllegalArgumentException(token);
        };
    }

    /** Returns the bytes of an argument. */
    static byte[] bytes(Object argument) {
        return HexFormat.of().parseHex(((String) argument).substring(1));
    }

    private static String text(String escaped) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '\\') {
                int end = escaped.indexOf(';', i);
                text.appendCodePoint(Integer.parseInt(escaped, i + 1, end, 16));
                i = end;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static List<String> recorded(String area) {
        try (InputStream in = Cases.class.getResourceAsStream(area + ".cases")) {
            return lines(Objects.requireNonNull(in, area));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPythonPresent() {
        try {
            return run("python3", "--version").getFirst().startsWith(RECORDED_VERSION);
        } catch (UncheckedIOException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static List<String> live(String area, long seed, int count) {
        try {
            Path script =
                    Path.of(Objects.requireNonNull(Cases.class.getResource("cases.py")).toURI());
            return run(
                    "python3",
                    "-B",
                    script.toString(),
                    area,
                    Long.toString(seed),
                    Integer.toString(count));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> run(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("TZ", "UTC");
            Process process = builder.start();
            process.getOutputStream().close();
            List<String> lines = lines(process.getInputStream());
            assertThat(process.waitFor()).as("exit of %s: %s", List.of(command), lines).isZero();
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> lines(InputStream in) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            return reader.lines().toList();
        }
    }
}
