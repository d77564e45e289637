package dev.polyloom.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeferredCallTest {
    @Test
    void text_isThatOfTheCallInASource() {
        assertThat(DeferredCall.of("images.thumbnail", "a.png", 128))
                .hasToString("images.thumbnail(\"a.png\", 128)");
        assertThat(DeferredCall.of("a.b")).hasToString("a.b()");
        assertThat(DeferredCall.of("a.b", null, 'c', 1.5, true, "say \"hi\"\n", List.of(1, 2)))
                .hasToString("a.b(null, 'c', 1.5, true, \"say \\\"hi\\\"\\n\", [1, 2])");
        assertThat(DeferredCall.of("a.b", new int[] {1, 2}, new String[] {"x"}))
                .hasToString("a.b([1, 2], [\"x\"])");
    }

    @Test
    void text_isShortWhateverTheArguments() {
        Object[] own = new Object[1];
        own[0] = own;
        Object failing =
                new Object() {
                    @Override
                    public String toString() {
                        throw new IllegalStateException();
                    }
                };
        String text =
                DeferredCall.of("a.b", "x".repeat(10_000), new long[100_000], own, failing)
                        .toString();

        assertThat(text).hasSizeLessThan(400).contains("… 99988 more", ", [[[[…]]]], ", "xxx…");
    }

    @Test
    void textOfAnArgument_isOneLine_whateverItsClassMakesOfIt() {
        Object endless =
                new Object() {
                    @Override
                    public String toString() {
                        return "" + this;
                    }
                };
        Object none =
                new Object() {
                    @Override
                    @SuppressWarnings({
                        "NullAway",
                        "ToStringReturnsNull"
                    }) // a class may do so all the same
                    public String toString() {
                        return null;
                    }
                };

        assertThat(DeferredCall.of("a.b", endless))
                .hasToString("a.b(%s)".formatted(endless.getClass().getName()));
        assertThat(DeferredCall.of("a.b", none)).hasToString("a.b(null)");
        assertThat(DeferredCall.of("a.b", List.of("x\n".repeat(100))))
                .hasToString("a.b([%sx…)".formatted("x\\n".repeat(39)));
        assertThat(DeferredCall.of("a.b", "C:\\x\u0007")).hasToString("a.b(\"C:\\\\x\uFFFD\")");
        assertThat(DeferredCall.of("a.b", new int[12])).asString().endsWith("0, 0])");
    }

    @Test
    void calls_areEqualWhenNamesAndArgumentsAre() {
        DeferredCall call = DeferredCall.of("a.b", 1, new int[] {1, 2}, null);

        assertThat(call)
                .isEqualTo(DeferredCall.of("a.b", 1, new int[] {1, 2}, null))
                .hasSameHashCodeAs(DeferredCall.of("a.b", 1, new int[] {1, 2}, null))
                .isNotEqualTo(DeferredCall.of("a.c", 1, new int[] {1, 2}, null))
                .isNotEqualTo(DeferredCall.of("a.b", 1, new int[] {1, 3}, null))
                .isNotEqualTo(DeferredCall.of("a.b", 1L, new int[] {1, 2}, null));
    }

    @Test
    void arguments_areNeitherSharedNorChangeable() {
        Object[] given = {1};
        DeferredCall call = DeferredCall.of("a.b", given);

        given[0] = 2;

        assertThat(call.arguments()).containsExactly(1);
        assertThatThrownBy(() -> call.arguments().set(0, 3))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void tooManyArguments_areRefused() {
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> new DeferredCall("a.b", Collections.nCopies(100_001, 1)))
                .withMessageContaining("a.b is called with 100001 arguments");
    }

    @Test
    void call_survivesSerialisation() throws Exception {
        DeferredCall call =
                DeferredCall.of(
                        "a.b",
                        1,
                        null,
                        "x",
                        new int[] {1, 2},
                        List.of("y"),
                        Path.of("a.png"),
                        new Path[] {Path.of("b"), Path.of("/c")});

        assertThat(read(bytes(call))).isEqualTo(call);
    }

    @Test
    void forgedName_isCheckedWhenItIsRead() throws Exception {
        byte[] forged = replaced(bytes(DeferredCall.of("abc.def")), "abc.def", "a/../b.");

        assertThatThrownBy(() -> read(forged))
                .isInstanceOf(InvalidObjectException.class)
                .hasRootCauseInstanceOf(ActionException.class);
    }

    @Test
    void forgedCall_reachesNothingThatIsNotRegistered() throws Exception {
        String name = "java.lang.System.exit";
        byte[] honest = bytes(DeferredCall.of("x".repeat(name.length()), 3));
        DeferredCall forged =
                (DeferredCall) read(replaced(honest, "x".repeat(name.length()), name));

        assertThat(forged.name()).isEqualTo(name);
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> Actions.of(ActionsTest.Images.class).invoke(forged))
                .withMessageStartingWith("no action 'java.lang.System.exit'");
    }

    @Test
    void actionsThatAreRead_runNothingAndAreNotInstalled() throws Exception {
        byte[] sent = bytes(Actions.of(Eager.class));

        Object read = read(sent);

        assertThat(read).hasToString("Actions[eager.act]");
        assertThat(Eager.Witness.MADE).isFalse();
        assertThat(Actions.installed().names()).doesNotContain("eager.act");
    }

    static final class Eager {
        static final class Witness {
            static final AtomicBoolean MADE = new AtomicBoolean();
        }

        Eager() {
            Witness.MADE.set(true);
        }

        @Action
        int act() {
            return 1;
        }
    }

    private static byte[] bytes(Object value) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] bytes) throws Exception {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }

    /** Puts one text in the place of another of the same length. */
    private static byte[] replaced(byte[] bytes, String from, String to) {
        byte[] wanted = from.getBytes(StandardCharsets.US_ASCII);
        byte[] forged = bytes.clone();
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                System.arraycopy(
                        to.getBytes(StandardCharsets.US_ASCII), 0, forged, i, wanted.length);
                return forged;
            }
        }
        throw new AssertionError("no " + from);
    }
}
