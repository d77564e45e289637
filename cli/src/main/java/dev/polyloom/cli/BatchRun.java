package dev.polyloom.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs programs, each in a JVM like this one. None outlives this one.
 *
 * @param jobs how many at once
 * @param timeout after how many seconds a program is killed, or null for never
 */
record BatchRun(int jobs, @Nullable Double timeout) {
    /**
     * What a program came to.
     *
     * @param timedOut whether it was killed because it took too long
     */
    record Ended(Path program, int code, boolean timedOut, long nanos, String out, String err) {}

    /** Runs programs and returns what they came to, in their order. */
    List<Ended> all(List<Path> programs, Consumer<Ended> listener)
            throws IOException, InterruptedException {
        Set<Process> running = ConcurrentHashMap.newKeySet();
        Thread killer = new Thread(() -> running.forEach(Process::destroyForcibly));
        Runtime.getRuntime().addShutdownHook(killer);
        List<Ended> all = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(jobs)) {
            List<Future<Ended>> ends = new ArrayList<>();
            for (Path each : programs) {
                ends.add(pool.submit(() -> one(each, running)));
            }
            try {
                for (Future<Ended> each : ends) {
                    Ended ended = each.get();
                    listener.accept(ended);
                    all.add(ended);
                }
            } catch (ExecutionException e) {
                throw new IOException(e.getCause());
            } finally {
                pool.shutdownNow();
            }
        } finally {
            Runtime.getRuntime().removeShutdownHook(killer);
        }
        return all;
    }

    private Ended one(Path program, Set<Process> running) throws Exception {
        List<String> line = new ArrayList<>(java());
        line.addAll(List.of(Main.class.getName(), "run", "--", program.toString()));
        Path out = Files.createTempFile("polyloom-batch", ".out");
        Path err = Files.createTempFile("polyloom-batch", ".err");
        long begun = System.nanoTime();
        try {
            Process process =
                    new ProcessBuilder(line)
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start();
            running.add(process);
            process.getOutputStream().close();
            try {
                boolean late = isLate(process);
                int code = process.waitFor();
                String said = BatchCommand.text(Files.readAllBytes(err));
                String printed = BatchCommand.text(Files.readAllBytes(out));
                return new Ended(program, code, late, System.nanoTime() - begun, printed, said);
            } finally {
                process.destroyForcibly();
                running.remove(process);
            }
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private boolean isLate(Process process) throws InterruptedException {
        if (timeout == null || process.waitFor((long) (timeout * 1e9), TimeUnit.NANOSECONDS)) {
            return false;
        }
        process.destroyForcibly();
        return true;
    }

    /** Returns the command line of a JVM with the options and the class path of this one. */
    private static List<String> java() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> line = new ArrayList<>(List.of(java));
        List<String> own =
                Arrays.asList(ProcessHandle.current().info().arguments().orElse(new String[0]));
        int main = own.indexOf(Main.class.getName());
        if (main >= 0) {
            line.addAll(own.subList(0, main));
        } else {
            String path =
                    System.getProperty("jdk.module.path", "")
                            + File.pathSeparator
                            + System.getProperty("java.class.path", "");
            line.addAll(List.of("-cp", path));
        }
        return line;
    }
}
