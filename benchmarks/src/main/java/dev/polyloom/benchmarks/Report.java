package dev.polyloom.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of a suite as a table for people and as JSON for programs. */
record Report(String suite, Conditions conditions, List<Row> rows) {
    private static final List<String> COLUMNS =
            List.of("metric", "ours", "unit", "peer", "peerValue", "ratio", "bar", "met");

    String table() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(COLUMNS);
        rows.forEach(row -> lines.add(cells(row)));
        List<Integer> widths =
                IntStream.range(0, COLUMNS.size())
                        .map(i -> lines.stream().mapToInt(l -> l.get(i).length()).max().orElse(0))
                        .boxed()
                        .toList();
        return title()
                + lines.stream().map(line -> aligned(line, widths)).collect(Collectors.joining());
    }

    private String title() {
        return "%s: %s; %s; load %.2f at the start; %s%n"
                .formatted(
                        suite,
                        conditions.machine(),
                        conditions.jdk(),
                        conditions.load(),
                        conditions.date());
    }

    private static String aligned(List<String> line, List<Integer> widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            String cell = line.get(i);
            String padding = " ".repeat(widths.get(i) - cell.length());
            boolean number = i == 1 || i == 4 || i == 5;
            text.append(number ? padding + cell : cell + padding).append("  ");
        }
        return text.toString().stripTrailing() + System.lineSeparator();
    }

    private static List<String> cells(Row row) {
        return List.of(
                row.metric(),
                figure(row.ours()),
                row.unit(),
                row.peer(),
                figure(row.peerValue()),
                figure(row.ratio()),
                row.bar() == null ? "-" : row.bar(),
                row.met() == null ? "-" : row.met() ? "yes" : "no");
    }

    /** At least two digits that mean something; a dash where there is no figure. */
    private static String figure(double value) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        double size = Math.abs(value);
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.01 ? 3 : 5;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    String json() {
        String inner = rows.stream().map(Report::json).collect(Collectors.joining(",\n    "));
        return """
        {
          "suite": %s,
          "machine": %s,
          "jdk": %s,
          "load": %s,
          "date": %s,
          "command": %s,
          "rows": [
            %s
          ]
        }
        """
                .formatted(
                        text(suite),
                        text(conditions.machine()),
                        text(conditions.jdk()),
                        number(conditions.load()),
                        text(conditions.date()),
                        text(conditions.command()),
                        inner);
    }

    private static String json(Row row) {
        return "{"
                + IntStream.range(0, COLUMNS.size())
                        .mapToObj(i -> text(COLUMNS.get(i)) + ": " + VALUES.get(i).apply(row))
                        .collect(Collectors.joining(", "))
                + "}";
    }

    private static final List<Function<Row, String>> VALUES =
            List.of(
                    row -> text(row.metric()),
                    row -> number(row.ours()),
                    row -> text(row.unit()),
                    row -> text(row.peer()),
                    row -> number(row.peerValue()),
                    row -> number(row.ratio()),
                    row -> text(row.bar()),
                    row -> String.valueOf(row.met()));

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "null";
    }

    private static String text(@Nullable String value) {
        return value == null
                ? "null"
                : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + '"';
    }
}
