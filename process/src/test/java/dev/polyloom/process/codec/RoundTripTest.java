package dev.polyloom.process.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.SerializableCallable;
import dev.polyloom.process.classes.ClassServer;
import dev.polyloom.spi.Outcome;
import dev.polyloom.spi.Outcomes;
import java.io.Serializable;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of every kind, drawn by seed, come back as they were, shared where they were shared. */
@Timeout(60)
class RoundTripTest {
    private static final int ROUNDS = 400;

    private final ClassServer loaders = new ClassServer();
    private final Codec primary = Codec.ofPrimary(loaders, List.of());
    private final Codec worker = Codec.ofWorker(loaders);

    record Leaf(int number, String text, @Nullable Object more) implements Serializable {}

    private static @Nullable Object scalar(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> (byte) random.nextInt();
            case 3 -> (short) random.nextInt();
            case 4 -> (char) random.nextInt();
            case 5 -> random.nextInt() >> random.nextInt(32);
            case 6 -> random.nextLong() >> random.nextInt(64);
            case 7 -> Float.intBitsToFloat(random.nextInt());
            case 8 -> Double.longBitsToDouble(random.nextLong());
            default -> text(random);
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int range = new int[] {0x7f, 0xff, 0x800, 0x10000}[random.nextInt(4)];
        int length = random.nextInt(random.nextInt(20) == 0 ? 20_000 : 20);
        for (int i = 0; i < length; i++) {
            text.append((char) random.nextInt(range));
        }
        return text.toString();
    }

    private static Object array(Random random) {
        int length = random.nextInt(random.nextInt(10) == 0 ? 5_000 : 10);
        return switch (random.nextInt(8)) {
            case 0 -> random.ints(length).toArray();
            case 1 -> random.longs(length).toArray();
            case 2 -> random.doubles(length).toArray();
            case 3 -> new boolean[] {random.nextBoolean(), true};
            case 4 -> text(random).toCharArray();
            case 5 -> new short[] {(short) random.nextInt(), 1};
            case 6 -> new float[] {random.nextFloat()};
            default -> {
                byte[] bytes = new byte[length * 8];
                random.nextBytes(bytes);
                yield bytes;
            }
        };
    }

    private static Object object(Random random, List<Object> made) {
        return switch (random.nextInt(8)) {
            case 0 -> new ArrayList<>(Arrays.asList(scalar(random), pick(random, made)));
            case 1 -> new Leaf(random.nextInt(), text(random), pick(random, made));
            case 2 -> BigInteger.valueOf(random.nextLong()).pow(3);
            case 3 -> random.nextBoolean() ? TimeUnit.DAYS : Thread.State.NEW;
            case 4 -> Duration.ofNanos(random.nextLong());
            case 5 -> new Object[] {pick(random, made), scalar(random)};
            case 6 -> {
                HashMap<Object, @Nullable Object> map = new HashMap<>();
                map.put(text(random), pick(random, made));
                yield map;
            }
            default -> capturing(scalar(random), pick(random, made), "inner");
        };
    }

    private static @Nullable Object pick(Random random, List<Object> made) {
        return made.isEmpty() ? null : made.get(random.nextInt(made.size()));
    }

    private static @Nullable Object value(Random random, List<Object> made, boolean objects) {
        int kind = random.nextInt(objects ? 5 : 4);
        if (kind <= 1) {
            return scalar(random);
        }
        if (kind == 2 && !made.isEmpty()) {
            return pick(random, made);
        }
        Object fresh =
                kind < 4
                        ? random.nextBoolean()
                                ? array(random)
                                : capturing(scalar(random), objects ? null : pick(random, made), 1)
                        : object(random, made);
        made.add(fresh);
        return fresh;
    }

    private static SerializableCallable<List<@Nullable Object>> capturing(
            @Nullable Object a, @Nullable Object b, @Nullable Object c) {
        return () -> Arrays.asList(a, b, c);
    }

