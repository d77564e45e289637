package dev.polyloom.process.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.polyloom.SerializableCallable;
import dev.polyloom.SerializableFunction;
import dev.polyloom.SerializationException;
import dev.polyloom.process.classes.ClassServer;
import dev.polyloom.spi.Outcome;
import dev.polyloom.spi.Outcomes;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class CompactFormTest {
    private final ClassServer loaders = new ClassServer();
    private final Codec primary = Codec.ofPrimary(loaders, List.of());
    private final Codec worker = Codec.ofWorker(loaders);

    @SuppressWarnings("ArrayRecordComponent")
    record Holder(int[] numbers) implements Serializable {}

    @SuppressWarnings("ArrayRecordComponent")
    record Twice(double[] first, double[] second, double[][] third) implements Serializable {}

    static final class Counter implements Serializable {
        private static final long serialVersionUID = 1L;
        private int value;

        int next() {
            return ++value;
        }
    }

    @SuppressWarnings("unchecked")
    private <T> T toWorker(T task) {
        return (T) Objects.requireNonNull(Wire.toWorker(primary, worker, task));
    }

    private static SerializableCallable<Integer> one() {
        return () -> 1;
    }

    @Test
    void lambdaWithoutCaptures_isEncodedOnce() throws Exception {
        EncodedTask encoded = primary.encodeTask(one());
        assertThat(primary.encodeTask(one())).isSameAs(encoded);
        assertThat(Codec.ofPrimary(loaders, List.of()).encodeTask(one())).isNotSameAs(encoded);
        assertThat(encoded.size()).isLessThan(8);
        assertThat(toWorker(one()).call()).isEqualTo(1);
        assertThat(primary.encodeTask(one())).isSameAs(encoded);
    }

    @Test
    void lambda_takesItsShapesNumberAndItsCaptures() throws Exception {
        int number = 1234;
        String text = "hello world";
        SerializableCallable<String> task = () -> text + number;
        EncodedTask encoded = primary.encodeTask(task);
        assertThat(encoded.size()).isLessThan(24);
        assertThat(encoded.shapes()).isEqualTo(1);
        assertThat(toWorker(task).call()).isEqualTo("hello world1234");
    }

    @Test
    void lambdasOfOneCallSite_haveOneShape() {
        List<SerializableCallable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int number = i;
            tasks.add(() -> number);
        }
        SerializableCallable<Integer> other = () -> 7;
        assertThat(tasks.stream().map(t -> primary.encodeTask(t).shapeId(0)).distinct()).hasSize(1);
        assertThat(primary.encodeTask(other).shapeId(0))
                .isNotEqualTo(primary.encodeTask(tasks.getFirst()).shapeId(0));
    }

    @Test
    void shapeThatTheWorkerWasNotTold_isAnError() {
        SerializableCallable<Integer> task = () -> 1;
        byte[] bytes = primary.encodeTask(task).toBytes();
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> Codec.ofWorker(loaders).decode("task", bytes))
                .withMessageContaining("no shape has been given the number");
    }

    @Test
    @SuppressWarnings("ReferenceEquality")
    void whatIsSharedWithoutAStream_staysShared() throws Exception {
        int[] a = {1};
        int[] b = a;
        int[] equal = {1};
        SerializableCallable<Integer> inner = () -> ++a[0];
        SerializableCallable<Integer> same = inner;
        SerializableCallable<List<Object>> task =
                () -> List.of(inner.call(), a == b, a == equal, a[0], inner == same);
        assertThat(isCompact(task)).isTrue();
        assertThat(toWorker(task).call()).containsExactly(2, true, false, 2, true);
    }

    @Test
    @SuppressWarnings("ReferenceEquality")
    void whatIsSharedWithAnObject_staysShared() throws Exception {
        int[] a = {1};
        Holder holder = new Holder(a);
        Counter counter = new Counter();
        SerializableCallable<Integer> inner = counter::next;
        List<Object> list = new ArrayList<>(List.of(inner));
        SerializableCallable<List<Object>> task =
                () ->
                        List.of(
                                holder.numbers() == a,
                                inner.call(),
                                counter.next(),
                                list.get(0) == inner);
        assertThat(isCompact(task)).isFalse();
        assertThat(toWorker(task).call()).containsExactly(true, 1, 2, true);
    }

    @Test
    void result_thatTheBodyFills_isTheOneReturned() throws Exception {
        List<Object> filled = new ArrayList<>();
        SerializableFunction<Object, Object> filling =
                item -> {
                    filled.add(item);
                    return filled;
                };
        ItemsBody back = toWorker(new ItemsBody(filling, Arrays.asList(1, filled)));
        assertThat(back.call().get(1)).isSameAs(back.items().get(1));
    }

    @Test
    void itemsOfAChunk_travelInTheCompactForm() throws Exception {
        int plus = 10;
        SerializableFunction<Object, Object> function = x -> (Integer) x + plus;
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            items.add(i);
        }
        ItemsBody body = new ItemsBody(function, items);
        assertThat(primary.encodeTask(body).size()).isLessThan(450);
        assertThat(toWorker(body).call()).hasSize(100).startsWith(10, 11).endsWith(109);
    }

    @Test
    void itemsWithIdentity_keepIt() throws Exception {
        int[] shared = {0};
        SerializableCallable<Integer> lambda = () -> ++shared[0];
        ItemsBody body =
                new ItemsBody(
                        x -> x instanceof int[] a ? a[0]++ : ((SerializableCallable<?>) x).call(),
                        Arrays.asList(shared, lambda, shared, lambda));
        assertThat(isCompact(body)).isTrue();
        assertThat(toWorker(body).call()).containsExactly(0, 2, 2, 4);
    }

    @Test
    void manyArrays_keepTheirIdentity() throws Exception {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            items.add(new int[] {i});
        }
        items.addAll(List.copyOf(items));
        ItemsBody back = toWorker(new ItemsBody(x -> ((int[]) x)[0]++, items));
        assertThat(back.call().subList(50, 100)).startsWith(1, 2).endsWith(50);
    }

    @Test
    void lambdaWithoutCaptures_isMadeOnce() {
        SerializableCallable<Integer> task = () -> 3;
        EncodedTask encoded = primary.encodeTask(task);
        Wire.teach(worker, encoded);
        Object first = worker.decode("task", encoded.toBytes());
        assertThat(worker.decode("task", encoded.toBytes())).isSameAs(first);
    }

    @Test
    void deeplyNestedLambdas_travel() throws Exception {
        SerializableCallable<Integer> task = () -> 0;
        for (int i = 0; i < 100; i++) {
            SerializableCallable<Integer> inner = task;
            task = () -> inner.call() + 1;
        }
        assertThat(toWorker(task).call()).isEqualTo(100);
    }

    @Test
    void largeArray_isNotCopiedIntoTheRest() throws Exception {
        double[] data = new double[100_000];
        data[99_999] = 2;
        int index = 99_999;
        SerializableCallable<Double> task = () -> data[index];
        byte[][] parts = primary.encodeTask(task).behind(new byte[4]);
        assertThat(List.of(parts)).anyMatch(part -> part.length == 800_000);
        assertThat(toWorker(task).call()).isEqualTo(2.0);
    }

    @Test
    void largeArrayOfBytes_isReadWithoutACopy() {
        byte[] data = new byte[1 << 20];
        data[7] = 9;
        SerializableCallable<byte[][]> task = () -> new byte[][] {data, data};
        EncodedTask encoded = primary.encodeTask(task);
        Wire.teach(worker, encoded);
        data[7] = 8;
        assertThat(encoded.size()).isGreaterThan(data.length);
        assertThat(encoded.toBytes().length).isLessThan(100);
        byte[] sent = encoded.apart().getFirst();
        assertThat(encoded.apart()).hasSize(1);
        assertThat(sent).isNotSameAs(data);
        assertThat(sent[7]).isEqualTo((byte) 9);
        assertThat(call(worker.decodeTask(encoded.toBytes(), 0, List.of(sent))))
                .isEqualTo(new byte[][] {sent, sent})
                .satisfies(both -> assertThat(((byte[][]) both)[0]).isSameAs(sent))
                .satisfies(both -> assertThat(((byte[][]) both)[1]).isSameAs(sent));
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> worker.decodeTask(encoded.toBytes(), 0, List.of()))
                .withMessageContaining("number 0 of 0");
    }

    private static Object call(@Nullable Object body) {
        try {
            return ((SerializableCallable<?>) Objects.requireNonNull(body)).call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void largeArrayWithinAnObject_goesBesideTheStream() {
        double[] data = new double[10_000];
        data[1] = 5;
        Twice twice = new Twice(data, data, new double[][] {data, {1}, data});
        byte[] bytes = worker.encode("result", twice);
        assertThat(bytes.length).isLessThan(81_000);
        Twice back = (Twice) Objects.requireNonNull(primary.decode("result", bytes));
        assertThat(back.first()).containsExactly(data).isSameAs(back.second());
        assertThat(back.third()[0]).isSameAs(back.first()).isSameAs(back.third()[2]);
        int number = 1;
        SerializableCallable<Double> task = () -> twice.third()[0][number] + twice.second()[1];
        try {
            assertThat(toWorker(task).call()).isEqualTo(10);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void cutOffTask_isMalformed() {
        int[] array = {1, 2, 3};
        Holder holder = new Holder(array);
        for (Object task :
                List.of(
                        (SerializableCallable<Integer>) () -> array[0],
                        (SerializableCallable<Integer>) () -> holder.numbers()[0],
                        new ItemsBody(x -> x, List.of("a", 2L, 'c')))) {
            EncodedTask encoded = primary.encodeTask(task);
            Wire.teach(worker, encoded);
            byte[] bytes = encoded.toBytes();
            for (int i = 0; i < bytes.length; i++) {
                byte[] cut = Arrays.copyOf(bytes, i);
                assertThatExceptionOfType(SerializationException.class)
                        .isThrownBy(() -> worker.decode("task", cut));
            }
            byte[] more = Arrays.copyOf(bytes, bytes.length + 1);
            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() -> worker.decode("task", more));
        }
    }

    @Test
    void task_isNotTakenFromAWorker() {
        SerializableCallable<Integer> task = () -> 1;
        byte[] bytes = primary.encodeTask(task).toBytes();
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> primary.decode("result", bytes))
                .withMessageContaining("a worker does not send tasks");
    }

    @Test
    void malformedShape_isRefused() {
        for (byte[] bytes :
                new byte[][] {{}, {0, 0, 0, 0}, new byte[200], {0, 0, 0, 0, 6, -1, -1}}) {
            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() -> worker.learn(1, bytes));
        }
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> worker.learn(LambdaShape.MAX, new byte[200]))
                .withMessageContaining("number");
    }

    @Test
    void outcomes_arePlainIfAllTheirValuesAre() {
        List<Outcome<?>> list = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            list.add(new Outcome<>("v" + i, null, "pool-1", 1_000_000L, 150));
        }
        Outcomes<?> plain = Wire.outcomes(list.toArray(Outcome<?>[]::new));
        byte[] bytes = worker.encode("result", plain);
        assertThat(worker.isPlain(bytes, 0)).isTrue();
        assertThat(bytes.length).isLessThan(800);
        assertThat(primary.decode("result", bytes)).isEqualTo(plain);
        list.add(new Outcome<>(List.of(1), null, "pool-1", 5, 6));
        Outcomes<?> mixed = Wire.outcomes(list.toArray(Outcome<?>[]::new));
        bytes = worker.encode("result", mixed);
        assertThat(worker.isPlain(bytes, 0)).isFalse();
        assertThat(primary.decode("result", bytes)).isEqualTo(mixed);
    }

    static Stream<List<?>> numbers() {
        return Stream.of(
                List.of(0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 7),
                List.of(0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE),
                List.of(0.0, -0.0, Double.NaN, Double.MIN_VALUE, Double.NEGATIVE_INFINITY),
                List.of(1, 2L, 3),
                List.of(1, "two", 3),
                List.of(1.0f, 2.0f),
                Arrays.asList(1, null, 3),
                Arrays.asList(null, 1));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void numbersOfAnyType_keepTypeAndBits(List<?> values) throws Exception {
        var builder = new Outcomes.Builder<@Nullable Object>("w", 5, values.size() + 3);
        values.forEach(builder::add);
        Outcomes<?> outcomes = builder.build(1_000_000L);
        byte[] bytes = worker.encode("result", outcomes);
        assertThat(worker.isPlain(bytes, 0)).isTrue();
        assertThat(primary.decode("result", bytes)).isEqualTo(outcomes);
        ItemsBody body = (ItemsBody) Wire.toWorker(primary, worker, new ItemsBody(x -> x, values));
        assertThat(Objects.requireNonNull(body).items()).isEqualTo(values);
    }

    @Test
    void meanTimes_travelAsOneNumber() {
        var builder = new Outcomes.Builder<Integer>("w", 5, 1000);
        IntStream.range(0, 1000).forEach(builder::add);
        Outcomes<?> outcomes = builder.build(3_000_000L);
        byte[] bytes = worker.encode("result", outcomes);
        assertThat(bytes.length).isLessThan(4100);
        Outcomes<?> back = (Outcomes<?>) Objects.requireNonNull(primary.decode("result", bytes));
        assertThat(back.isTimed()).isFalse();
        assertThat(back.nanos()).isEqualTo(3_000_000);
        assertThat(back.get(500).nanos()).isEqualTo(3000);
        assertThat(back.get(500).startMicros()).isEqualTo(5 + 1500);
    }

    @Test
    void outcomesThatOnlyClaimToBePlain_areRefused() {
        byte[] bytes =
                worker.encode("result", Outcomes.of(new Outcome<>(List.of(1), null, "w", 5, 6)));
        bytes[0] = Form.PLAIN_OUTCOMES;
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> primary.decode("result", bytes))
                .withMessageContaining("malformed");
    }

    @Test
    void outcomesWithinOutcomes_areReadToABoundedDepth() {
        Outcomes<?> list = Outcomes.of(new Outcome<>(1, null, "w", 1, 2));
        for (int i = 0; i < 12; i++) {
            list = Outcomes.of(new Outcome<Object>(list, null, "w", 1, 2));
        }
        Object value = primary.decode("result", worker.encode("result", list));
        int depth = 0;
        Throwable failure = null;
        while (value instanceof Outcomes<?> outcomes) {
            Outcome<?> outcome = outcomes.getFirst();
            value = outcome.value();
            failure = outcome.failure();
            depth++;
        }
        assertThat(depth).isBetween(2, 12);
        assertThat(failure)
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("nested more than");
    }

    @Test
    void countBeyondTheBytes_isRefusedBeforeAnythingIsMade() {
        byte[] list = {Form.PLAIN_OUTCOMES, 1, 'w', 0, Form.MIXED, -1, -1, -1, -1, 7};
        byte[] column = {Form.PLAIN_OUTCOMES, 1, 'w', 0, Plain.INTS, -1, -1, -1, -1, 7};
        byte[] array = {Plain.DOUBLES, -1, -1, -1, -1, 7, 0};
        byte[] text = {Plain.STRING, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1};
        byte[] arrays = {Form.STREAM_WITH_ARRAYS, -1, -1, -1, -1, 7, Plain.INTS};
        for (byte[] bytes : new byte[][] {list, column, array, text, arrays}) {
            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() -> primary.decode("result", bytes))
                    .withMessageContaining("malformed");
        }
    }

    private void assertMalformed(byte[] bytes) {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> primary.decode("result", bytes))
                .withMessageContaining("malformed");
    }

    private static byte[] oneMore(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length + 1);
    }

    @Test
    void bytesBehindAValue_areRefused() throws Exception {
        Outcomes<?> plain = Outcomes.of(new Outcome<>(1, null, "w", 1, 2));
        Outcomes<?> mixed = Outcomes.of(new Outcome<>(List.of(), null, "w", 1, 2));
        for (Object value : List.of(1, "text", 2.0, new int[] {1}, new boolean[0], plain, mixed)) {
            assertMalformed(oneMore(worker.encode("result", value)));
        }
        byte[] shape = shape(0, 0).toBytes();
        assertThat(ShapeDefinition.read(new ByteSource(shape, 0)).face()).isEqualTo("face");
        assertThatExceptionOfType(CompactException.class)
                .isThrownBy(() -> ShapeDefinition.read(new ByteSource(oneMore(shape), 0)));
    }

    private static ShapeDefinition shape(int kind, int captured) {
        return new ShapeDefinition(
                "capturing",
                "face",
                "name",
                "called",
                kind,
                "owner",
                "body",
                "type",
                "instantiated",
                captured);
    }

    @Test
    void shape_hasAKindThatThereIs_andAsManyCapturesAsAMethodTakes() throws Exception {
        ShapeDefinition largest = shape(9, 255);
        assertThat(ShapeDefinition.read(new ByteSource(largest.toBytes(), 0))).isEqualTo(largest);
        for (ShapeDefinition wrong : List.of(shape(10, 0), shape(-1, 0), shape(6, 256))) {
            assertThatExceptionOfType(CompactException.class)
                    .isThrownBy(() -> ShapeDefinition.read(new ByteSource(wrong.toBytes(), 0)));
        }
    }

    @Test
    void intBeyondItsRange_isRefused() {
        for (long value : new long[] {1L << 31, -(1L << 31) - 1, Long.MIN_VALUE}) {
            byte[] bytes = worker.encode("result", value);
            bytes[0] = Plain.INT;
            assertMalformed(bytes);
        }
        for (int value : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            byte[] bytes = worker.encode("result", (long) value);
            bytes[0] = Plain.INT;
            assertThat(primary.decode("result", bytes)).isEqualTo(value);
        }
    }

    @Test
    void nothing_isNotPlain() {
        assertThat(primary.isPlain(new byte[0], 0)).isFalse();
        assertThat(primary.isPlain(new byte[4], 4)).isFalse();
        assertThat(primary.isPlain(new byte[4], 3)).isTrue();
    }

    @Test
    void referenceOutOfBounds_isRefused() {
        int[] array = {1};
        SerializableCallable<Integer> task = () -> array[0];
        EncodedTask encoded = primary.encodeTask(task);
        Wire.teach(worker, encoded);
        for (byte tag : new byte[] {Form.OBJECT, Form.REFERENCE}) {
            for (long number : new long[] {0, 1, -1, Long.MIN_VALUE, 1L << 32}) {
                ByteSink out = new ByteSink(32);
                out.put(Form.TASK);
                out.put(Form.LAMBDA);
                out.number(encoded.shapeId(0));
                out.put(tag);
                out.number(number);
                assertThatExceptionOfType(SerializationException.class)
                        .isThrownBy(() -> worker.decode("task", out.toBytes()))
                        .withMessageContaining("malformed");
            }
        }
    }

    @Test
    void composedTaskWithAnyByteChanged_isReadOrRefused() {
        SerializableFunction<Object, Object> function = x -> x;
        EncodedTask encoded = primary.encodeTask(new ItemsBody(function, List.of(1, 2)));
        Wire.teach(worker, encoded);
        byte[] bytes = encoded.toBytes();
        for (int i = 2; i < bytes.length; i++) {
            for (int value = Byte.MIN_VALUE; value <= Byte.MAX_VALUE; value++) {
                byte[] changed = bytes.clone();
                changed[i] = (byte) value;
                try {
                    Object _ = worker.decode("task", changed);
                } catch (SerializationException e) {
                    assertThat(e).hasMessageStartingWith("task");
                }
            }
        }
    }

    @Test
    void outcomeOfAnotherForm_isRefused() {
        byte[] bytes =
                worker.encode("result", Outcomes.of(new Outcome<>(List.of(), null, "w", 1, 2)));
        int tag = 6;
        assertThat(bytes[tag]).isEqualTo(Form.STREAM);
        for (byte other : new byte[] {Form.TASK, Form.OUTCOMES, Form.REFERENCE, 99, -1}) {
            bytes[tag] = other;
            assertMalformed(bytes);
        }
        bytes[tag] = Form.STREAM;
        bytes[0] = Form.PLAIN_OUTCOMES;
        assertMalformed(bytes);
        for (byte column : new byte[] {Form.MIXED, Plain.INTS, Plain.BYTES}) {
            assertMalformed(new byte[] {Form.OUTCOMES, 1, 'w', 0, column, 0, 0, 0});
        }
    }

    private boolean isCompact(Object task) {
        return primary.encodeTask(task).toBytes()[0] == Form.TASK;
    }
}
