package dev.polyloom.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ActionsTest {
    static final class Images {
        private int made;

        @Action
        String thumbnail(String file) {
            return thumbnail(file, 64);
        }

        @Action
        String thumbnail(String file, int size) {
            return file + "@" + size;
        }

        @Action("images.count")
        synchronized int next() {
            return ++made;
        }

        @Action("images.failing")
        static void fail(String message) throws IOException {
            throw new IOException(message);
        }

        @Action("images.names")
        static List<String> join(int first, String... rest) {
            return List.of(first + ":" + String.join("+", rest));
        }

        String secret() {
            return "not for everybody";
        }
    }

    @Action("pictures")
    interface Named {
        @Action
        String turn(int degrees);

        @Action("pictures.mirror")
        default String mirrored() {
            return "mirrored";
        }
    }

    record Turner(String file) implements Named, Serializable {
        @Override
        public String turn(int degrees) {
            return file + " by " + degrees;
        }
    }

    private static @Nullable Object call(Actions actions, String name, Object... arguments)
            throws Exception {
        return actions.invoke(DeferredCall.of(name, arguments));
    }

    @Test
    void annotatedMethods_areNamedByTheirClassOrTheAnnotation() throws Exception {
        Actions actions = Actions.of(Images.class);

        assertThat(actions.names())
                .containsExactly(
                        "images.count", "images.failing", "images.names", "images.thumbnail");
        assertThat(call(actions, "images.thumbnail", "a.png")).isEqualTo("a.png@64");
        assertThat(call(actions, "images.thumbnail", "a.png", 128)).isEqualTo("a.png@128");
        assertThat(call(actions, "images.thumbnail", "a.png", (short) 9)).isEqualTo("a.png@9");
        assertThat(call(actions, "images.names", 1, "a", "b")).isEqualTo(List.of("1:a+b"));
        assertThat(call(actions, "images.names", (byte) 1)).isEqualTo(List.of("1:"));
    }

    @Test
    void annotationsOfAnInterface_holdForWhatImplementsIt() throws Exception {
        Actions actions = Actions.builder().object(new Turner("a.png")).build();

        assertThat(actions.names()).containsExactly("pictures.mirror", "pictures.turn");
        assertThat(call(actions, "pictures.turn", 90)).isEqualTo("a.png by 90");
        assertThat(call(actions, "pictures.mirror")).isEqualTo("mirrored");
    }

    @Test
    void object_isMadeOnceForAllActionsOfItsClass() throws Exception {
        Actions actions = Actions.of(Images.class);

        assertThat(call(actions, "images.count")).isEqualTo(1);
        assertThat(call(actions, "images.count")).isEqualTo(2);
    }

    @Test
    void methodsAndFunctions_areRegisteredByCode() throws Exception {
        String suffix = "!";
        Actions actions =
                Actions.builder()
                        .method("math.max", Math.class, "max")
                        .function("text.shout", String.class, text -> text + suffix)
                        .function("text.join", String.class, Integer.class, (a, b) -> a + b)
                        .function("text.nothing", () -> null)
                        .build();

        assertThat(call(actions, "math.max", 1, 2L)).isEqualTo(2L);
        assertThat(call(actions, "math.max", 1, 2.5f)).isEqualTo(2.5f);
        assertThat(call(actions, "text.shout", "a")).isEqualTo("a!");
        assertThat(call(actions, "text.join", "a", 1)).isEqualTo("a1");
        assertThat(call(actions, "text.nothing")).isNull();
        assertThat(actions.signatures("math.max"))
                .containsExactly(
                        "math.max(double, double) -> double",
                        "math.max(float, float) -> float",
                        "math.max(int, int) -> int",
                        "math.max(long, long) -> long");
    }

    @Test
    void exceptionOfAnAction_arrivesAsItself() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> call(Actions.of(Images.class), "images.failing", "full"))
                .withMessage("full");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "images.thumnail | no action 'images.thumnail'; did you mean images.thumbnail?",
                "Images.Names | no action 'Images.Names'; did you mean images.names?",
                "thumbnail | no action 'thumbnail'; did you mean images.thumbnail?",
                "secret | no action 'secret'; there is images.count, images.failing, images.names, images.thumbnail",
            })
    void wrongName_listsTheNearOnes(String name, String message) {
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> call(Actions.of(Images.class), name))
                .withMessage(message);
    }

    @Test
    void noActions_areSaidToBeNone() {
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> call(Actions.NONE, "a.b"))
                .withMessage("no action 'a.b'; none is registered here");
    }

    @Test
    void wrongName_isCutShort_andListsSomeOfMany() {
        ActionsBuilder many = Actions.builder();
        for (int i = 0; i < 12; i++) {
            many.function("many.n%02d".formatted(i), () -> 1);
        }
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> call(many.build(), "x".repeat(100)))
                .withMessageStartingWith("no action '" + "x".repeat(80) + "…'; there is many.n00, ")
                .withMessageEndingWith("many.n11");

        many.function("many.n12", () -> 1).function("many.n13", () -> 1);
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> call(many.build(), "other"))
                .withMessageEndingWith("many.n11 and 2 more");
    }

    @Test
    void signatures_areSorted() {
        Actions actions =
                Actions.builder()
                        .function("f", String.class, a -> 1)
                        .function("f", Integer.class, a -> 2)
                        .build();

        assertThat(actions.signatures("f")).containsExactly("f(Integer)", "f(String)");
        assertThat(Actions.of(Images.class).signatures("images.failing"))
                .containsExactly("images.failing(String)");
    }

    @Test
    void wrongArguments_listTheSignatures() {
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> call(Actions.of(Images.class), "images.thumbnail", "a.png", 1L))
                .withMessage(
                        "images.thumbnail(\"a.png\", 1) fits none of images.thumbnail(String), images.thumbnail(String, int)");
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> call(Actions.of(Images.class), "images.names", "a"))
                .withMessage("images.names(\"a\") fits none of images.names(int, String...)");
    }

    @Test
    void ambiguousArguments_listTheCandidates() {
        Actions actions =
                Actions.builder()
                        .function("f", Object.class, String.class, (a, b) -> 1)
                        .function("f", String.class, Object.class, (a, b) -> 2)
                        .build();
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> call(actions, "f", "a", "b"))
                .withMessage(
                        "f(\"a\", \"b\") is ambiguous; it fits f(Object, String) and f(String, Object) equally well");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "1a", "a b", "a/b", "a::b", "a(int)"})
    void malformedName_isRefusedWhereverItIsGiven(String name) {
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> Actions.builder().function(name, () -> 1))
                .withMessageStartingWith("'" + name + "' is no name of an action");
        assertThatExceptionOfType(ActionException.class).isThrownBy(() -> DeferredCall.of(name));
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> DeferredCall.of("x".repeat(201)));
    }

    @Test
    void sameNameAndParameters_areRefused() {
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() ->
                        Actions.builder()
                                .type(Images.class)
                                .method("images.thumbnail", Integer.class, "valueOf"))
                .withMessageContaining("images.thumbnail(String) is registered twice")
                .withMessageContaining("Images::thumbnail")
                .withMessageContaining("java.lang.Integer::valueOf");
    }

    abstract static class NotMade {
        @Action
        int answer() {
            return 1;
        }
    }

    @Test
    void whatCannotBeCalled_isRefusedWhenItIsRegistered() {
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> Actions.of(NotMade.class))
                .withMessageContaining("NotMade has actions that need an object, and none can be");
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> Actions.of(String.class))
                .withMessageStartingWith("java.lang.String has no method with @Action");
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> Actions.of(Named.class))
                .withMessageContaining("it is abstract");
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> Actions.builder().method("a.b", Math.class, "mox"))
                .withMessageContaining("no method 'mox' in java.lang.Math")
                .withMessageContaining("max");
    }

    static class Hidden {
        private static String secret() {
            return "secret";
        }

        static String shown() {
            return secret();
        }
    }

    @Test
    void methodThatIsPrivateOrOfEveryObject_isNone() {
        for (String name : List.of("secret", "getClass", "hashCode", "wait")) {
            assertThatExceptionOfType(ActionException.class)
                    .as(name)
                    .isThrownBy(() -> Actions.builder().method("a.b", Hidden.class, name))
                    .withMessageContaining(
                            "no method '%s' in %s that", name, Hidden.class.getName());
        }
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> Actions.builder().method("a.b", Object.class, "toString"))
                .withMessageContaining("no method 'toString' in java.lang.Object");
    }

    @Test
    void methodOfAPackageThatIsClosed_isRefused() throws Exception {
        Class<?> closed = Class.forName("jdk.internal.misc.VM");
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> Actions.builder().method("vm.level", closed, "initLevel"))
                .withMessageContaining("cannot be the action vm.level: make it public");
    }

    public static final class Texts {
        @Action
        public static String of(int number) {
            return "int " + number;
        }

        @Action
        public static String of(double number) {
            return "double " + number;
        }

        @Action
        public static String of(boolean flag) {
            return "boolean " + flag;
        }

        @Action
        public static String of(TimeUnit unit) {
            return "unit " + unit;
        }

        @Action
        public static String of(String text) {
            return "text " + text;
        }

        @Action
        public static String of(Path path, Integer... numbers) {
            return "path " + path + List.of(numbers);
        }

        @Action
        public static String one(char letter) {
            return "char " + letter;
        }

        @Action
        public static String either(Path path) {
            return "path " + path;
        }

        @Action
        public static String either(java.io.File file) {
            return "file " + file;
        }

        @Action
        public static String odd(Runnable run) {
            return run.toString();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "12, int 12",
        "1.5, double 1.5",
        "true, boolean true",
        "SECONDS, unit SECONDS",
        "a.png, text a.png",
        "a.png 1 2, 'path a.png[1, 2]'",
    })
    void texts_becomeWhatTheyLookLike(String texts, String result) throws Exception {
        Actions actions = Actions.of(Texts.class);

        DeferredCall call = actions.parse("texts.of", List.of(texts.split(" ", -1)));

        assertThat(actions.invoke(call)).isEqualTo(result);
    }

    @Test
    void typesInBrackets_sayWhichMethodIsMeant() throws Exception {
        Actions actions = Actions.of(Texts.class);

        assertThat(actions.invoke(actions.parse("texts.of(String)", List.of("12"))))
                .isEqualTo("text 12");
        assertThat(actions.invoke(actions.parse("texts.either(Path)", List.of("12"))))
                .isEqualTo("path 12");
        assertThat(actions.invoke(actions.parse("texts.of(Path, Integer...)", List.of("12"))))
                .isEqualTo("path 12[]");
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> actions.parse("texts.of(short)", List.of("12")))
                .withMessageStartingWith("no action 'texts.of(short)'; there is texts.of(Path, ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "texts.one | ab | texts.one(\"ab\") does not fit texts.one(char): argument 1 cannot be made a char: 'ab' is not a single character",
                "texts.one | a b | texts.one(\"a\", \"b\") fits none of texts.one(char)",
                "texts.either | a | texts.either(\"a\") is ambiguous; write one of 'texts.either(File)', 'texts.either(Path)'",
                "texts.odd | a | texts.odd(\"a\") does not fit texts.odd(Runnable): argument 1 cannot be made a Runnable, which nothing makes of text",
                "texts.on | a | no action 'texts.on'; did you mean texts.of or texts.one or texts.odd?",
            })
    void textsThatDoNotFit_areExplained(String name, String texts, String message) {
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(
                        () -> Actions.of(Texts.class).parse(name, List.of(texts.split(" ", -1))))
                .withMessage(message);
    }
}
