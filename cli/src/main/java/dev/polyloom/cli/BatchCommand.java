package dev.polyloom.cli;

import dev.polyloom.cli.json.Json;
import dev.polyloom.python.PythonSyntaxException;
import dev.polyloom.python.Script;
import dev.polyloom.python.UnsupportedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs or translates many Python programs. */
@Command(
        name = "batch",
        sortOptions = false,
        description = {
            "Runs Python programs, and all in folders, each in a process of its own, and sums up how"
                    + " they ended. Their standard input is empty.",
            "Ends with 0 when all ended with 0, else with 1."
        })
final class BatchCommand implements Callable<Integer> {
    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            order = 1,
            description = "How many run at once. Default: one for each processor.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            order = 2,
            description = "Kills a program that takes longer.")
    private @Nullable Double timeout;

    @Option(
            names = "--translate",
            paramLabel = "DIR",
            order = 3,
            description = "Runs nothing, but writes a project for each program into this folder.")
    private @Nullable Path projects;

    @Option(
            names = "--json",
            order = 4,
            description = "Prints JSON, which holds what the programs printed.")
    private boolean json;

    @Parameters(arity = "0..*", paramLabel = "PATH", description = "Python files and folders.")
    private List<Path> paths = List.of();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (paths.isEmpty()) {
            throw new Misuse("PATH is missing; name Python files or folders");
        }
        if (jobs < 1) {
            throw new Misuse("--jobs is %d; it must be 1 or more".formatted(jobs));
        }
        if (timeout != null && !(timeout > 0)) {
            throw new Misuse("--timeout is %s; it must be more than 0".formatted(timeout));
        }
        Set<Path> programs = new TreeSet<>();
        for (Path path : paths) {
            programs.addAll(programs(path));
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<BatchRun.Ended> all = ended(programs, out);
        out.print(json ? Json.text(json(all)) + "\n" : summary(all));
        return all.stream().allMatch(each -> each.code() == 0) ? ExitCode.OK : ExitCode.FAILED;
    }

    private List<BatchRun.Ended> ended(Set<Path> programs, PrintWriter out)
            throws IOException, InterruptedException {
        Path folder = projects;
        if (folder != null) {
            return programs.stream().map(each -> translated(each, folder)).toList();
        }
        return new BatchRun(jobs, timeout).all(List.copyOf(programs), each -> show(each, out));
    }

    private static List<Path> programs(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new Misuse("no file or folder '%s'".formatted(path));
        }
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> file.toString().endsWith(".py") && isShown(path, file))
                    .toList();
        }
    }

    private static boolean isShown(Path folder, Path file) {
        for (Path part : folder.relativize(file)) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    private static BatchRun.Ended translated(Path program, Path folder) {
        long begun = System.nanoTime();
        String place = program.normalize().toString().replaceFirst("\\.py$", "");
        Path project = folder.resolve(place.replaceAll("^[./]+|\\.\\./", ""));
        int code = ExitCode.OK;
        String problem = "";
        try {
            Script.translate(program, project);
        } catch (PythonSyntaxException e) {
            code = ExitCode.FAILED;
            problem = e.report();
        } catch (UnsupportedException e) {
            code = ExitCode.MISUSE;
            problem = String.join("\n", e.findings().stream().map(Object::toString).toList());
        } catch (FileAlreadyExistsException e) {
            code = ExitCode.MISUSE;
            problem = "'%s' %s; name another folder".formatted(e.getFile(), e.getReason());
        } catch (IOException e) {
            code = ExitCode.FAILED;
            problem = e.toString();
        }
        return new BatchRun.Ended(program, code, false, System.nanoTime() - begun, "", problem);
    }

    private void show(BatchRun.Ended each, PrintWriter out) {
        if (!json && !(each.out() + each.err()).isEmpty()) {
            out.print("== %s\n%s".formatted(each.program(), each.out()));
            out.print(each.err());
            out.flush();
        }
    }

    private static String summary(List<BatchRun.Ended> all) {
        Table table = new Table("<", "<", ">", "<");
        for (BatchRun.Ended each : all) {
            table.row(
                    each.program(),
                    each.timedOut() ? "timed out" : each.code() == 0 ? "ok" : "exit " + each.code(),
                    String.format(Locale.ROOT, "%.2f s", each.nanos() / 1e9),
                    each.code() == 0 ? "" : lastLine(each.err()));
        }
        long good = all.stream().filter(each -> each.code() == 0).count();
        return "%s%d of %d ended with 0\n".formatted(table, good, all.size());
    }

    private static String lastLine(String text) {
        return Texts.oneLine(text.strip().lines().reduce("", (a, b) -> b), 100);
    }

    private static Map<String, Object> json(List<BatchRun.Ended> all) {
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("ok", all.stream().allMatch(each -> each.code() == 0));
        top.put(
                "programs",
                all.stream()
                        .map(each -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("file", each.program().toString());
                            one.put("code", each.code());
                            one.put("timedOut", each.timedOut());
                            one.put("seconds", each.nanos() / 1e9);
                            one.put("out", each.out());
                            one.put("err", each.err());
                            return one;
                        })
                        .toList());
        return top;
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
