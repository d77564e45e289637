package dev.polyloom.process.start;

import dev.polyloom.Parallel;
import dev.polyloom.ParallelOptions;
import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.process.worker.WorkerMain;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes one start cache and ends: a pool of one worker records what it loads and links while it
 * runs a few typical tasks, the JVM makes a cache of that, another one shows that it can use it,
 * and the folder takes it in.
 */
public final class Trainer {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    static final Duration STEP = Duration.ofMinutes(3);
    private static final int ITEMS = 2_000;

    private final CacheFolder folder;
    private final Recipe recipe;

    private Trainer(CacheFolder folder, Recipe recipe) {
        this.folder = folder;
        this.recipe = recipe;
    }

    static List<String> arguments(Path folder, Recipe recipe) {
        List<String> arguments = new ArrayList<>();
        arguments.add(folder.toString());
        arguments.add(recipe.key());
        arguments.add(recipe.java());
        arguments.add(Integer.toString(recipe.options().size()));
        arguments.addAll(recipe.options());
        arguments.addAll(recipe.code());
        return arguments;
    }

    /**
     * Trains.
     *
     * @param args a folder and a recipe
     * @throws IOException if the folder cannot be written
     */
    public static void main(String[] args) throws IOException {
        List<String> rest = List.of(args).subList(4, args.length);
        int options = Integer.parseInt(args[3]);
        Recipe recipe =
                new Recipe(
                        args[2],
                        rest.subList(0, options),
                        rest.subList(options, rest.size()),
                        args[1]);
        endInTime();
        new Trainer(new CacheFolder(Path.of(args[0])), recipe).train();
    }

    private static void endInTime() {
        Thread.ofPlatform().daemon().name("polyloom-training-limit").start(Trainer::haltAtLimit);
    }

    private static void haltAtLimit() {
        try {
            boolean _ = new CountDownLatch(1).await(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            // nobody waits for this process
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }

    private void train() throws IOException {
        try (FileChannel lock = folder.lock()) {
            if (lock == null || folder.find(recipe.key()) != null) {
                return;
            }
            Path work = folder.workFolder();
            try {
                trainTwiceIfNeedBe(work);
            } catch (IOException | ExecutionException | RuntimeException e) {
                folder.failed(recipe.key(), e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                CacheFolder.discard(work);
            }
        }
    }

    /** What fails once may be due to the moment. */
    private void trainTwiceIfNeedBe(Path work)
            throws IOException, InterruptedException, ExecutionException {
        try {
            train(work);
        } catch (IOException | ExecutionException | RuntimeException e) {
            train(work);
        }
    }

    private void train(Path work) throws IOException, InterruptedException, ExecutionException {
        Path recorded = work.resolve("worker.aotconf");
        Path made = work.resolve("worker.aot");
        record(recorded);
        if (!Files.exists(recorded)) {
            throw new IOException("the JVM recorded nothing");
        }
        run(
                work,
                "make",
                "-XX:AOTMode=create",
                "-XX:AOTConfiguration=" + recorded,
                cacheOption(made));
        run(work, "use", "-XX:AOTMode=on", cacheOption(made));
        Path _ = folder.adopt(made, recipe.key());
    }

    private static String cacheOption(Path cache) {
        return "-XX:AOTCache=" + cache;
    }

    // ---- what a worker does in its first moments

    private void record(Path recorded) throws InterruptedException, ExecutionException {
        List<String> options = new ArrayList<>(recipe.options());
        options.add("-XX:AOTMode=record");
        options.add("-XX:AOTConfiguration=" + recorded);
        options.add("-Xlog:disable");
        // it writes what it has recorded when it ends, and where others have work that takes long
        options.add("-Dpolyloom.process.stopTimeout=" + STEP.toMillis());
        try (Scope scope =
                Run.processes()
                        .name("training")
                        .workers(1)
                        .startTimeout(STEP)
                        .jvmArguments(options.toArray(String[]::new))
                        .open()) {
            exercise(scope);
        }
    }

    private static void exercise(Scope scope) throws InterruptedException, ExecutionException {
        Sample sample = new Sample(7, "seven", List.of(1.0, 2.0));
        scope.submit(() -> sample.number()).get();
        scope.submit(() -> new Sample(8, "eight", List.of())).get();
        scope.submit(() -> new byte[100_000]).get();
        scope.submit(Trainer::nothing).get();
        fail(scope);
        List<Integer> items = IntStream.range(0, ITEMS).boxed().toList();
        List<Integer> _ =
                Parallel.pmap((Integer each) -> each + 1, ParallelOptions.over(scope)).apply(items);
    }

    private static void fail(Scope scope) throws InterruptedException {
        try {
            scope.submit(Trainer::refuse).get();
        } catch (ExecutionException e) {
            // as it should
        }
    }

    private static @Nullable Object nothing() {
        return null;
    }

    private static Object refuse() {
        throw new IllegalStateException("as a task might");
    }

    /** Some value that travels. */
    private record Sample(int number, String text, List<Double> values)
            implements java.io.Serializable {}

    // ---- the JVM's own part

    /** Runs a JVM like a worker's that finds nobody to work for. */
    private void run(Path work, String purpose, String... options)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(recipe.java());
        line.addAll(List.of(options));
        line.addAll(recipe.options());
        line.addAll(recipe.code());
        line.addAll(Training.main(recipe, WorkerMain.class));
        Path said = work.resolve("said");
        Process process = Training.quiet(line).redirectError(said.toFile()).start();
        if (!process.waitFor(STEP.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new InterruptedException(purpose + " took too long: the machine is busy");
        }
        if (process.exitValue() != 0) {
            throw new IOException(
                    "the JVM that was to %s the cache ended with %d: %s"
                            .formatted(purpose, process.exitValue(), Files.readString(said)));
        }
    }
}
