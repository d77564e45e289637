package dev.polyloom.python.assess;

import dev.polyloom.python.Finding;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Writes an assessment as text, JSON and HTML. */
public final class Report {
    private static final String STYLE =
            "body{font:16px system-ui;margin:2rem;max-width:70rem}table{border-collapse:collapse}"
                    + "td,th{text-align:left;padding:.2rem .8rem .2rem 0;vertical-align:top}"
                    + "td:first-child{white-space:nowrap;font-variant-numeric:tabular-nums}";

    private Report() {}

    /** Returns a line for each finding, then a summary. */
    public static String text(SortedMap<String, List<Finding>> files) {
        StringBuilder out = new StringBuilder();
        files.values().forEach(list -> list.forEach(f -> out.append(f).append('\n')));
        return out.append(summary(files)).append('\n').toString();
    }

    private static String summary(SortedMap<String, List<Finding>> files) {
        long good = files.values().stream().filter(List::isEmpty).count();
        long reasons = files.values().stream().mapToLong(List::size).sum();
        return "%d of %d files would be translated; %d %s against the others"
                .formatted(good, files.size(), reasons, reasons == 1 ? "reason" : "reasons");
    }

    /** Returns an object with all files. */
    public static String json(SortedMap<String, List<Finding>> files) {
        boolean all = files.values().stream().allMatch(List::isEmpty);
        return files.entrySet().stream()
                .map(file -> json(file.getKey(), file.getValue()))
                .collect(
                        Collectors.joining(
                                ",", "{\"translatable\":" + all + ",\"files\":[", "]}\n"));
    }

    private static String json(String file, List<Finding> findings) {
        return "{\"file\":%s,\"translatable\":%s,\"findings\":[%s]}"
                .formatted(
                        quoted(file),
                        findings.isEmpty(),
                        findings.stream().map(Report::json).collect(Collectors.joining(",")));
    }

    private static String json(Finding finding) {
        return "{\"line\":%d,\"column\":%d,\"kind\":%s,\"problem\":%s}"
                .formatted(
                        finding.line(),
                        finding.column(),
                        quoted(finding.kind()),
                        quoted(finding.problem()));
    }

    private static String quoted(String text) {
        return text.chars().mapToObj(Report::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default -> c >= ' ' && c < 127 ? Character.toString(c) : "\\u%04x".formatted(c);
        };
    }

    /** Returns a page with a table for each file that has findings. */
    public static String html(SortedMap<String, List<Finding>> files) {
        StringBuilder out = new StringBuilder();
        out.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
        out.append("<title>What would be translated</title><style>").append(STYLE);
        out.append("</style></head><body>\n<h1>What would be translated</h1>\n<p>");
        out.append(summary(files)).append("</p>\n");
        files.forEach((file, findings) -> section(file, findings, out));
        return out.append("</body></html>\n").toString();
    }

    private static void section(String file, List<Finding> findings, StringBuilder out) {
        out.append("<h2>").append(html(file)).append("</h2>\n");
        if (findings.isEmpty()) {
            out.append("<p>Nothing speaks against it.</p>\n");
            return;
        }
        out.append("<table><tr><th>Place</th><th>Kind</th><th>Reason</th></tr>\n");
        for (Finding f : findings) {
            out.append("<tr><td>%d:%d</td><td>".formatted(f.line(), f.column()));
            out.append(html(f.kind())).append("</td><td>").append(html(f.problem()));
            out.append("</td></tr>\n");
        }
        out.append("</table>\n");
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
