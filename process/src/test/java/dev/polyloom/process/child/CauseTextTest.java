package dev.polyloom.process.child;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.PolyloomException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CauseTextTest {
    @Test
    void cause_ofOurs_isItsMessage_andOfOthersNamesTheClass() {
        assertThat(CauseText.of(new PolyloomException("it is over"))).isEqualTo("it is over");
        assertThat(CauseText.of(new IllegalStateException("why")))
                .isEqualTo("java.lang.IllegalStateException: why");
    }

    private static final class Mute extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new UnsupportedOperationException("no message");
        }
    }

    @Test
    void cause_whoseMessageThrows_isNamed() {
        assertThat(CauseText.of(new Mute()))
                .isEqualTo(
                        Mute.class.getName()
                                + ", whose message cannot be had: it threw"
                                + " java.lang.UnsupportedOperationException");
    }
}
