package dev.polyloom.loadout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.polyloom.Scope;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Load-outs in an embedded database and in a real server. */
@Timeout(120)
class DatabaseLoadOutTest {
    private static final String TYPE = "dev.polyloom.loadout.Images";

    private static final AtomicInteger MADE = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    @TempDir private Path folder;
    private String url = "";

    enum Database {
        H2,
        POSTGRESQL
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    private void makeTables(Database database) throws Exception {
        url = database == Database.H2 ? "jdbc:h2:" + folder.resolve("loadouts") : madeInServer();
        execute(LoadOut.tables());
    }

    /** Makes a database for one test. */
    private static String madeInServer() throws Exception {
        String name = "loadouts" + MADE.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(serverUrl("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return serverUrl(name);
    }

    private static synchronized String serverUrl(String database) throws IOException {
        if (server == null) {
            server = EmbeddedPostgres.builder().start();
        }
        return server.getJdbcUrl("postgres", database);
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private void makeImages() throws SQLException {
        execute(
                "insert into polyloom_loadout values ('images', null)",
                "insert into polyloom_worker_option values ('images', 'count', '1')",
                "insert into polyloom_worker_option values ('images', 'environment.A', 'b')",
                "insert into polyloom_worker_option values ('images', 'systemProperties.x.y', 'z')",
                "insert into polyloom_worker_option values"
                        + " ('images', 'jvmArguments', '-Xss768k' || chr(10) || '-XX:+UseSerialGC')",
                "insert into polyloom_action values ('images', 1, null, '" + TYPE + "', null)",
                "insert into polyloom_action values ('images', 2, 'text.upper', '"
                        + TYPE
                        + "', 'upper')",
                "insert into polyloom_prep values ('images', 'icon', 'images.thumbnail')",
                "insert into polyloom_prep_argument values ('images', 'icon', 1, 'a.png')",
                "insert into polyloom_prep_argument values ('images', 'icon', 2, '16')",
                "insert into polyloom_prep_annotation values ('images', 'icon', 'size', 'small')");
    }

    @ParameterizedTest
    @EnumSource
    void loadOut_isReadFromTheDatabase(Database database) throws Exception {
        makeTables(database);
        makeImages();

        LoadOut loadOut = LoadOut.reader().read(url);

        assertThat(loadOut.name()).contains("images");
        try (Scope scope = loadOut.open()) {
            assertThat(scope.name()).isEqualTo("images");
            assertThat(loadOut.calls(scope).call("text.upper", "abc")).isEqualTo("ABC");
            assertThat(loadOut.calls(scope).call("images.variable", "A")).isEqualTo("b");
            assertThat(loadOut.calls(scope).call("images.property", "x.y")).isEqualTo("z");
            assertThat(scope.submit(loadOut.prep("icon")).get()).isEqualTo("a.png@16");
            assertThat(loadOut.prep("icon").annotations()).containsEntry("size", "small");
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneOfSeveral_isChosenByItsName(Database database) throws Exception {
        makeTables(database);
        makeImages();
        execute("insert into polyloom_loadout values ('other', null)");

        assertThat(LoadOut.reader().read(url + "#images").name()).contains("images");
        try (Connection connection = DriverManager.getConnection(url)) {
            assertThat(LoadOut.reader().read(connection, "images").name()).contains("images");
            assertThat(connection.isClosed()).isFalse();
        }
        assertThatExceptionOfType(LoadOutException.class)
                .isThrownBy(() -> LoadOut.reader().read(url))
                .withMessage(
                        "table polyloom_loadout: which load-out is meant? write #name behind the address; it has images, other");
        assertThatExceptionOfType(LoadOutException.class)
                .isThrownBy(() -> LoadOut.reader().read(url + "#imagse"))
                .withMessage("table polyloom_loadout: no load-out 'imagse'; it has images, other");
    }

    @ParameterizedTest
    @EnumSource
    void allProblems_nameTableRowAndColumn(Database database) throws Exception {
        makeTables(database);
        execute(
                "insert into polyloom_loadout values ('bad', 'gone.jar')",
                "insert into polyloom_worker_option values ('bad', 'cuont', '1')",
                "insert into polyloom_worker_option values ('bad', 'maxHeap', 'much')",
                "insert into polyloom_action values ('bad', 1, null, 'com.acme.Gone', null)",
                "insert into polyloom_action values ('bad', 2, null, '" + TYPE + "', 'upper')",
                "insert into polyloom_action values ('bad', 3, null, '" + TYPE + "', null)",
                "insert into polyloom_prep values ('bad', 'icon', 'images.thumbnail')",
                "insert into polyloom_prep_argument values ('bad', 'icon', 1, 'a')",
                "insert into polyloom_prep_argument values ('bad', 'icon', 2, 'b')");

        assertThatExceptionOfType(LoadOutException.class)
                .isThrownBy(() -> LoadOut.reader().read(url))
                .withMessage(
                        """
                        table polyloom_loadout, row bad, column class_path: no readable file or folder 'gone.jar'; separate entries by ':'
                        table polyloom_worker_option, row bad/cuont, column option_name: unknown key 'cuont'; did you mean 'count'?
                        table polyloom_worker_option, row bad/maxHeap, column option_value: 'much' is not an amount of memory such as 256m or 1g
                        table polyloom_action, row bad/1, column class_name: no class 'com.acme.Gone' found; write its full name, and its jar or folder in 'classPath'
                        table polyloom_action, row bad/2, column class_name: has no 'name'; an action is 'class', or 'name' and 'method'
                        table polyloom_prep, row bad/icon, column action_name: images.thumbnail("a", "b") fits none of images.thumbnail(Path), images.thumbnail(Path, int)\
                        """);
    }

    @ParameterizedTest
    @EnumSource
    void databaseWithoutTables_isExplained(Database database) throws Exception {
        makeTables(database);
        for (String name :
                List.of("prep_annotation", "prep_argument", "prep", "action", "worker_option")) {
            execute("drop table polyloom_" + name);
        }
        execute("drop table polyloom_loadout");

        assertThatExceptionOfType(LoadOutException.class)
                .isThrownBy(() -> LoadOut.reader().read(url))
                .withMessageStartingWith("table polyloom_loadout: cannot be read: ")
                .withMessageContaining("LoadOut.tables() has the statements");
    }

    @Test
    void databaseThatTheServerLacks_isExplainedWithoutItsPassword() throws Exception {
        String none = serverUrl("none") + "&password=secret";

        assertThatExceptionOfType(LoadOutException.class)
                .isThrownBy(() -> LoadOut.reader().read(none))
                .withMessageContaining("database \"none\" does not exist")
                .withMessageNotContaining("secret");
    }

    @Test
    void databaseThatIsNotThere_isExplainedWithoutItsPassword() {
        assertThatExceptionOfType(LoadOutException.class)
                .isThrownBy(() ->
                        LoadOut.reader()
                                .read(
                                        "jdbc:h2:%s/none;IFEXISTS=TRUE;PASSWORD=secret"
                                                .formatted(folder)))
                .withMessageStartingWith("jdbc:h2:%s/none: ".formatted(folder))
                .withMessageNotContaining("secret");
        assertThatExceptionOfType(LoadOutException.class)
                .isThrownBy(() -> LoadOut.reader().read("jdbc:nosuch:x?password=secret"))
                .withMessageStartingWith("jdbc:nosuch:x: ")
                .withMessageContaining("No suitable driver")
                .withMessageNotContaining("secret");
    }
}
