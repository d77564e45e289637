package dev.polyloom.cli.timeline;

import dev.polyloom.cli.json.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a recorded run as a page that needs nothing else. Texts of the run reach the page only as
 * escaped HTML or as data, and a content security policy allows the page's own script alone.
 */
final class TimelinePage {
    private static final int MOST_ROWS = 50;
    private static final Pattern PLACE = Pattern.compile("@([A-Z_]+)@");

    private static final DateTimeFormatter STARTED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneId.systemDefault());

    private final Summary summary;
    private final Sampler sampler;
    private final List<Bar> bars;
    private final List<Mark> marks;
    private final Lanes lanes;

    TimelinePage(Summary summary, Sampler sampler, List<Mark> marks) {
        this.summary = summary;
        this.sampler = sampler;
        this.bars = sampler.bars();
        this.marks = marks;
        this.lanes = Lanes.of(bars, marks, summary.flavor().equals("virtual"), "virtual");
    }

    void write(Path page) throws IOException {
        Path target = page.toAbsolutePath();
        Path draft = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(draft)) {
                write(out);
            }
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void write(Writer out) throws IOException {
        String template = resource("timeline.html");
        Matcher places = PLACE.matcher(template);
        int from = 0;
        while (places.find()) {
            out.append(template, from, places.start());
            from = places.end();
            fill(places.group(1), out);
        }
        out.append(template, from, template.length());
    }

    private void fill(String place, Writer out) throws IOException {
        switch (place) {
            case "TITLE" -> out.append(Html.escape(summary.title()));
            case "SCRIPT_HASH" -> out.append(hash(resource("timeline.js")));
            case "STYLE" -> out.append(resource("timeline.css"));
            case "SCRIPT" -> out.append(resource("timeline.js"));
            case "FACTS" -> facts(out);
            case "TABLES" -> tables(out);
            case "DATA" -> Json.write(data(), out);
            default -> throw new IOException("the page has no place " + place);
        }
    }

    private static String hash(String script) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = TimelinePage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the program lacks its own file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void facts(Writer out) throws IOException {
        fact(out, "items", number(summary.items()), "");
        fact(out, "failed", number(summary.failed()), summary.failed() > 0 ? "bad" : "");
        fact(out, "retried", number(summary.retried()), summary.retried() > 0 ? "warn" : "");
        fact(out, "wall time", time(summary.wall().toNanos() / 1000), "");
        fact(out, "parallelism", String.format(Locale.ROOT, "%.2f×", summary.parallelism()), "");
        fact(out, "flavor", summary.flavor(), "");
        fact(out, "workers", workers(), "");
        long left = sampler.seen() - bars.size();
        if (left > 0) {
            fact(out, "items not drawn", number(left), "warn");
        }
        fact(out, "started", STARTED.format(summary.started()), "");
    }

    private String workers() {
        return summary.workers() == Integer.MAX_VALUE ? "no bound" : "" + summary.workers();
    }

    private static void fact(Writer out, String name, String value, String mood)
            throws IOException {
        out.append("<div class=\"fact ").append(mood).append("\"><dt>").append(Html.escape(name));
        out.append("</dt><dd>").append(Html.escape(value)).append("</dd></div>\n");
    }

    private void tables(Writer out) throws IOException {
        table(out, "slowest", "Slowest items", sampler.slowest());
        if (summary.failed() > 0) {
            List<Bar> failed = sampler.failed();
            table(
                    out,
                    "failed",
                    "Failed items" + (failed.size() > MOST_ROWS ? ", the first " + MOST_ROWS : ""),
                    failed.subList(0, Math.min(MOST_ROWS, failed.size())));
        }
    }

    private static void table(Writer out, String id, String title, List<Bar> rows)
            throws IOException {
        out.append("<section><h2 id=\"").append(id).append("\">").append(title);
        out.append("</h2>\n<div class=\"wide\"><table aria-labelledby=\"").append(id);
        out.append("\"><thead><tr><th class=\"n\">#</th><th>Item</th><th>Worker</th>");
        out.append("<th class=\"n\">Start</th><th class=\"n\">Took</th><th>Result</th></tr>");
        out.append("</thead><tbody>\n");
        for (Bar bar : rows) {
            row(out, bar);
        }
        out.append("</tbody></table></div></section>\n");
    }

    private static void row(Writer out, Bar bar) throws IOException {
        String failure = bar.failure();
        out.append("<tr><td class=\"n\">").append(number(bar.index() + 1));
        out.append("</td><td>").append(Html.escape(bar.item()));
        out.append("</td><td>").append(Html.escape(bar.worker()));
        out.append("</td><td class=\"n\">").append(time(bar.start()));
        out.append("</td><td class=\"n\">").append(time(bar.duration()));
        out.append(failure == null ? "</td><td>done" : "</td><td class=\"bad\">");
        out.append(failure == null ? "" : Html.escape(failure)).append("</td></tr>\n");
    }

    private Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("wall", summary.wall().toNanos() / 1000);
        data.put("lanes", lanes.names());
        data.put("start", startSteps());
        data.put("took", bars.stream().map(Bar::duration).toList());
        data.put("lane", lanes.laneOfBar());
        data.put("index", bars.stream().map(Bar::index).toList());
        data.put("item", bars.stream().map(Bar::item).toList());
        data.put("failures", failures());
        data.put("marks", marks.stream().map(this::asList).toList());
        return data;
    }

    /** Returns each bar's start from that of the one before, which makes shorter numbers. */
    private List<Long> startSteps() {
        List<Long> steps = new ArrayList<>(bars.size());
        long previous = 0;
        for (Bar bar : bars) {
            steps.add(bar.start() - previous);
            previous = bar.start();
        }
        return steps;
    }

    private List<List<Object>> failures() {
        List<List<Object>> failures = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            String failure = bars.get(i).failure();
            if (failure != null) {
                failures.add(List.of(i, failure));
            }
        }
        return failures;
    }

    private List<Object> asList(Mark mark) {
        return List.of(
                lanes.laneOf(mark.worker()),
                mark.at(),
                mark.kind().name(),
                mark.worker(),
                mark.text());
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
    }

    private static String time(long micros) {
        if (micros < 1000) {
            return micros + " µs";
        }
        if (micros < 1_000_000) {
            return String.format(
                    Locale.ROOT, micros < 10_000 ? "%.2f ms" : "%.1f ms", micros / 1e3);
        }
        return micros < 120_000_000
                ? String.format(Locale.ROOT, "%.2f s", micros / 1e6)
                : String.format(Locale.ROOT, "%.1f min", micros / 6e7);
    }
}
