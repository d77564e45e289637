package dev.polyloom.process.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.polyloom.process.Action;
import dev.polyloom.process.ActionException;
import dev.polyloom.process.Actions;
import dev.polyloom.process.DeferredCall;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActionMethodsTest {
    static class Counter {
        private int count;

        @Action("counter.next")
        int next() {
            return ++count;
        }

        @Action("counter.skip")
        int next(int more) {
            count += more;
            return count;
        }
    }

    private static @Nullable Object call(Actions actions, String name, Object... arguments)
            throws Exception {
        return actions.invoke(DeferredCall.of(name, arguments));
    }

    @Test
    void annotatedMethods_shareOneObject() throws Exception {
        Actions actions = Actions.of(Counter.class);

        assertThat(call(actions, "counter.next")).isEqualTo(1);
        assertThat(call(actions, "counter.skip", 5)).isEqualTo(6);
        assertThat(call(actions, "counter.next")).isEqualTo(7);
    }

    @Test
    void methodsOfOneName_shareOneObject() throws Exception {
        Actions actions = Actions.builder().method("a.next", Counter.class, "next").build();

        assertThat(call(actions, "a.next")).isEqualTo(1);
        assertThat(call(actions, "a.next", 5)).isEqualTo(6);
    }

    abstract static class Shape {
        @Action("shape.area")
        Number area() {
            return 1.5;
        }

        @Action("shape.sides")
        int sides() {
            return 0;
        }
    }

    static class Square extends Shape implements Function<String, String> {
        @Override
        Integer area() {
            return 4;
        }

        @Override
        @Action("shape.named")
        public String apply(String name) {
            return name + " square";
        }
    }

    @Test
    void methodOfASuperclass_isAnAction() throws Exception {
        Actions actions = Actions.of(Square.class);

        assertThat(actions.names()).containsExactly("shape.area", "shape.named", "shape.sides");
        assertThat(call(actions, "shape.sides")).isEqualTo(0);
    }

    @Test
    void overridingMethod_takesThePlaceOfTheOneAbove() throws Exception {
        Actions actions = Actions.of(Square.class);

        assertThat(call(actions, "shape.area")).isEqualTo(4);
        assertThat(actions.signatures("shape.area")).containsExactly("shape.area() -> Integer");
    }

    @Test
    void methodsThatTheCompilerMade_areNone() {
        Actions actions = Actions.of(Square.class);

        assertThat(actions.signatures("shape.named"))
                .containsExactly("shape.named(String) -> String");
    }

    static class Spread {
        @Action("spread.of")
        static String of(String... all) {
            return "all";
        }

        @Action("spread.of")
        static String of(String first, String... rest) {
            return "rest";
        }
    }

    @Test
    void callThatSeveralSpread_isAmbiguous() {
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> call(Actions.of(Spread.class), "spread.of", "a"))
                .withMessageContaining("is ambiguous; it fits")
                .withMessageContaining("of(String...)")
                .withMessageContaining("of(String, String...)");
    }
}
