package dev.polyloom.process.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.RemoteException;
import dev.polyloom.SerializableCallable;
import dev.polyloom.SerializableFunction;
import dev.polyloom.SerializationException;
import dev.polyloom.process.classes.ClassServer;
import dev.polyloom.spi.Outcome;
import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class CodecTest {
    private final ClassServer loaders = new ClassServer();
    private final Codec primary = Codec.ofPrimary(loaders, List.of());
    private final Codec worker = Codec.ofWorker(loaders);

    record Point(int x, int y) implements Serializable {}

    record Pair<A, B>(A left, B right) implements Serializable {}

    enum Colour {
        RED,
        GREEN {
            @Override
            int weight() {
                return 2;
            }
        };

        int weight() {
            return 1;
        }
    }

    @FunctionalInterface
    interface Named<T, R> extends Function<T, R>, Serializable {
        @Override
        R apply(T t);
    }

    static final class Counter implements Serializable {
        private static final long serialVersionUID = 1L;
        private final int start;
        private @Nullable Object self;

        Counter(int start) {
            this.start = start;
        }

        int plus(int n) {
            return start + n;
        }

        SerializableCallable<Integer> bound() {
            return () -> start + 1;
        }
    }

    public static final class External implements Externalizable {
        private static final long serialVersionUID = 1L;
        private String text = "";

        public External() {}

        External(String text) {
            this.text = text;
        }

        @Override
        public void writeExternal(ObjectOutput out) throws IOException {
            out.writeUTF(text);
        }

        @Override
        public void readExternal(ObjectInput in) throws IOException {
            text = in.readUTF();
        }
    }

    @SuppressWarnings("unchecked")
    private <T> T toWorker(T task) {
        return (T) check(Wire.toWorker(primary, worker, task));
    }

    @SuppressWarnings("unchecked")
    private <T> T toPrimary(T result) {
        return (T) check(primary.decode("result", worker.encode("result", result)));
    }

    private static Object check(@Nullable Object value) {
        assertThat(value).isNotNull();
        return value == null ? "" : value;
    }

    static Stream<Object> plainValues() {
        return Stream.of(
                true,
                (byte) -1,
                (short) -300,
                'ß',
                Integer.MIN_VALUE,
                Long.MAX_VALUE,
                1.5f,
                Double.NaN,
                "",
                "grüße \0 日本",
                "pair \ud83d\ude00, lone \ud800",
                new boolean[] {true, false},
                new byte[] {1, 2},
                new short[] {-1},
                new char[] {'a', '\uffff'},
                new int[] {1, -1},
                new long[] {1L << 40},
                new float[] {0.5f},
                new double[] {Double.NEGATIVE_INFINITY},
                new int[0]);
    }

    @ParameterizedTest
    @MethodSource("plainValues")
    void plainValue_comesBackEqualWithoutUserCode(Object value) {
        byte[] bytes = worker.encode("result", value);
        assertThat(worker.isPlain(bytes, 0)).isTrue();
        assertThat(primary.decode("result", bytes)).isEqualTo(value);
    }

    @Test
    void null_isPlain() {
        byte[] bytes = worker.encode("result", null);
        assertThat(worker.isPlain(bytes, 0)).isTrue();
        assertThat(primary.decode("result", bytes)).isNull();
    }

    @SuppressWarnings("JdkObsolete")
    static Stream<Object> values() {
        Map<Integer, Integer> big = new HashMap<>();
        IntStream.range(0, 10_000).forEach(i -> big.put(i, -i));
        return Stream.of(
                new Point(1, 2),
                Colour.RED,
                Colour.GREEN,
                List.of(),
                List.of(1, 2, 3),
                Arrays.asList("a", null),
                new ArrayList<>(List.of(new Point(3, 4))),
                new LinkedList<>(List.of("x")),
                Map.of("a", 1, "b", 2),
                Set.of(1, 2),
                new TreeMap<>(Map.of("k", List.of(1))),
                new LinkedHashMap<>(Map.of(1L, 2.0)),
                new ConcurrentHashMap<>(Map.of("c", 1)),
                new CopyOnWriteArrayList<>(List.of(1)),
                new EnumMap<>(Map.of(Colour.RED, "r")),
                new HashMap<>(2_000_000),
                big,
                Set.copyOf(big.keySet()),
                new Pair<>(new Pair<>(1, "deep"), new int[][] {{1}, {2, 3}}).left(),
                BigDecimal.TEN.pow(50),
                Duration.ofMillis(5),
                UUID.fromString("11111111-2222-3333-4444-555555555555"),
                URI.create("a:b"),
                TimeUnit.DAYS,
                String.class,
                int.class,
                Point[].class);
    }

    @ParameterizedTest
    @MethodSource("values")
    void value_comesBackEqual(Object value) {
        assertThat(toPrimary(value)).isEqualTo(value);
    }

    @Test
    void collectionsWithoutEquals_keepTheirContent() {
        assertThat(new ArrayList<>(toPrimary(new ArrayDeque<>(List.of(1, 2)))))
                .isEqualTo(List.of(1, 2));
        assertThat(toPrimary(new PriorityQueue<>(List.of(2, 1))).peek()).isEqualTo(1);
        IdentityHashMap<Class<?>, Integer> identities = new IdentityHashMap<>();
        identities.put(String.class, 1);
        assertThat(toPrimary(identities)).containsKey(String.class);
        assertThat(toPrimary(new AtomicInteger(7)).get()).isEqualTo(7);
        assertThat(toPrimary(new Object[][] {{1, "a"}, {new int[] {1}}}))
                .isDeepEqualTo(new Object[][] {{1, "a"}, {new int[] {1}}});
        assertThat(toPrimary(new External("ext")).text).isEqualTo("ext");
    }

    @Test
    void cycle_isKept() {
        Counter counter = new Counter(1);
        counter.self = counter;
        Counter back = toPrimary(counter);
        assertThat(back.self).isSameAs(back);
    }

    @Test
    void lambda_keepsCapturesOfEveryKind() throws Exception {
        boolean z = true;
        byte b = 1;
        short s = 2;
        char c = 'c';
        int i = 3;
        long l = 4L;
        float f = 5f;
        double d = 6d;
        int[] array = {7};
        List<String> list = List.of("8");
        Point point = new Point(9, 10);
        SerializableCallable<String> inner = () -> "inner" + i;
        SerializableCallable<String> task =
                () -> "" + z + b + s + c + i + l + f + d + array[0] + list + point + inner.call();
        assertThat(toWorker(task).call()).isEqualTo(task.call());
    }

    @Test
    void methodReference_ofEveryKindTravels() {
        Counter counter = new Counter(10);
        SerializableFunction<Integer, Integer> bound = counter::plus;
        SerializableFunction<String, Integer> unbound = String::length;
        SerializableFunction<String, Integer> statics = Integer::parseInt;
        SerializableFunction<Integer, Counter> constructor = Counter::new;
        SerializableFunction<Integer, int[]> arrayConstructor = int[]::new;
        SerializableFunction<List<?>, Integer> interfaceMethod = List::size;
        try {
            assertThat(toWorker(bound).apply(1)).isEqualTo(11);
            assertThat(toWorker(unbound).apply("abc")).isEqualTo(3);
            assertThat(toWorker(statics).apply("42")).isEqualTo(42);
            assertThat(toWorker(constructor).apply(5).plus(1)).isEqualTo(6);
            assertThat(toWorker(arrayConstructor).apply(3)).hasSize(3);
            assertThat(toWorker(interfaceMethod).apply(List.of(1))).isEqualTo(1);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void lambdaOverThis_takesItsObjectAlong() throws Exception {
        assertThat(toWorker(new Counter(41).bound()).call()).isEqualTo(42);
    }

    @Test
    void localClassAndIntersectionCast_travel() throws Exception {
        int captured = 5;
        record Local(int n) implements Callable<Integer>, Serializable {
            @Override
            public Integer call() {
                return n * 2;
            }
        }
        class Closure implements Callable<Integer>, Serializable {
            @Override
            public Integer call() {
                return captured;
            }
        }
        assertThat(toWorker(new Local(4)).call()).isEqualTo(8);
        Callable<Integer> cast = (Callable<Integer> & Serializable) () -> captured;
        assertThat(toWorker(cast).call()).isEqualTo(5);
        Named<String, Integer> bridged = String::length;
        assertThat(toWorker(bridged).apply("four")).isEqualTo(4);
        assertThat(Closure.class.getDeclaredConstructors()).isNotEmpty();
    }

    @Test
    void lambdaOfAClassThatIsNotOpen_travelsToAWorker() {
        TreeMap<String, Integer> map = new TreeMap<>(Comparator.comparing(STRING_LENGTH));
        map.put("aaa", 1);
        map.put("b", 2);
        assertThat(toWorker(map).firstKey()).isEqualTo("b");
    }

    private static final Function<String, Integer> STRING_LENGTH =
            (Function<String, Integer> & Serializable) String::length;

    @Test
    void lambdaOfOwnClass_mayComeBack() {
        int offset = 3;
        Supplier<Integer> result = (Supplier<Integer> & Serializable) () -> offset;
        assertThat(toPrimary(result).get()).isEqualTo(3);
    }

    @Test
    void proxy_travels() {
        InvocationHandler handler =
                (InvocationHandler & Serializable) (proxy, method, args) -> "called";
        @SuppressWarnings("unchecked")
        BiFunction<String, String, String> proxy =
                (BiFunction<String, String, String>)
                        Proxy.newProxyInstance(
                                CodecTest.class.getClassLoader(),
                                new Class<?>[] {BiFunction.class},
                                handler);
        assertThat(toPrimary(proxy).apply("a", "b")).isEqualTo("called");
    }

    @Test
    void exception_comesBackAsItselfWithTheRemoteStack() {
        IllegalStateException thrown = new IllegalStateException("bad", new IOException("cause"));
        Throwable back = primary.decodeFailure(worker.encodeFailure("pool-1", thrown));
        assertThat(back).isInstanceOf(IllegalStateException.class).hasMessage("bad");
        assertThat(back.getCause()).isInstanceOf(IOException.class).hasMessage("cause");
        assertThat(back.getSuppressed()).hasSize(1);
        RemoteException remote = (RemoteException) back.getSuppressed()[0];
        assertThat(remote.worker()).isEqualTo("pool-1");
        assertThat(remote.remoteType()).isEqualTo("java.lang.IllegalStateException");
        assertThat(remote.remoteStack()).contains("CodecTest").contains("Caused by");
    }

    @Test
    void exceptionWithCyclicCauses_comesBack() {
        Exception a = new Exception("a");
        Exception b = new Exception("b", a);
        a.initCause(b);
        Throwable back = primary.decodeFailure(worker.encodeFailure("w", a));
        assertThat(back).hasMessage("a");
        assertThat(String.valueOf(back.getCause())).contains("b");
    }

    @Test
    void outcomes_fareEachOnTheirOwn() {
        Object stuck = new Thread("stuck");
        var outcomes =
                Wire.outcomes(
                        new Outcome<>("fine", null, "w", 1, 2),
                        new Outcome<>(List.of(new Point(1, 1), stuck), null, "w", 3, 4),
                        new Outcome<>(null, new IOException("own"), "w", 5, 6),
                        new Outcome<>(new Point(5, 6), null, "w", 7, 8));
        List<Outcome<@Nullable Object>> back = toPrimary(outcomes);
        assertThat(back.get(0)).isEqualTo(outcomes.get(0));
        assertThat(back.get(3)).isEqualTo(outcomes.get(3));
        assertThat(back.get(1).nanos()).isEqualTo(4);
        assertThat(back.get(1).failure())
                .isInstanceOfSatisfying(
                        SerializationException.class,
                        e -> assertThat(e.path()).isEqualTo("result[1][1]"));
        assertThat(back.get(2).failure()).isInstanceOf(IOException.class).hasMessage("own");
    }

    @Test
    void outcomeThatMayNotBeRead_failsAlone() {
        var outcomes =
                Wire.outcomes(
                        new Outcome<>(java.text.NumberFormat.getInstance(), null, "w", 1, 2),
                        new Outcome<>(1, null, "w", 3, 4));
        List<Outcome<@Nullable Object>> back = toPrimary(outcomes);
        assertThat(back.get(0).failure())
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("allow(\"java.text.");
        assertThat(back.get(1).value()).isEqualTo(1);
    }
}
