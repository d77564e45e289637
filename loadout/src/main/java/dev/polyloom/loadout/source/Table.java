package dev.polyloom.loadout.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table of load-outs, whose rows know where each of their values stands. */
final class Table {
    private static final int MOST_ROWS = 10_000;
    private static final int PATIENCE_SECONDS = 30;

    private final Connection connection;
    private final AtomicInteger order;
    private final String name;
    private final int keys;
    private final List<String> columns;

    Table(Connection connection, AtomicInteger order, String name, int keys, String... columns) {
        this.connection = connection;
        this.order = order;
        this.name = name;
        this.keys = keys;
        this.columns = List.of(columns);
    }

    Place place() {
        return new Place("table " + name, 0);
    }

    /** A row of the table. */
    final class Row {
        private final Map<String, @Nullable String> values;
        private final int first;

        private Row(Map<String, @Nullable String> values) {
            this.values = values;
            this.first = order.getAndAdd(columns.size());
        }

        Place place(String column) {
            return new Place(
                    "table %s, row %s, column %s".formatted(name, key(), column),
                    first + columns.indexOf(column));
        }

        private String key() {
            return columns.stream().limit(keys).map(values::get).collect(Collectors.joining("/"));
        }

        Node.@Nullable Text text(String column) {
            String value = values.get(column);
            return value == null ? null : new Node.Text(place(column), value);
        }

        String required(String column) {
            String value = values.get(column);
            if (value == null) {
                throw Problems.fatal(place(column), "is empty");
            }
            return value;
        }
    }

    List<Row> rows() {
        return rows("", new String[0]);
    }

    List<Row> rowsOf(String loadout) {
        return rows(" where loadout = ?", loadout);
    }

    private List<Row> rows(String condition, String... values) {
        String key = String.join(", ", columns.subList(0, keys));
        String query =
                "select %s from %s%s order by %s"
                        .formatted(String.join(", ", columns), name, condition, key);
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setQueryTimeout(PATIENCE_SECONDS);
            statement.setMaxRows(MOST_ROWS + 1);
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                return rows(result);
            }
        } catch (SQLException e) {
            throw Problems.fatal(
                    place(),
                    "cannot be read: %s; LoadOut.tables() has the statements that make it"
                            .formatted(oneLine(e)));
        }
    }

    private static String oneLine(SQLException e) {
        return Arrays.stream(String.valueOf(e.getMessage()).split("\\R", -1))
                .findFirst()
                .orElse("");
    }

    private List<Row> rows(ResultSet result) throws SQLException {
        List<Row> rows = new ArrayList<>();
        while (result.next()) {
            Map<String, @Nullable String> values = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                values.put(columns.get(i), result.getString(i + 1));
            }
            rows.add(new Row(values));
        }
        if (rows.size() > MOST_ROWS) {
            throw Problems.fatal(
                    place(), "has more than %d rows for a load-out".formatted(MOST_ROWS));
        }
        return rows;
    }
}
