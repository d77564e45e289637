package dev.polyloom.process.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.polyloom.process.classes.ClassServer;
import dev.polyloom.process.codec.Codec;
import dev.polyloom.process.transport.Frame;
import dev.polyloom.process.transport.FrameType;
import dev.polyloom.spi.ScopeTask;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ResultReaderTest {
    private final Codec codec = Codec.ofPrimary(new ClassServer(), List.of());
    private final ResultReader reader = new ResultReader("test", codec, nanoTime -> {});
    private final ScopeTask<Integer> task = new ScopeTask<>(() -> 0, null, false, new Nobody());

    private Frame result(byte[] body) {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        payload.writeBytes(Frame.times(1, 2));
        payload.writeBytes(body);
        return new Frame(FrameType.RESULT, 1, payload.toByteArray());
    }

    @Test
    void plainResult_completesItsTask() {
        Frame reply = result(codec.encode("result", 42));
        assertThat(reader.isPlain(task, reply)).isTrue();
        reader.completePlain(task, reply);
        assertThat(task.resultNow()).isEqualTo(42);
    }

    @Test
    void actionThatThrowsOnCompletion_keepsNobodyFromTheNextResult() {
        task.onCompletion(() -> {
            throw new IllegalStateException("on purpose");
        });
        assertThatCode(() -> reader.completePlain(task, result(codec.encode("result", 42))))
                .doesNotThrowAnyException();
        assertThat(task.resultNow()).isEqualTo(42);
    }

    @Test
    void plainResultThatIsCutShort_failsItsTask() {
        byte[] whole = codec.encode("result", "a text that is cut short");
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        assertThat(reader.isPlain(task, result(half))).isTrue();
        reader.completePlain(task, result(half));
        assertThat(task.state()).isEqualTo(Future.State.FAILED);
    }
}
