package dev.polyloom.process.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OutputPumpTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<String> lines = new CopyOnWriteArrayList<>();

    /** A stream of ours that notes each line, and fails at some. */
    private PrintStream noting(String failsAt) {
        return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                lines.add(line);
                if (line.endsWith(failsAt)) {
                    throw new IllegalStateException("closed");
                }
            }
        };
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private OutputPump pump(InputStream in, String failsAt) {
        PrintStream out = noting(failsAt);
        return OutputPump.start("w-1-out", in, line -> out.println("[w-1] " + line));
    }

    @Test
    void lines_areHandedOnWithTheNameOfTheWorker() {
        OutputPump pump = pump(text("one\r\ntwo\n\nno end"), "never");
        pump.awaitDrained(LONG);
        assertThat(lines).containsExactly("[w-1] one", "[w-1] two", "[w-1] ", "[w-1] no end");
        assertThat(pump.tail()).containsExactly("one", "two", "", "no end");
    }

    @Test
    void ourStreamThatThrows_costsNoFurtherLineAndKeepsTheTail() {
        OutputPump pump = pump(text("one\nbad\nthree\n"), "bad");
        pump.awaitDrained(LONG);
        assertThat(lines).containsExactly("[w-1] one", "[w-1] bad", "[w-1] three");
        assertThat(pump.tail()).containsExactly("one", "bad", "three");
    }

    @Test
    void lineThatIsNoTextAndNeverEnds_isCutInPieces() throws Exception {
        byte[] continuations = new byte[64 * 1024];
        Arrays.fill(continuations, (byte) 0x80);
        PipedInputStream in = new PipedInputStream(4096);
        OutputPump pump;
        try (PipedOutputStream worker = new PipedOutputStream(in)) {
            pump = pump(in, "never");
            worker.write(continuations);
            await().until(() -> lines.size() >= 7);
        }
        pump.awaitDrained(LONG);
        assertThat(lines).allMatch(line -> line.length() <= 8 * 1024 + 16);
    }

    @Test
    void longLine_isCutBetweenCharacters() {
        String text = "ü".repeat(3 * 4096 + 5);
        OutputPump pump = pump(text(text), "never");
        pump.awaitDrained(LONG);
        assertThat(String.join("", pump.tail())).isEqualTo(text);
        assertThat(pump.tail()).hasSize(4);
    }

    @Test
    void crashReport_namesItsSignal() {
        OutputPump pump = pump(text("#\n#  SIGSEGV (0xb) at pc=0x0, pid=1, tid=2\n"), "never");
        pump.awaitDrained(LONG);
        assertThat(pump.crash()).isEqualTo("SIGSEGV");
    }
}
