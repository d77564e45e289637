package dev.polyloom.isolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polyloom.IsolateOptions;
import dev.polyloom.RemoteException;
import dev.polyloom.SerializationException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@SuppressWarnings({"ReferenceEquality", "ArrayRecordComponent"}) // loaders; what must cross
class RealmTest {
    private static int counter;

    private enum Colour {
        RED,
        GREEN {
            @Override
            public String toString() {
                return "grass";
            }
        }
    }

    private record Point(int x, int y) {}

    private record Shape(String name, List<Point> corners, Colour colour, int... sizes) {}

    private static final class Bean implements Serializable {
        private static final long serialVersionUID = 1L;
        private String name = "";
        private @Nullable Bean other;
    }

    private static final class Plain {}

    private static final class Odd extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Odd(String message) {
            super(message);
        }
    }

    private final Realm realm = Realm.open(new IsolateOptions(List.of(), List.of(), null));

    @AfterEach
    void close() {
        realm.close();
    }

    @Test
    void staticState_isOfEachRealm() throws Exception {
        counter = 100;
        try (Realm other = Realm.open(new IsolateOptions(List.of(), List.of(), null))) {
            assertThat(realm.<Integer>call(() -> ++counter)).isEqualTo(1);
            assertThat(realm.<Integer>call(() -> ++counter)).isEqualTo(2);
            assertThat(other.<Integer>call(() -> ++counter)).isEqualTo(1);
        }
        assertThat(counter).isEqualTo(100);
    }

    @Test
    void records_crossBothWays_thoughTheyCannotBeSerialised() throws Exception {
        Shape shape =
                new Shape(
                        "triangle", List.of(new Point(1, 2), new Point(3, 4)), Colour.GREEN, 7, 8);
        Shape back =
                realm.call(() -> {
                    if (shape.getClass().getClassLoader() != RealmTest.class.getClassLoader()) {
                        throw new IllegalStateException("a record of another loader");
                    }
                    return new Shape(
                            shape.name() + "!",
                            shape.corners().reversed().stream().toList(),
                            shape.colour(),
                            shape.sizes());
                });
        assertThat(back.name()).isEqualTo("triangle!");
        assertThat(back.corners()).containsExactly(new Point(3, 4), new Point(1, 2));
        assertThat(back.colour()).isSameAs(Colour.GREEN);
        assertThat(back.sizes()).containsExactly(7, 8).isNotSameAs(shape.sizes());
    }

    @Test
    void containers_keepTheirKindAndOrder() throws Exception {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("array list", new ArrayList<>(Arrays.asList(1, null, 3)));
        all.put("list of", List.of("a", "b"));
        all.put("stream list", Arrays.asList("a", null).stream().toList());
        all.put("tree", new TreeMap<>(Map.of("b", 1, "a", 2)));
        all.put("optional", Optional.of(new Point(0, 0)));
        all.put("none", Optional.empty());
        all.put("points", new Point[][] {{new Point(1, 1)}, {}});
        all.put("entry", Map.entry("k", new Point(5, 5)));
        all.put("class", Point.class);
        Map<String, Object> back = realm.call(() -> all);
        assertThat(back.keySet()).containsExactlyElementsOf(all.keySet());
        for (String key : List.of("array list", "list of", "tree", "optional", "none", "entry")) {
            assertThat(back.get(key)).as(key).isEqualTo(all.get(key));
            assertThat(back.get(key)).as(key).hasSameClassAs(all.get(key));
        }
        assertThat(back.get("stream list")).isEqualTo(all.get("stream list"));
        assertThat((Point[][]) back.get("points")).isDeepEqualTo((Point[][]) all.get("points"));
        assertThat(back.get("class")).isSameAs(Point.class);
    }

    @Test
    void oneObject_staysOne_andMayHoldItself() throws Exception {
        List<Object> list = new ArrayList<>();
        list.add(list);
        Point point = new Point(1, 2);
        Map<String, Object> map = new HashMap<>();
        map.put("one", point);
        map.put("other", point);
        map.put("list", list);
        Map<String, Object> back = realm.call(() -> map);
        assertThat(back.get("one")).isSameAs(back.get("other")).isNotSameAs(point);
        List<?> copy = (List<?>) Objects.requireNonNull(back.get("list"));
        assertThat((Object) copy.getFirst()).isSameAs(copy);
    }

    @Test
    void beans_goBySerialisation_withTheirGraph() throws Exception {
        Bean bean = new Bean();
        bean.name = "a";
        bean.other = bean;
        Bean back =
                realm.call(() -> {
                    bean.name += "b";
                    return bean;
                });
        assertThat(back.name).isEqualTo("ab");
        assertThat(back.other).isSameAs(back).isNotSameAs(bean);
        assertThat(bean.name).isEqualTo("a");
    }

    @Test
    void whatCannotCross_isNamedWithItsPlace() {
        List<Object> list = List.of(1, new Plain());
        assertThatThrownBy(() -> realm.call(() -> list.size()))
                .isInstanceOfSatisfying(
                        SerializationException.class,
                        e -> assertThat(e.path()).isEqualTo("task.arg[0][1]"))
                .hasMessageContaining(Plain.class.getName());
        assertThatThrownBy(() -> realm.call(() -> new Plain()))
                .isInstanceOfSatisfying(
                        SerializationException.class,
                        e -> assertThat(e.path()).isEqualTo("result"));
    }

    @Test
    void failure_comesBackAsItself_withWhereItHappened() {
        assertThatThrownBy(() ->
                        realm.call(() -> {
                            throw new Odd("strange");
                        }))
                .isInstanceOf(Odd.class)
                .hasMessage("strange")
                .satisfies(e ->
                        assertThat(e.getSuppressed()[0])
                                .isInstanceOfSatisfying(
                                        RemoteException.class,
                                        trace ->
                                                assertThat(trace.remoteType())
                                                        .isEqualTo(Odd.class.getName())));
    }

    @Test
    void twoVersionsOfALibrary_sideBySide(@TempDir Path folder) throws Exception {
        String source =
                "package lib; public class Version { public String get() { return \"%s\"; } }";
        Path one = Library.compile(folder.resolve("one"), "lib.Version", source.formatted("one"));
        Path two = Library.compile(folder.resolve("two"), "lib.Version", source.formatted("two"));
        try (Realm first = Realm.open(new IsolateOptions(List.of(one), List.of(), null));
                Realm second = Realm.open(new IsolateOptions(List.of(two), List.of(), null))) {
            assertThat(first.<String>call(RealmTest::version)).isEqualTo("one");
            assertThat(second.<String>call(RealmTest::version)).isEqualTo("two");
            assertThatThrownBy(() -> first.call(RealmTest::library))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("lacks")
                    .hasMessageContaining("lib.Version");
        }
    }

    private static Object library() throws ReflectiveOperationException {
        return Class.forName("lib.Version");
    }

    private static String version() throws ReflectiveOperationException {
        Class<?> type = Class.forName("lib.Version");
        return (String) type.getMethod("get").invoke(type.getConstructor().newInstance());
    }

    @Test
    void exceptionOfUnknownClass_isCarriedByName(@TempDir Path folder) throws Exception {
        String source =
                "package lib; public class Bad extends RuntimeException {"
                        + " public Bad() { super(\"very bad\"); } }";
        Path classes = Library.compile(folder, "lib.Bad", source);
        try (Realm own = Realm.open(new IsolateOptions(List.of(classes), List.of(), null))) {
            assertThatThrownBy(() ->
                            own.call(() -> {
                                throw Class.forName("lib.Bad")
                                        .asSubclass(RuntimeException.class)
                                        .getConstructor()
                                        .newInstance();
                            }))
                    .isInstanceOfSatisfying(
                            RemoteException.class,
                            e -> {
                                assertThat(e.remoteType()).isEqualTo("lib.Bad");
                                assertThat(e).hasMessageContaining("very bad");
                                assertThat(e.remoteStack()).contains("lib.Bad: very bad");
                            });
        }
    }

    @Test
    void sharedPackage_hasOneState() throws Exception {
        counter = 7;
        IsolateOptions sharing =
                new IsolateOptions(List.of(), List.of("dev.polyloom.isolate"), null);
        try (Realm shared = Realm.open(sharing)) {
            assertThat(shared.<Integer>call(() -> ++counter)).isEqualTo(8);
        }
        assertThat(counter).isEqualTo(8);
    }

    @Test
    void resourcesAndClassLoader_areTheRealms() throws Exception {
        boolean own =
                realm.call(() ->
                        Thread.currentThread().getContextClassLoader()
                                        == RealmTest.class.getClassLoader()
                                && RealmTest.class.getResource("RealmTest.class") != null
                                && RealmTest.class.getPackage() != null);
        assertThat(own).isTrue();
        assertThat(Thread.currentThread().getContextClassLoader())
                .isNotInstanceOf(RealmLoader.class);
    }

    @Test
    void closed_refuses() {
        realm.close();
        realm.close();
        assertThatThrownBy(() -> realm.call(() -> 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThat(realm).hasToString("Realm[%s, closed]".formatted(realm.name()));
    }

    @Test
    void deepNesting_isSaid() {
        List<Object> deep = new ArrayList<>();
        List<Object> inner = deep;
        for (int i = 0; i < 200_000; i++) {
            List<Object> next = new ArrayList<>();
            inner.add(next);
            inner = next;
        }
        assertThatThrownBy(() -> realm.call(() -> deep.size()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("too deep");
    }

    @Test
    void timeUnits_andOtherConstantsOfTheJdk_areThemselves() throws Exception {
        assertThat(realm.<TimeUnit>call(() -> TimeUnit.DAYS)).isSameAs(TimeUnit.DAYS);
    }
}
