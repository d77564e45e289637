package dev.polyloom.verification.budget;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import dev.polyloom.verification.Project;
import dev.polyloom.verification.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Budgets of size for main sources; each message names what is too large and by how much. */
@Timeout(60)
class SizeBudgetTest {
    private static final int FILE_MEDIAN = 80;
    private static final int FILE_P90 = 250;
    private static final int FILE_MOST = 500;
    private static final int METHOD_MEDIAN = 6;
    private static final int METHOD_P90 = 15;
    private static final int METHOD_MOST = 60;

    /**
     * Modules whose files say what a class or module of Python can do, a line or five for each of
     * its names: Python says how many these are, so only the longest files and methods count.
     */
    private static final String TABLES = "python-runtime/";

    /** Files with one hard algorithm, which may be longer; each with its reason beside it. */
    private static final Set<String> ALGORITHM_FILES = Set.of();

    private static final Pattern LEFT_UNDONE =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    /** Something with a length in lines. */
    private record Measured(String name, int lines) {
        @Override
        public String toString() {
            return name + ": " + lines + " lines";
        }
    }

    @Test
    void files_keepTheirBudget() {
        List<Measured> files =
                Project.mainSources().stream()
                        .map(file -> new Measured(Project.name(file), lines(file)))
                        .toList();

        assertBudget("file", withoutTables(files), FILE_MEDIAN, FILE_P90);
        assertThat(files)
                .as("files of more than %d lines", FILE_MOST)
                .filteredOn(file -> !ALGORITHM_FILES.contains(file.name))
                .filteredOn(file -> file.lines > FILE_MOST)
                .isEmpty();
    }

    @Test
    void methods_keepTheirBudget() {
        List<Measured> methods = methods(Project.mainSources());

        assertBudget("method", withoutTables(methods), METHOD_MEDIAN, METHOD_P90);
        assertThat(methods)
                .as("methods of more than %d lines", METHOD_MOST)
                .filteredOn(method -> method.lines > METHOD_MOST)
                .isEmpty();
    }

    @Test
    void nothing_isLeftUndone() {
        List<String> found = new ArrayList<>();
        for (Path file : Project.ownFiles()) {
            List<String> lines =
                    Project.textIfText(file).map(text -> text.lines().toList()).orElse(List.of());
            for (int i = 0; i < lines.size(); i++) {
                if (LEFT_UNDONE.matcher(lines.get(i)).find()) {
                    found.add(
                            "%s:%d: %s".formatted(Project.name(file), i + 1, lines.get(i).strip()));
                }
            }
        }
        assertThat(found).as("things left undone").isEmpty();
    }

    private static List<Measured> withoutTables(List<Measured> all) {
        return all.stream().filter(each -> !each.name.startsWith(TABLES)).toList();
    }

    private static void assertBudget(String what, List<Measured> all, int median, int p90) {
        List<Measured> sorted =
                all.stream().sorted(Comparator.comparingInt(Measured::lines)).toList();
        List<Measured> longest = sorted.reversed().subList(0, Math.min(10, sorted.size()));
        assertThat(percentile(sorted, 50))
                .as("median of the %s lengths; the longest are %s", what, longest)
                .isLessThanOrEqualTo(median);
        assertThat(percentile(sorted, 90))
                .as("90 %% of the %ss are at most this long; the longest are %s", what, longest)
                .isLessThanOrEqualTo(p90);
    }

    private static int percentile(List<Measured> sorted, int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(0, rank - 1)).lines;
    }

    private static int lines(Path file) {
        return (int) Project.text(file).lines().count();
    }

    private static List<Measured> methods(List<Path> files) {
        List<Measured> methods = new ArrayList<>();
        for (Sources.Source source : Sources.parse(files)) {
            new Methods(source, methods).scan(source.unit(), "");
        }
        return methods;
    }

    /** Measures each method with a body, from its first modifier to its closing brace. */
    private static final class Methods extends TreeScanner<Void, String> {
        private final Sources.Source source;
        private final List<Measured> found;

        Methods(Sources.Source source, List<Measured> found) {
            this.source = source;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree type, String outer) {
            return super.visitClass(type, type.getSimpleName() + ".");
        }

        @Override
        public Void visitMethod(MethodTree method, String type) {
            if (method.getBody() != null) {
                LineMap lines = source.unit().getLineMap();
                long begin = source.positions().getStartPosition(source.unit(), method);
                long end = source.positions().getEndPosition(source.unit(), method);
                long first = lines.getLineNumber(begin);
                found.add(
                        new Measured(
                                "%s:%d: %s%s"
                                        .formatted(
                                                Project.name(source.file()),
                                                first,
                                                type,
                                                method.getName()),
                                (int) (lines.getLineNumber(end) - first + 1)));
            }
            return super.visitMethod(method, type);
        }
    }
}
