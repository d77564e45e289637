package dev.polyloom.process.location;

import dev.polyloom.process.TableLocation;
import dev.polyloom.process.WriteLocationException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table that is read and written through JDBC. */
public final class JdbcTable implements TableLocation {
    private static final long serialVersionUID = 1L;
    private static final int BATCH = 1000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

    private final String url;
    private final String table;

    /** Keeps an embedded database open where the location was made, and serving the others. */
    private final transient @Nullable Connection keeper;

    private JdbcTable(String url, String table, @Nullable Connection keeper) {
        this.url = url;
        this.table = table;
        this.keeper = keeper;
    }

    /**
     * Names a table of a database.
     *
     * @param url the JDBC URL
     * @param table the table, perhaps after a schema and a dot
     * @return the location
     */
    public static JdbcTable of(String url, String table) {
        if (!url.startsWith("jdbc:")) {
            throw new IllegalArgumentException(
                    "the URL of a database begins with jdbc:, not with '%s'"
                            .formatted(url.split(":", 2)[0]));
        }
        for (String part : table.split("\\.", 2)) {
            checkName("table", part);
        }
        Jdbc.requireModule();
        return new JdbcTable(url, table, null);
    }

    /**
     * Names a table of an embedded database.
     *
     * @param database the path of its file without an extension
     * @param table the table
     * @return the location
     */
    public static JdbcTable embedded(Path database, String table) {
        JdbcTable named = of(Jdbc.embedded(database), table);
        try {
            return new JdbcTable(named.url, table, Jdbc.connect(named.url));
        } catch (SQLException e) {
            throw named.failed("opened", e);
        }
    }

    private static void checkName(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    ("'%s' is no name of a %s: take letters, digits and underscores, not beginning"
                                    + " with a digit")
                            .formatted(name, what));
        }
    }

    private static String names(List<String> columns) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("no column is named; name at least one");
        }
        columns.forEach(column -> checkName("column", column));
        return String.join(", ", columns);
    }

    @Override
    public String name() {
        return "%s in %s".formatted(table, Jdbc.withoutSecrets(url));
    }

    @Override
    public Kind kind() {
        return Kind.DATABASE;
    }

    @Override
    public void create(String columns) {
        String sql = "CREATE TABLE IF NOT EXISTS %s (%s)".formatted(table, columns);
        try {
            execute(sql);
        } catch (WriteLocationException first) {
            // several that make it at once may trip over each other, but only once
            execute(sql);
        }
    }

    private void execute(String sql) {
        inTransaction(
                "made",
                connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                        return 0;
                    }
                });
    }

    @Override
    public long write(
            List<String> columns, Iterable<? extends List<? extends @Nullable Object>> rows) {
        String sql =
                "INSERT INTO %s (%s) VALUES (%s)"
                        .formatted(
                                table,
                                names(columns),
                                columns.stream().map(c -> "?").collect(Collectors.joining(", ")));
        return inTransaction(
                "written",
                connection -> {
                    try (PreparedStatement insert = connection.prepareStatement(sql)) {
                        return insertAll(insert, columns.size(), rows);
                    }
                });
    }

    private static long insertAll(
            PreparedStatement insert,
            int columns,
            Iterable<? extends List<? extends @Nullable Object>> rows)
            throws SQLException {
        long count = 0;
        for (List<? extends @Nullable Object> row : rows) {
            if (row.size() != columns) {
                throw new IllegalArgumentException(
                        "row %d has %d values for %d columns"
                                .formatted(count + 1, row.size(), columns));
            }
            for (int i = 0; i < columns; i++) {
                insert.setObject(i + 1, row.get(i));
            }
            insert.addBatch();
            if (++count % BATCH == 0) {
                insert.executeBatch();
            }
        }
        if (count % BATCH != 0) {
            insert.executeBatch();
        }
        return count;
    }

    @Override
    public long read(List<String> columns, Consumer<? super List<@Nullable Object>> action) {
        String sql = "SELECT %s FROM %s".formatted(names(columns), table);
        return inTransaction(
                "read",
                connection -> {
                    try (Statement statement = connection.createStatement()) {
                        // together with a transaction this makes drivers fetch rows bit by bit
                        statement.setFetchSize(BATCH);
                        try (ResultSet rows = statement.executeQuery(sql)) {
                            return showAll(rows, columns.size(), action);
                        }
                    }
                });
    }

    private static long showAll(
            ResultSet rows, int columns, Consumer<? super List<@Nullable Object>> action)
            throws SQLException {
        long count = 0;
        for (; rows.next(); count++) {
            List<@Nullable Object> row = new ArrayList<>(columns);
            for (int i = 1; i <= columns; i++) {
                row.add(rows.getObject(i));
            }
            action.accept(Collections.unmodifiableList(row));
        }
        return count;
    }

    @Override
    public long count() {
        return inTransaction(
                "read",
                connection -> {
                    try (Statement statement = connection.createStatement();
                            ResultSet rows =
                                    statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                        rows.next();
                        return rows.getLong(1);
                    }
                });
    }

    private long inTransaction(String what, Jdbc.Work work) {
        try (Connection connection = Jdbc.connect(url)) {
            return Jdbc.inTransaction(connection, work);
        } catch (SQLException e) {
            throw failed(what, e);
        }
    }

    private WriteLocationException failed(String what, SQLException cause) {
        String said = String.valueOf(cause.getMessage()).replace(url, Jdbc.withoutSecrets(url));
        return new WriteLocationException(
                "table %s cannot be %s: %s".formatted(name(), what, said), cause);
    }

    @Override
    public void close() {
        try {
            if (keeper != null) {
                keeper.close();
            }
        } catch (SQLException e) {
            throw failed("closed", e);
        }
    }

    @Override
    public String toString() {
        return "table " + name();
    }
}
