package dev.polyloom.process.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.polyloom.SerializableCallable;
import dev.polyloom.SerializationException;
import dev.polyloom.process.classes.ClassServer;
import java.util.List;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever bytes arrive are read or refused, and nothing else. Runs over the kept inputs; with
 * {@code JAZZER_FUZZ=1} and one method chosen it looks for more.
 */
@Timeout(900)
class CodecInputFuzzTest {
    private static final ClassServer LOADERS = new ClassServer();
    private static final Codec PRIMARY = Codec.ofPrimary(LOADERS, List.of());
    private static final Codec WORKER = Codec.ofWorker(LOADERS);

    static {
        int number = 1;
        Integer boxed = 2;
        SerializableCallable<Integer> lambda = () -> number + boxed;
        int shape = 0;
        for (Object task : List.of(lambda, new ItemsBody(x -> x, List.of(1)))) {
            EncodedTask encoded = PRIMARY.encodeTask(task);
            for (int i = 0; i < encoded.shapes(); i++) {
                WORKER.learn(shape++, Wire.definition(encoded, i));
            }
        }
    }

    @FuzzTest(maxDuration = "10m")
    void result_isReadOrRefused(byte[] bytes) {
        try {
            Object value = PRIMARY.decode("result", bytes);
            if (PRIMARY.isPlain(bytes, 0)) {
                byte[] again = WORKER.encode("result", value);
                assertThat(PRIMARY.isPlain(again, 0)).isTrue();
            }
        } catch (SerializationException e) {
            assertThat(e.path()).startsWith("result");
        }
    }

    @FuzzTest(maxDuration = "10m")
    void failure_isReadOrRefused(byte[] bytes) {
        try {
            assertThat(PRIMARY.decodeFailure(bytes)).isNotNull();
        } catch (SerializationException e) {
            assertThat(e.path()).isEqualTo("exception");
        }
    }

    @FuzzTest(maxDuration = "10m")
    void shape_isLearnedOrRefused(byte[] bytes) {
        try {
            Codec.ofWorker(LOADERS).learn(bytes.length, bytes);
        } catch (SerializationException e) {
            assertThat(e.path()).startsWith("shape");
        }
    }

    @FuzzTest(maxDuration = "10m")
    void taskWithoutAStream_isReadOrRefused(byte[] bytes) {
        byte[] task = bytes.clone();
        if (task.length > 0) {
            task[0] = Form.TASK;
        }
        try {
            assertThat(WORKER.decode("task", task)).isNotNull();
        } catch (SerializationException e) {
            assertThat(e.path()).startsWith("task");
        }
    }
}
