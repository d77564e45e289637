package dev.polyloom.process.worker;

import dev.polyloom.SerializableCallable;
import dev.polyloom.process.codec.Codec;
import dev.polyloom.process.codec.LoaderTable;
import dev.polyloom.process.transport.Transport;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What a spare worker does while it waits, so that its first task finds the ways trodden. */
final class WarmUp {
    private static final int ROUNDS = 3;

    private WarmUp() {}

    /** Some value that travels. */
    private record Sample(int number, String text, List<Double> values) implements Serializable {}

    /** Knows this loader only. */
    private static final class OwnLoader implements LoaderTable {
        @Override
        public int idOf(@Nullable ClassLoader loader) {
            return loader == null ? BUILT_IN : 0;
        }

        @Override
        public ClassLoader loader(int id) {
            return id < 0 ? ClassLoader.getPlatformClassLoader() : WarmUp.class.getClassLoader();
        }
    }

    static void run() {
        try {
            exercise();
        } catch (Exception | LinkageError e) {
            // what is wrong shows when it is needed
        }
    }

    /** Encodes and decodes what tasks, results and failures are made of. */
    private static void exercise() throws Exception {
        Codec codec = Codec.ofWorker(new OwnLoader());
        for (int i = 0; i < ROUNDS; i++) {
            Sample sample = new Sample(i, "warm", List.of(1.0));
            SerializableCallable<Sample> body = () -> sample;
            Callable<?> read = (Callable<?>) codec.decode("task", codec.encode("task", body));
            Object value = Objects.requireNonNull(read).call();
            Object _ = codec.decode("result", codec.encode("result", value));
            Object _ = codec.decode("result", codec.encode("result", i));
        }
        Transport.rehearse();
        byte[] failure = codec.encodeFailure("spare", new IllegalStateException("none"));
        Throwable _ = codec.decodeFailure(failure);
    }
}
