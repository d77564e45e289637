package dev.polyloom.loadout.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Reads load-outs from the tables of a database. */
public final class DatabaseSource {
    private final Table loadouts;
    private final Table options;
    private final Table actions;
    private final Table preps;
    private final Table arguments;
    private final Table annotations;

    private DatabaseSource(Connection connection) {
        AtomicInteger order = new AtomicInteger();
        loadouts = new Table(connection, order, "polyloom_loadout", 1, "name", "class_path");
        options =
                new Table(
                        connection,
                        order,
                        "polyloom_worker_option",
                        2,
                        "loadout",
                        "option_name",
                        "option_value");
        actions =
                new Table(
                        connection,
                        order,
                        "polyloom_action",
                        2,
                        "loadout",
                        "position",
                        "name",
                        "class_name",
                        "method");
        preps = new Table(connection, order, "polyloom_prep", 2, "loadout", "name", "action_name");
        arguments =
                new Table(
                        connection,
                        order,
                        "polyloom_prep_argument",
                        3,
                        "loadout",
                        "prep",
                        "position",
                        "argument");
        annotations =
                new Table(
                        connection,
                        order,
                        "polyloom_prep_annotation",
                        3,
                        "loadout",
                        "prep",
                        "annotation",
                        "annotation_value");
    }

    /**
     * Returns the statements that make the tables.
     *
     * @return the statements
     */
    public static String tables() {
        try (InputStream in =
                Objects.requireNonNull(DatabaseSource.class.getResourceAsStream("tables.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a load-out.
     *
     * @param url where the database is
     * @param name the load-out's name, or nothing if there is only one
     * @return what it says
     * @throws dev.polyloom.loadout.LoadOutException if it cannot be read
     */
    public static Node read(String url, String name) {
        String shown = url.replaceFirst("[;?].*", "");
        try (Connection connection = DriverManager.getConnection(url)) {
            return read(connection, name);
        } catch (SQLException e) {
            // drivers quote the whole address, with the password in it
            String why = String.valueOf(e.getMessage()).replace(url, shown);
            throw Problems.fatal(new Place(shown, 0), "the database cannot be read: " + why);
        }
    }

    /**
     * Reads a load-out.
     *
     * @param connection a connection, which is left open
     * @param name the load-out's name, or nothing if there is only one
     * @return what it says
     * @throws dev.polyloom.loadout.LoadOutException if it cannot be read
     */
    public static Node read(Connection connection, String name) {
        return new DatabaseSource(connection).read(name);
    }

    private Node read(String name) {
        Table.Row row = chosen(name, loadouts.rows());
        String loadout = row.required("name");
        List<Node.Field> fields = new ArrayList<>();
        fields.add(field("name", row.text("name")));
        Node.Text classPath = row.text("class_path");
        if (classPath != null) {
            fields.add(field("classPath", lines(classPath)));
        }
        List<Table.Row> about = options.rowsOf(loadout);
        if (!about.isEmpty()) {
            fields.add(field("workers", workers(row, about)));
        }
        fields.add(field("actions", actions(row, actions.rowsOf(loadout))));
        fields.add(field("preps", preps(row, loadout)));
        return new Node.Fields(row.place("name"), fields);
    }

    private Table.Row chosen(String name, List<Table.Row> rows) {
        List<String> names = rows.stream().map(row -> row.required("name")).toList();
        int index = name.isEmpty() && rows.size() == 1 ? 0 : names.indexOf(name);
        if (index < 0) {
            String there = names.isEmpty() ? "it has none" : "it has " + String.join(", ", names);
            throw Problems.fatal(
                    loadouts.place(),
                    name.isEmpty()
                            ? "which load-out is meant? write #name behind the address; " + there
                            : "no load-out '%s'; %s".formatted(name, there));
        }
        return rows.get(index);
    }

    private static Node.Field field(String key, @Nullable Node value) {
        Node there = Objects.requireNonNull(value, key);
        return new Node.Field(key, there.place(), there);
    }

    /** Makes a list of a text of several lines. */
    private static Node lines(Node.Text text) {
        List<String> lines = text.text().lines().toList();
        return lines.size() < 2
                ? text
                : new Node.Items(
                        text.place(),
                        lines.stream()
                                .<Node>map(line -> new Node.Text(text.place(), line))
                                .toList());
    }

    /** Makes nested keys of those with dots, such as {@code environment.LANG}. */
    private static Node workers(Table.Row loadout, List<Table.Row> rows) {
        Map<String, List<Node.Field>> nested = new LinkedHashMap<>();
        List<Node.Field> fields = new ArrayList<>();
        for (Table.Row row : rows) {
            String[] key = row.required("option_name").split("\\.", 2);
            Node.Text value = Objects.requireNonNull(row.text("option_value"));
            Place place = row.place("option_name");
            if (key.length == 1) {
                fields.add(new Node.Field(key[0], place, lines(value)));
            } else {
                nested.computeIfAbsent(key[0], group -> new ArrayList<>())
                        .add(new Node.Field(key[1], place, value));
            }
        }
        nested.forEach((key, group) -> {
            Place place = group.getFirst().place();
            fields.add(new Node.Field(key, place, new Node.Fields(place, group)));
        });
        return new Node.Fields(loadout.place("name"), fields);
    }

    private static Node actions(Table.Row loadout, List<Table.Row> rows) {
        return new Node.Items(
                loadout.place("name"), rows.stream().map(DatabaseSource::action).toList());
    }

    private static Node action(Table.Row row) {
        Node.Text type = Objects.requireNonNull(row.text("class_name"));
        Node.Text method = row.text("method");
        Node.Text name = row.text("name");
        List<Node.Field> fields = new ArrayList<>();
        if (method == null && name == null) {
            fields.add(new Node.Field("class", type.place(), type));
        }
        if (method != null) {
            String whole = type.text() + "::" + method.text();
            fields.add(field("method", new Node.Text(method.place(), whole)));
        }
        if (name != null) {
            fields.add(field("name", name));
        }
        return new Node.Fields(row.place("class_name"), fields);
    }

    private Node preps(Table.Row loadout, String name) {
        List<Table.Row> texts = arguments.rowsOf(name);
        List<Table.Row> notes = annotations.rowsOf(name);
        return new Node.Fields(
                loadout.place("name"),
                preps.rowsOf(name).stream()
                        .map(prep ->
                                new Node.Field(
                                        prep.required("name"),
                                        prep.place("name"),
                                        prep(prep, texts, notes)))
                        .toList());
    }

    private static Node prep(Table.Row prep, List<Table.Row> texts, List<Table.Row> notes) {
        String name = prep.required("name");
        List<Node> arguments =
                texts.stream()
                        .filter(row -> row.required("prep").equals(name))
                        .<Node>map(row -> Objects.requireNonNull(row.text("argument")))
                        .toList();
        List<Node.Field> annotations =
                notes.stream()
                        .filter(row -> row.required("prep").equals(name))
                        .map(row ->
                                new Node.Field(
                                        row.required("annotation"),
                                        row.place("annotation"),
                                        Objects.requireNonNull(row.text("annotation_value"))))
                        .toList();
        Place place = prep.place("name");
        return new Node.Fields(
                place,
                List.of(
                        field("action", prep.text("action_name")),
                        new Node.Field("arguments", place, new Node.Items(place, arguments)),
                        new Node.Field("annotations", place, new Node.Fields(place, annotations))));
    }
}
