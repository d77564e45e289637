package dev.polyloom.process.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.WorkerDiedException;
import dev.polyloom.process.TableLocation;
import dev.polyloom.process.WriteLocation;
import dev.polyloom.process.WriteLocationException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables that real workers read and write, in an embedded database and in a real server. */
@Timeout(120)
class TableLocationTest {
    private static final List<String> COLUMNS = List.of("id", "name");
    private static @Nullable EmbeddedPostgres server;

    @TempDir private Path folder;

    private final List<TableLocation> open = new ArrayList<>();

    enum Database {
        H2,
        POSTGRESQL
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @AfterEach
    void close() {
        open.forEach(TableLocation::close);
    }

    private TableLocation embedded(String name) {
        TableLocation table = WriteLocation.table(folder.resolve("data"), name);
        open.add(table);
        return table;
    }

    private TableLocation table(Database database, String name) throws Exception {
        TableLocation table =
                database == Database.H2 ? embedded(name) : WriteLocation.table(serverUrl(), name);
        table.create("id BIGINT PRIMARY KEY, name VARCHAR(80)");
        return table;
    }

    private static synchronized String serverUrl() throws Exception {
        if (server == null) {
            server = EmbeddedPostgres.builder().start();
        }
        return server.getJdbcUrl("postgres", "postgres");
    }

    private static List<List<Object>> rows(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> List.<Object>of((long) i, "name " + i))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void table_isWrittenAndReadByWorkers(Database database) throws Exception {
        TableLocation table = table(database, "shown");
        try (Scope scope = Run.processes().workers(2).open()) {
            List<Future<Long>> writers = new ArrayList<>();
            for (int part = 0; part < 4; part++) {
                int from = 2500 * part;
                writers.add(scope.submit(() -> table.write(COLUMNS, rows(from, from + 2500))));
            }
            for (Future<Long> writer : writers) {
                assertThat(writer.get()).isEqualTo(2500);
            }
            assertThat(table.count()).isEqualTo(10_000);
            long sum =
                    scope.submit(
                                    () -> {
                                        long[] total = new long[1];
                                        table.read(
                                                List.of("id"),
                                                row -> total[0] += (long) row.get(0));
                                        return total[0];
                                    })
                            .get();
            assertThat(sum).isEqualTo(10_000L * 9_999 / 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void killedWriter_leavesNoRow(Database database) throws Exception {
        TableLocation table = table(database, "killed");
        table.write(COLUMNS, rows(0, 10));
        Path reached = folder.resolve("reached");
        String said = reached.toString();
        try (Scope scope = Run.processes().workers(1).open()) {
            Future<?> writer = scope.submit(() -> table.write(COLUMNS, reachingAt(said)));
            await().until(() -> Files.exists(reached));
            Deeds.kill(Long.parseLong(Files.readString(reached)));
            assertThatThrownBy(writer::get).hasCauseInstanceOf(WorkerDiedException.class);
            assertThat(scope.submit(table::count).get()).isEqualTo(10);
        }
        assertThat(table.count()).isEqualTo(10);
        assertThat(table.write(COLUMNS, rows(10, 20))).isEqualTo(10);
    }

    /** Gives rows, but never the last ones. */
    private static Iterable<List<Object>> reachingAt(String file) {
        return () ->
                IntStream.range(10, 5_000)
                        .mapToObj(i -> {
                            if (i == 4_500) {
                                Deeds.reach(file);
                            }
                            return List.<Object>of((long) i, "never");
                        })
                        .iterator();
    }

    @ParameterizedTest
    @EnumSource
    void refusedRow_leavesNoRowOfItsCall(Database database) throws Exception {
        TableLocation table = table(database, "refused");
        table.write(COLUMNS, rows(1_500, 1_501));
        assertThatThrownBy(() -> table.write(COLUMNS, rows(0, 2_000)))
                .isInstanceOf(WriteLocationException.class)
                .hasMessageContaining("table refused in jdbc:");
        assertThatThrownBy(() -> table.write(COLUMNS, List.of(List.of(1L, "a"), List.of(2L))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 2 has 1 values for 2 columns");
        assertThat(table.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void nullsAndOddStrings_comeBackAsTheyWere(Database database) throws Exception {
        TableLocation table = table(database, "odd");
        String odd = "Robert'); DROP TABLE odd; -- \u00e9\u2603";
        table.write(COLUMNS, List.of(Arrays.asList(1L, null), List.of(2L, odd)));
        List<List<@Nullable Object>> seen = new ArrayList<>();
        assertThat(table.read(List.of("name", "id"), seen::add)).isEqualTo(2);
        assertThat(seen).containsExactlyInAnyOrder(Arrays.asList(null, 1L), List.of(odd, 2L));
    }

    @ParameterizedTest
    @EnumSource
    void missingTable_isAnErrorThatNamesIt(Database database) throws Exception {
        table(database, "present");
        TableLocation missing =
                database == Database.H2
                        ? embedded("missing")
                        : WriteLocation.table(serverUrl(), "missing");
        assertThatThrownBy(missing::count)
                .isInstanceOf(WriteLocationException.class)
                .hasMessageContaining("table missing in jdbc:");
    }

    @Test
    void embeddedDatabase_canBeOpenedAgainWhenClosed() throws Exception {
        TableLocation first = table(Database.H2, "lasting");
        first.write(COLUMNS, rows(0, 5));
        first.close();
        assertThat(embedded("lasting").count()).isEqualTo(5);
    }

    @Test
    void databaseThatCannotBeOpened_isAnErrorAtOnce() throws Exception {
        Files.writeString(folder.resolve("data.mv.db"), "this is no database");
        assertThatThrownBy(() -> embedded("any"))
                .isInstanceOf(WriteLocationException.class)
                .hasMessageContaining("table any in jdbc:h2:file:")
                .hasMessageContaining("cannot be opened");
    }

    @Test
    void namesThatAreCode_areRefused() {
        Path data = folder.resolve("data");
        assertThatThrownBy(() -> WriteLocation.table(data, "a; DROP TABLE b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no name of a table");
        TableLocation table = embedded("public.fine");
        assertThatThrownBy(() -> table.write(List.of("a, b"), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a, b' is no name of a column");
        assertThatThrownBy(() -> table.read(List.of(), row -> {}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WriteLocation.table(Path.of("a;INIT=x"), "t"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WriteLocation.table("http://somewhere", "t"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("begins with jdbc:");
    }

    @Test
    void missingDriver_isAnErrorThatShowsNoSecret() {
        TableLocation table =
                WriteLocation.table("jdbc:nothing://me:secret@db/x?password=secret", "t");
        assertThatThrownBy(table::count)
                .isInstanceOf(WriteLocationException.class)
                .hasMessageContaining("table t in jdbc:nothing://db/x")
                .hasMessageContaining("driver")
                .message()
                .doesNotContain("secret");
        assertThat(table.toString()).doesNotContain("secret");
    }
}