    /** Returns a number that tells one NaN from another. */
    private static Object bits(Number value) {
        return value instanceof Float number
                ? "float " + Float.floatToRawIntBits(number)
                : "double " + Double.doubleToRawLongBits(value.doubleValue());
    }

    /** Opens lambdas, so that what they hold can be compared. */
    private static @Nullable Object open(@Nullable Object value) throws Exception {
        if (value instanceof SerializableCallable<?> lambda) {
            return open(lambda.call());
        }
        if (value instanceof Float || value instanceof Double) {
            return bits((Number) value);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> opened = new ArrayList<>();
            for (Object each : list) {
                opened.add(open(each));
            }
            return opened;
        }
        if (value instanceof Leaf leaf) {
            return Arrays.asList(leaf.number(), leaf.text(), open(leaf.more()));
        }
        if (value instanceof Object[] array) {
            return open(Arrays.asList(array));
        }
        return value instanceof HashMap<?, ?> map
                ? open(
                        Arrays.asList(
                                map.keySet().iterator().next(), map.values().iterator().next()))
                : value;
    }

    @SuppressWarnings("ReferenceEquality")
    private static List<Integer> identities(List<?> values) {
        List<Integer> first = new ArrayList<>();
        for (Object value : values) {
            int i = 0;
            while (values.get(i) != value) {
                i++;
            }
            boolean has = value != null && !(value instanceof String || isBoxed(value));
            first.add(has ? i : -1);
        }
        return first;
    }

    private static boolean isBoxed(Object value) {
        return (value instanceof Number && !(value instanceof BigInteger))
                || value instanceof Boolean
                || value instanceof Character;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void capturedValues_arriveEqualAndSharedAsTheyWere(boolean objects) throws Exception {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            List<Object> made = new ArrayList<>();
            var task =
                    capturing(
                            value(random, made, objects),
                            value(random, made, objects),
                            value(random, made, objects));
            @SuppressWarnings("unchecked")
            var back =
                    (SerializableCallable<List<@Nullable Object>>)
                            Objects.requireNonNull(Wire.toWorker(primary, worker, task));
            assertThat(identities(back.call()))
                    .as("seed %d", seed)
                    .isEqualTo(identities(task.call()));
            assertThat(new Object[] {open(back)})
                    .as("seed %d", seed)
                    .usingRecursiveComparison()
                    .isEqualTo(new Object[] {open(task)});
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itemsAndOutcomes_arriveEqual(boolean objects) throws Exception {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            List<Object> made = new ArrayList<>();
            List<@Nullable Object> items = new ArrayList<>();
            List<Outcome<?>> outcomes = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                Object item = objects ? value(random, made, true) : scalar(random);
                items.add(item);
                outcomes.add(new Outcome<>(item, null, "w", random.nextLong(), random.nextInt()));
            }
            Outcomes<?> sent = Wire.outcomes(outcomes.toArray(Outcome<?>[]::new));
            ItemsBody back =
                    (ItemsBody)
                            Objects.requireNonNull(
                                    Wire.toWorker(primary, worker, new ItemsBody(x -> x, items)));
            assertThat(identities(back.items())).isEqualTo(identities(items));
            assertThat(new Object[] {open(back.items())})
                    .as("seed %d", seed)
                    .usingRecursiveComparison()
                    .isEqualTo(new Object[] {open(items)});
            List<?> came =
                    (List<?>)
                            Objects.requireNonNull(
                                    primary.decode("result", worker.encode("result", sent)));
            for (int i = 0; i < items.size(); i++) {
                Outcome<?> outcome = (Outcome<?>) came.get(i);
                assertThat(outcome.startMicros()).isEqualTo(sent.get(i).startMicros());
                assertThat(outcome.nanos()).isEqualTo(sent.get(i).nanos());
                assertThat(new Object[] {open(outcome.value())})
                        .as("seed %d", seed)
                        .usingRecursiveComparison()
                        .isEqualTo(new Object[] {open(items.get(i))});
            }
        }
    }
}
