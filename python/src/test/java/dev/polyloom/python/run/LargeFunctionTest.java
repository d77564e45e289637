package dev.polyloom.python.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polyloom.python.Locking;
import dev.polyloom.python.UnsupportedException;
import dev.polyloom.python.parse.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What does not fit a method of Java. */
@Timeout(60)
class LargeFunctionTest {
    @Test
    void functionThatIsTooLarge_isRefusedAtItsLine() throws Exception {
        StringBuilder text = new StringBuilder("x = 1\n\ndef f(x):\n    t = 0\n");
        for (int i = 0; i < 4000; i++) {
            text.append("    if x == %d:\n        t += x * %d\n".formatted(i, i));
        }
        SourceText source = SourceText.of("large.py", text.append("    return t\n").toString());
        assertThatThrownBy(() -> Program.compile(source, Locking.OPERATIONS))
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContaining("large.py:3:1: unsupported: code that is too large");
    }
}
