package dev.polyloom.isolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polyloom.IsolateOptions;
import dev.polyloom.SerializableCallable;
import dev.polyloom.SerializableFunction;
import dev.polyloom.SerializationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is hard to copy from one class loader to another. */
@Timeout(60)
@SuppressWarnings("ArrayRecordComponent") // what must cross
class CrossingTest {
    private static final int GRAPHS = 2_000;

    private record Node(String name, List<Object> others) {}

    private record Copying(List<String> names) {
        Copying {
            names = List.copyOf(names);
        }
    }

    private record Positive(int value) {
        Positive {
            if (value <= 0) {
                throw new IllegalArgumentException("not positive: " + value);
            }
        }
    }

    private record Grid(int[][] cells, String[][][] names, @Nullable Object[] any) {}

    private final Realm realm = Realm.open(new IsolateOptions(List.of(), List.of(), null));

    @AfterEach
    void close() {
        realm.close();
    }

    private <T> T thereAndBack(T value) {
        Object there = realm.<Object>copyIn(value);
        assertThat(there).isNotSameAs(value);
        @SuppressWarnings("unchecked")
        T back = (T) realm.<Object>copyOut(there);
        return back;
    }

    @Test
    void randomGraphs_keepTheirForm() {
        for (long seed = 0; seed < GRAPHS; seed++) {
            List<@Nullable Object> graph = new ArrayList<>();
            Graphs source = new Graphs(seed);
            for (int i = 0; i < 3; i++) {
                graph.add(source.next());
            }
            assertThat(Graphs.form(thereAndBack(graph)))
                    .as("seed %d", seed)
                    .isEqualTo(Graphs.form(graph));
        }
    }

    @Test
    void recordThatHoldsItselfByItsList_isWhole_whereverTheCopyBegins() {
        List<Object> others = new ArrayList<>();
        Node node = new Node("a", others);
        others.add(node);
        others.add(Optional.of(node));
        others.add(new Object[] {node, others});

        Node back = thereAndBack(node);
        assertThat(back.others().get(0)).isSameAs(back);
        assertThat(((Optional<?>) back.others().get(1)).orElseThrow()).isSameAs(back);
        Object[] array = (Object[]) back.others().get(2);
        assertThat(array[0]).isSameAs(back);
        assertThat(array[1]).isSameAs(back.others());

        List<Object> list = thereAndBack(others);
        assertThat(((Node) list.get(0)).others()).isSameAs(list);
    }

    @Test
    void recordThatCopiesItsList_seesItWhole() {
        assertThat(thereAndBack(new Copying(List.of("a", "b"))).names()).containsExactly("a", "b");
        Map<String, Object> map = new HashMap<>();
        map.put("self", map);
        map.put("copying", new Copying(new ArrayList<>(List.of("c"))));
        Copying back = (Copying) Objects.requireNonNull(thereAndBack(map).get("copying"));
        assertThat(back.names()).containsExactly("c");
    }

    @Test
    void lambdaThatHoldsItself_isWhole() throws Exception {
        List<Object> holder = new ArrayList<>();
        SerializableCallable<Integer> lambda = () -> holder.size();
        holder.add(lambda);
        assertThat(realm.<Integer>call(lambda)).isEqualTo(1);
    }

    @Test
    void lambdasAndMethodReferences_travelInData() throws Exception {
        int ten = 10;
        SerializableFunction<Integer, Integer> add = value -> value + ten;
        SerializableFunction<String, Integer> length = String::length;
        int sum = realm.call(() -> add.apply(length.apply("four")));
        assertThat(sum).isEqualTo(14);
        SerializableFunction<Integer, Integer> back =
                realm.call(() -> (SerializableFunction<Integer, Integer>) value -> value * ten);
        assertThat(back.apply(3)).isEqualTo(30);
    }

    @Test
    void arraysOfArrays_enums_andSealedRecords_keepTheirTypes() {
        Grid grid =
                new Grid(
                        new int[][] {{1}, {}, {2, 3}},
                        new String[][][] {{{"a"}, {}}},
                        new @Nullable Object[] {Graphs.Suit.SPADES, null, int[].class});
        Grid back = thereAndBack(grid);
        assertThat(back.cells()).isDeepEqualTo(grid.cells()).isNotSameAs(grid.cells());
        assertThat(back.cells()[0]).isNotSameAs(grid.cells()[0]);
        assertThat(back.names()[0][0]).containsExactly("a");
        assertThat(back.any()).containsExactly(Graphs.Suit.SPADES, null, int[].class);
        Graphs.Shape shape = new Graphs.Pair<>(new Graphs.Circle(1, "one"), List.of(2));
        assertThat(thereAndBack(shape)).isEqualTo(shape);
    }

    @Test
    void recordsCheckWhatTheyAreGiven_onTheOtherSideToo() {
        assertThat(thereAndBack(new Positive(3))).isEqualTo(new Positive(3));
    }

    @Test
    void recordOfOtherComponents_isRefused(@TempDir Path folder) throws Exception {
        String source = "package lib; public record Place(int %s, int %s) {}";
        Path here =
                Library.compile(folder.resolve("here"), "lib.Place", source.formatted("x", "y"));
        Path there =
                Library.compile(folder.resolve("there"), "lib.Place", source.formatted("y", "x"));
        try (Realm one = Realm.open(new IsolateOptions(List.of(here), List.of(), null));
                Realm other = Realm.open(new IsolateOptions(List.of(there), List.of(), null))) {
            Object place =
                    one.loader()
                            .loadClass("lib.Place")
                            .getConstructor(int.class, int.class)
                            .newInstance(1, 2);
            assertThatThrownBy(() -> other.copyIn(place))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("[y, x]")
                    .hasMessageContaining("[x, y]");
        }
    }

    @Test
    void whatTheApplicationLacks_isNamed_alsoWithinOtherValues(@TempDir Path folder)
            throws Exception {
        Path path =
                Library.compile(folder, "lib.Only", "package lib; public record Only(int x) {}");
        try (Realm own = Realm.open(new IsolateOptions(List.of(path), List.of(), null))) {
            Object only =
                    own.loader().loadClass("lib.Only").getConstructor(int.class).newInstance(1);
            assertThatThrownBy(() -> own.copyOut(List.of(Optional.of(only))))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("lacks")
                    .hasMessageContaining("lib.Only");
        }
    }

    @Test
    void thrown_crossesOut_asItselfOrByName() {
        IllegalStateException same = new IllegalStateException("here");
        assertThat(realm.copyThrown(same))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("here")
                .isNotSameAs(same);
    }
}
