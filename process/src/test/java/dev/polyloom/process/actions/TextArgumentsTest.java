package dev.polyloom.process.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.polyloom.process.Action;
import dev.polyloom.process.ActionException;
import dev.polyloom.process.Actions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextArgumentsTest {
    public static final class Many {
        @Action("boxed")
        public static String boxed(Integer number) {
            return "Integer " + number;
        }

        @Action("boxed")
        public static String boxed(Double number) {
            return "Double " + number;
        }

        @Action("named")
        public static String named(CharSequence text) {
            return "text " + text;
        }

        @Action("named")
        public static String named(Path path) {
            return "path " + path;
        }

        @Action("any")
        public static String any(Object one, Object other) {
            return "two";
        }

        @Action("any")
        public static String any(Integer... all) {
            return "all " + List.of(all);
        }

        @Action("spread")
        public static String spread(int first, String... rest) {
            return first + " " + List.of(rest);
        }

        @Action("arity")
        public static String arity(int one) {
            return "one " + one;
        }

        @Action("arity")
        public static String arity(int one, int two) {
            return "two " + one + two;
        }

        @Action("single")
        public static String single(Object one) {
            return "one " + one;
        }

        @Action("single")
        public static String single(Path first, Integer... rest) {
            return "path " + first + List.of(rest);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "boxed, 12, Integer 12",
        "boxed, 1.5, Double 1.5",
        "named, a.png, text a.png",
        "any, 1 2, two",
        "any, 1 2 3, 'all [1, 2, 3]'",
        "spread, 1, '1 []'",
        "arity, 1 2, two 12",
    })
    void texts_goToTheMethodThatTheySayMostFor(String name, String texts, String result)
            throws Exception {
        Actions actions = Actions.of(Many.class);

        assertThat(actions.invoke(actions.parse(name, List.of(texts.split(" ", -1)))))
                .isEqualTo(result);
    }

    @Test
    void methodThatWasChosen_isTheOneCalled_whateverElseTakesTheValues() throws Exception {
        Actions actions = Actions.of(Many.class);

        assertThat(actions.invoke(actions.parse("single(Path, Integer...)", List.of("a"))))
                .isEqualTo("path a[]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spread | a b | spread(\"a\", \"b\") does not fit spread(int, String...): argument 1 cannot be made a int: For input string: \"a\"",
                "arity | a | arity(\"a\") fits none of arity(int), arity(int, int)",
            })
    void misfit_saysWhy_ifThereIsOneReason(String name, String texts, String message) {
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> Actions.of(Many.class).parse(name, List.of(texts.split(" ", -1))))
                .withMessage(message);
    }
}
