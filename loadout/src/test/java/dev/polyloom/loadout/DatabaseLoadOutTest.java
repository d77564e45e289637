package dev.polyloom.loadout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.polyloom.Scope;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Load-outs in a real embedded database. */
@Timeout(120)
class DatabaseLoadOutTest {
    private static final String TYPE = "dev.polyloom.loadout.Images";

    @TempDir private Path folder;
    private String url = "";

    @BeforeEach
    void makeTables() throws SQLException {
        url = "jdbc:h2:" + folder.resolve("loadouts");
        execute(LoadOut.tables());
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

    @Test
    void loadOut_isReadFromTheDatabase() throws Exception {
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

    @Test
    void oneOfSeveral_isChosenByItsName() throws Exception {
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

    @Test
    void allProblems_nameTableRowAndColumn() throws Exception {
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

    @Test
    void databaseWithoutTables_isExplained() throws Exception {
        execute("drop all objects");

        assertThatExceptionOfType(LoadOutException.class)
                .isThrownBy(() -> LoadOut.reader().read(url))
                .withMessageStartingWith("table polyloom_loadout: cannot be read: ")
                .withMessageContaining("LoadOut.tables() has the statements");
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
                .isThrownBy(() -> LoadOut.reader().read("jdbc:nosuch:x"))
                .withMessageContaining("No suitable driver");
    }
}
