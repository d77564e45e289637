package dev.polyloom.process.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.polyloom.process.MessageHandler;
import dev.polyloom.process.Registration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HandlersTest {
    private final Handlers handlers = new Handlers();
    private final MessageHandler<@Nullable Object> one = (value, from) -> 1;
    private final MessageHandler<@Nullable Object> two = (value, from) -> 2;

    private Object found(String name, @Nullable Object value) {
        return Objects.requireNonNull(handlers.find(name, value)).body();
    }

    @Test
    void nearestType_isChosen() {
        handlers.put(Collection.class, one);
        assertThat(found("", new ArrayList<>())).isSameAs(one);
        handlers.put(List.class, two);
        assertThat(found("", new ArrayList<>())).isSameAs(two);
        handlers.put(ArrayList.class, one);
        assertThat(found("", new ArrayList<>())).isSameAs(one);
        assertThat(handlers.find("", "text")).isNull();
        assertThat(handlers.find("", null)).isNull();
    }

    @Test
    void named_isFoundByItsNameAlone() {
        handlers.put(String.class, one);
        assertThat(handlers.find("greet", "text")).isNull();
        handlers.put("greet", two);
        assertThat(found("greet", "text")).isSameAs(two);
        assertThat(found("", "text")).isSameAs(one);
    }

    @Test
    void secondHandler_isRefusedUntilTheFirstIsClosed() {
        Registration first = handlers.put("greet", one);
        assertThatIllegalStateException()
                .isThrownBy(() -> handlers.put("greet", two))
                .withMessageContaining("messages named 'greet' have a handler");
        assertThat(found("greet", null)).isSameAs(one);
        first.close();
        assertThat(handlers.find("greet", null)).isNull();
        handlers.put("greet", two);
        first.close();
        assertThat(found("greet", null)).isSameAs(two);
    }

    @Test
    void nameTooShortOrTooLong_isRefused() {
        handlers.put("x".repeat(1000), one);
        for (String each : List.of("", "x".repeat(1001))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> handlers.put(each, one))
                    .withMessageContaining("not " + each.length());
        }
    }
}
