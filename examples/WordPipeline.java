import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.process.Head;
import dev.polyloom.process.Heads;
import dev.polyloom.process.Pipe;
import dev.polyloom.process.Router;
import dev.polyloom.process.To;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Counts the words of all files in a folder, in three stages that hand their work straight to each
 * other: worker 1 walks and reads, workers 2 and 3 count, worker 4 merges. The primary only starts
 * it and prints the result. A stage that is slow fills its pipes, and the one before waits.
 *
 * <pre>java --class-path core/target/classes:process/target/classes examples/WordPipeline.java docs</pre>
 *
 * <p>A number after the folder is how many milliseconds longer each file takes to count; then the
 * reader can be seen to wait.
 */
final class WordPipeline {
    private static final int COUNTERS = 2;
    private static final int MERGER = 2 + COUNTERS;
    private static final int TOP = 10;
    private static final long MAX_BYTES = 16 << 20;
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    /** In the merger: what has been counted so far. */
    private static final Map<String, Long> TOTAL = new ConcurrentHashMap<>();

    private WordPipeline() {}

    public static void main(String[] args) throws Exception {
        String folder = args.length == 0 ? "." : args[0];
        if (!Files.isDirectory(Path.of(folder))) {
            System.err.println("there is no folder " + folder);
            System.exit(2);
        }
        long slower = args.length < 2 ? 0 : Long.parseLong(args[1]);
        Heads heads = Heads.builder().pipeMessages(4).build();
        try (Scope scope =
                Run.processes()
                        .workers(MERGER)
                        .heads(heads)
                        .initializer(() -> listen(slower))
                        .open()) {
            Router router = Router.of(scope);
            Map<String, Long> read = router.submit(To.worker(1), () -> readAll(folder)).get();
            IO.println("%d files, %d skipped".formatted(read.get("files"), read.get("skipped")));
            IO.println("the reader waited %d times for a counter".formatted(read.get("waited")));
            router.pipe(To.worker(MERGER))
                    .<List<String>>request("top", TOP)
                    .get()
                    .forEach(IO::println);
        }
    }

    /** What each worker does with what it is sent. */
    private static void listen(long slower) {
        Head head = Head.current();
        head.on(
                "file",
                (bytes, from) -> {
                    head.peer(MERGER).send("counts", count((byte[]) bytes));
                    Thread.sleep(slower);
                    return null;
                });
        // an answer comes after all that was sent before the question has been dealt with
        head.on("flush", (none, from) -> head.peer(MERGER).request("flushed", "").get());
        head.on(
                "counts",
                (counts, from) -> {
                    ((Map<?, ?>) counts)
                            .forEach((word, n) -> TOTAL.merge((String) word, (Long) n, Long::sum));
                    return null;
                });
        head.on("flushed", (none, from) -> "all is merged");
        head.on("top", (count, from) -> top((Integer) count));
    }

    // ---- stage 1

    private static Map<String, Long> readAll(String folder) throws Exception {
        List<Pipe> counters = new ArrayList<>();
        for (int i = 0; i < COUNTERS; i++) {
            counters.add(Head.current().peer(2 + i));
        }
        Reader reader = new Reader(counters);
        Files.walkFileTree(Path.of(folder), reader);
        for (Pipe each : counters) {
            Object _ = each.request("flush", "").get();
        }
        return reader.result;
    }

    private static final class Reader extends SimpleFileVisitor<Path> {
        private final List<Pipe> counters;
        final Map<String, Long> result =
                new HashMap<>(Map.of("files", 0L, "skipped", 0L, "waited", 0L));

        Reader(List<Pipe> counters) {
            this.counters = counters;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            if (!attributes.isRegularFile() || attributes.size() > MAX_BYTES) {
                return visitFileFailed(file, new IOException("not read"));
            }
            byte[] content;
            try {
                content = Files.readAllBytes(file);
            } catch (IOException e) {
                return visitFileFailed(file, e);
            }
            send(content);
            result.merge("files", 1L, Long::sum);
            return FileVisitResult.CONTINUE;
        }

        /** Hands a file to whichever counter has room, or waits for the first. */
        private void send(byte[] content) {
            if (counters.stream().noneMatch(each -> each.trySend("file", content))) {
                result.merge("waited", 1L, Long::sum);
                counters.getFirst().send("file", content);
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            result.merge("skipped", 1L, Long::sum);
            return FileVisitResult.CONTINUE;
        }
    }

    // ---- stage 2

    private static HashMap<String, Long> count(byte[] content) {
        HashMap<String, Long> counts = new HashMap<>();
        String text = new String(content, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        WORD.matcher(text).results().forEach(word -> counts.merge(word.group(), 1L, Long::sum));
        return counts;
    }

    // ---- stage 3

    private static ArrayList<String> top(int count) {
        ArrayList<String> lines = new ArrayList<>();
        TOTAL.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(count)
                .forEach(each -> lines.add("%8d %s".formatted(each.getValue(), each.getKey())));
        long words = TOTAL.values().stream().mapToLong(Long::longValue).sum();
        lines.addFirst("%d words, %d different".formatted(words, TOTAL.size()));
        return lines;
    }
}
