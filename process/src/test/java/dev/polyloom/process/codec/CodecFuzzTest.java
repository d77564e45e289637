package dev.polyloom.process.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.SerializableCallable;
import dev.polyloom.SerializationException;
import dev.polyloom.process.classes.ClassServer;
import dev.polyloom.spi.Outcome;
import java.io.IOException;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CodecFuzzTest {
    private static final int CASES = 10_000;
    private static final long MAX_ALLOCATED = 64L << 20;

    @SuppressWarnings("ArrayRecordComponent")
    record Item(String name, int[] numbers, Map<String, Object> more) implements Serializable {}

    private static List<byte[]> seeds(Codec codec) {
        int captured = 5;
        SerializableCallable<Integer> lambda = () -> captured;
        Map<String, Object> more = new HashMap<>(Map.of("a", 1, "b", List.of(1L, "x")));
        return List.of(
                codec.encode("result", "text"),
                codec.encode("result", new int[] {1, 2, 3}),
                codec.encode("result", lambda),
                codec.encode("result", new Item("n", new int[50], more)),
                codec.encode("result", new TreeMap<>(more)),
                codec.encode("result", BigInteger.TEN.pow(100)),
                codec.encode("result", new IllegalStateException("x", new IOException("y"))),
                codec.encode(
                        "result",
                        Wire.outcomes(
                                new Outcome<>(1, null, "w", 1, 2),
                                new Outcome<>(more, null, "w", 1, 2),
                                new Outcome<>(null, new IOException(), "w", 1, 2))),
                codec.encode("result", IntStream.range(0, 100).boxed().toList()));
    }

    private static byte[] mutate(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = (byte) (random.nextBoolean() ? 0x7f : 0xff);
                default -> {
                    byte[] cut = new byte[Math.max(1, at)];
                    System.arraycopy(bytes, 0, cut, 0, cut.length);
                    bytes = cut;
                }
            }
        }
        return bytes;
    }

    private static long allocated() throws JMException {
        return (Long)
                ManagementFactory.getPlatformMBeanServer()
                        .invoke(
                                new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME),
                                "getThreadAllocatedBytes",
                                new Object[] {Thread.currentThread().threadId()},
                                new String[] {"long"});
    }

    @Test
    void mutatedFrames_onlyEverRaiseSerializationExceptionWithinBoundedMemory() throws JMException {
        ClassServer loaders = new ClassServer();
        Codec worker = Codec.ofWorker(loaders);
        Codec primary = Codec.ofPrimary(loaders, List.of());
        List<byte[]> seeds = seeds(worker);
        Random random = new Random(20_260_101);
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] bytes = mutate(seeds.get(i % seeds.size()), random);
            long before = allocated();
            try {
                if (i % 5 == 0) {
                    worker.decode("task", bytes);
                } else {
                    primary.decode("result", bytes);
                }
            } catch (SerializationException e) {
                refused++;
            }
            assertThat(allocated() - before).as("case %d", i).isLessThan(MAX_ALLOCATED);
        }
        assertThat(refused).isGreaterThan(CASES / 3);
    }

    @Test
    void mutatedFailures_onlyEverRaiseSerializationException() {
        ClassServer loaders = new ClassServer();
        Codec primary = Codec.ofPrimary(loaders, List.of());
        byte[] seed =
                Codec.ofWorker(loaders)
                        .encodeFailure("w", new IllegalStateException("x", new IOException("y")));
        Random random = new Random(7);
        int read = 0;
        for (int i = 0; i < 2_000; i++) {
            try {
                assertThat(primary.decodeFailure(mutate(seed, random))).isNotNull();
                read++;
            } catch (SerializationException e) {
                assertThat(e.path()).isEqualTo("exception");
            }
        }
        assertThat(read).isPositive();
    }
}
