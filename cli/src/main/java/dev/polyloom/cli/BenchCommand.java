package dev.polyloom.cli;

import dev.polyloom.Capabilities;
import dev.polyloom.Flavor;
import dev.polyloom.FlavorUnavailableException;
import dev.polyloom.Run;
import dev.polyloom.cli.function.Functions;
import dev.polyloom.cli.function.MethodCall;
import dev.polyloom.cli.json.Json;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Does the same work in sequence and on workers, and compares times and results. */
@Command(
        name = "bench",
        sortOptions = false,
        description = {
            "Applies a function to the numbers from 0, once in sequence and once on each flavor,"
                    + " and prints times, speed-up and whether the results are the same.",
            "Without a function it counts primes, which keeps a processor busy."
        },
        footer = {"", "Ends with 1 if results differ or items failed."})
final class BenchCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FUNCTION",
            description = "package.Class::method or File.java::method.")
    private @Nullable String function;

    @Option(
            names = {"-n", "--n"},
            paramLabel = "N",
            order = 1,
            converter = Converters.AtLeastOne.class,
            description = "How many items. Default: ${DEFAULT-VALUE}.")
    private int n = 64;

    @Option(
            names = {"-w", "--workers"},
            paramLabel = "N",
            order = 2,
            converter = Converters.AtLeastOne.class,
            description = "How many items run at once. Default: what suits this machine.")
    private @Nullable Integer workers;

    @Option(
            names = {"-f", "--flavor"},
            paramLabel = "FLAVOR|all",
            order = 3,
            converter = OfFlavorOrAll.class,
            completionCandidates = FlavorsAndAll.class,
            description =
                    "One flavor, or all that can be had: ${COMPLETION-CANDIDATES}. Default: all.")
    private FlavorOrAll flavor = new FlavorOrAll(null);

    @Option(
            names = "--class-path",
            paramLabel = "PATH",
            order = 4,
            description = "Where classes are found: jars and folders, separated as Java does.")
    private String classPath = "";

    @Option(names = "--json", order = 5, description = "Prints JSON.")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    private final StatusLine status;
    private final Terminal terminal;

    BenchCommand(Terminal terminal, StatusLine status) {
        this.terminal = terminal;
        this.status = status;
    }

    /**
     * A flavor or, when null, all of them.
     *
     * @param one the flavor
     */
    record FlavorOrAll(@Nullable Flavor one) {}

    static final class OfFlavorOrAll implements ITypeConverter<FlavorOrAll> {
        @Override
        public FlavorOrAll convert(String value) {
            if (value.equals("all")) {
                return new FlavorOrAll(null);
            }
            try {
                return new FlavorOrAll(Flavor.of(value));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage() + ", all");
            }
        }
    }

    static final class FlavorsAndAll implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            List<String> names = new ArrayList<>(List.of("all"));
            new ScopeOptions.FlavorNames().forEach(names::add);
            return names.iterator();
        }
    }

    @Override
    public Integer call() throws Exception {
        List<Flavor> flavors = flavors();
        String work = function == null ? DefaultWork.class.getName() + "::primes" : function;
        MethodCall call = Functions.find(work, classPath, false);
        List<Bench.Row> rows = measure(new Bench(call, n, workers), flavors);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            out.println(Json.text(asMap(work, rows)));
        } else {
            out.print(asTable(rows));
        }
        rows.forEach(row -> row.problems().forEach(status::note));
        boolean right = rows.stream().allMatch(row -> row.problems().isEmpty());
        return right ? ExitCode.OK : ExitCode.FAILED;
    }

    private List<Bench.Row> measure(Bench bench, List<Flavor> flavors) {
        List<Bench.Row> rows = new ArrayList<>();
        show("sequential");
        Bench.Row sequential = bench.sequential();
        rows.add(sequential);
        for (Flavor chosen : flavors) {
            show(chosen.id());
            rows.add(bench.on(chosen, sequential));
        }
        status.hide();
        return rows;
    }

    private void show(String measured) {
        if (terminal.errIsScreen()) {
            status.show(measured + " …");
        }
    }

    private List<Flavor> flavors() {
        Capabilities found = Run.capabilities();
        Flavor one = flavor.one();
        if (one == null) {
            return CapabilitiesCommand.concrete().stream().filter(found::has).toList();
        }
        String missing = found.unavailable().get(one);
        if (missing != null) {
            throw new FlavorUnavailableException(one, missing);
        }
        return List.of(one);
    }

    private Map<String, Object> asMap(String work, List<Bench.Row> rows) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("function", work);
        map.put("n", n);
        map.put("rows", rows.stream().map(this::asMap).toList());
        return map;
    }

    private Map<String, Object> asMap(Bench.Row row) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("flavor", row.flavor());
        map.put("workers", row.workers() == Integer.MAX_VALUE ? null : row.workers());
        map.put("startSeconds", row.startSeconds());
        map.put("seconds", row.seconds());
        map.put("itemsPerSecond", n / row.seconds());
        map.put("speedUp", row.speedUp());
        map.put("same", row.same());
        map.put("problems", row.problems());
        return map;
    }

    private String asTable(List<Bench.Row> rows) {
        Table table = new Table("<", ">", ">", ">", ">", ">", "<");
        table.row("flavor", "workers", "start s", "run s", "items/s", "speed-up", "results");
        for (Bench.Row row : rows) {
            table.row(
                    row.flavor(),
                    row.workers() == Integer.MAX_VALUE ? "-" : row.workers(),
                    decimals(3, row.startSeconds()),
                    decimals(3, row.seconds()),
                    decimals(1, n / row.seconds()),
                    decimals(2, row.speedUp()),
                    row.same() ? "same" : "DIFFERENT");
        }
        return table.toString();
    }

    private static String decimals(int digits, double number) {
        return String.format(Locale.ROOT, "%." + digits + "f", number);
    }
}
