package dev.polyloom.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows whose columns are as wide as their widest cell. */
final class Table {
    private final String[] alignments;
    private final List<String[]> rows = new ArrayList<>();

    /** Makes a table; each column is aligned left, {@code <}, or right, {@code >}. */
    Table(String... alignments) {
        this.alignments = alignments;
    }

    void row(Object... cells) {
        String[] row = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            row[i] = String.valueOf(cells[i]);
        }
        rows.add(row);
    }

    @Override
    public String toString() {
        int[] widths = widths();
        return rows.stream().map(row -> aligned(row, widths)).collect(Collectors.joining());
    }

    private int[] widths() {
        int[] widths = new int[alignments.length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        return widths;
    }

    private String aligned(String[] row, int... widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            String gap = " ".repeat(widths[i] - row[i].length());
            line.append(alignments[i].equals(">") ? gap + row[i] : row[i] + gap).append("  ");
        }
        return line.toString().stripTrailing() + "\n";
    }
}
