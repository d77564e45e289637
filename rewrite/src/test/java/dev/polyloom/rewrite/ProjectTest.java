package dev.polyloom.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.config.Environment;
import org.openrewrite.internal.InMemoryLargeSourceSet;

/** Migrates a project of several files in both phases, and runs it before and after each. */
@Timeout(180)
class ProjectTest {
    private static final String STORE =
            """
            package shop;

            import java.util.Map;
            import java.util.concurrent.CompletableFuture;

            class Store {
                private final Map<String, Integer> prices = Map.of("pen", 2, "ink", 7);

                CompletableFuture<Integer> price(String item) {
                    return CompletableFuture.supplyAsync(() -> prices.get(item));
                }
            }
            """;
    private static final String CART =
            """
            package shop;

            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.CompletableFuture;

            class Cart {
                private final Store store = new Store();

                int total(List<String> items) {
                    List<CompletableFuture<Integer>> prices = new ArrayList<>();
                    for (String item : items) {
                        prices.add(store.price(item));
                    }
                    CompletableFuture.allOf(prices.toArray(new CompletableFuture<?>[0])).join();
                    return prices.stream().mapToInt(CompletableFuture::join).sum();
                }
            }
            """;
    private static final String REPORT =
            """
            package shop;

            import java.util.List;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;
            import java.util.concurrent.Future;
            import java.util.concurrent.TimeUnit;
            import java.util.concurrent.atomic.AtomicInteger;

            class Report {
                String lines(List<List<String>> carts) throws Exception {
                    StringBuilder text = new StringBuilder();
                    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
                        for (List<String> items : carts) {
                            Future<Integer> total = pool.submit(() -> new Cart().total(items));
                            text.append(items).append(' ').append(total.get()).append('\\n');
                        }
                    }
                    return text.append(count(carts)).toString();
                }

                private int count(List<List<String>> carts) throws InterruptedException {
                    AtomicInteger items = new AtomicInteger();
                    ExecutorService pool = Executors.newFixedThreadPool(2);
                    try {
                        carts.forEach(each -> pool.execute(() -> items.addAndGet(each.size())));
                    } finally {
                        pool.shutdown();
                        pool.awaitTermination(1, TimeUnit.DAYS);
                    }
                    return items.get();
                }
            }
            """;
    private static final String MAIN =
            """
            package shop;

            import java.util.List;
            import java.util.concurrent.CompletableFuture;
            import java.util.concurrent.CompletionStage;

            public class Main {
                public static void main(String[] arguments) throws Exception {
                    CompletionStage<String> title = CompletableFuture.completedStage("report");
                    System.out.println(title.toCompletableFuture().join());
                    System.out.println(new Report().lines(List.of(List.of("pen", "ink"), List.of("ink"))));
                }
            }
            """;

    @TempDir Path folder;

    @Test
    void project_migratedInTwoPhases_compilesAndPrintsTheSame() throws Exception {
        List<String> raw = List.of(STORE, CART, REPORT, MAIN);
        List<String> compat = migrated(raw, "dev.polyloom.rewrite.MigrateToCompat");
        List<String> scopes = migrated(compat, "dev.polyloom.rewrite.UseRun");

        String before = output(raw, "raw");
        assertThat(before).isEqualTo("report\n[pen, ink] 9\n[ink] 7\n3\n");
        assertThat(output(compat, "compat")).isEqualTo(before);
        assertThat(output(scopes, "scopes")).isEqualTo(before);
        assertThat(compat).noneMatch(each -> each.contains("concurrent.CompletableFuture;"));
        assertThat(compat).noneMatch(each -> each.contains("concurrent.Executors;"));
        assertThat(scopes.get(2))
                .contains("try (ExecutorService pool = Run.virtual().open())")
                .contains("try (ExecutorService pool = Run.threads().workers(2).open())")
                .doesNotContain("Executors");
        assertThat(migrated(scopes, "dev.polyloom.rewrite.MigrateToCompat")).isEqualTo(scopes);
        assertThat(migrated(scopes, "dev.polyloom.rewrite.UseRun")).isEqualTo(scopes);
    }

    private String output(List<String> sources, String name) throws Exception {
        Path classes = Files.createDirectories(folder.resolve(name));
        assertThat(Javac.errors(sources, classes)).as(name).isEmpty();
        return Javac.run("shop.Main", classes);
    }

    static List<String> migrated(List<String> sources, String recipe) {
        var context = new InMemoryExecutionContext(failure -> assertThat(failure).isNull());
        List<SourceFile> parsed =
                RecipeTest.parser().build().parse(context, sources.toArray(String[]::new)).toList();
        var environment = Environment.builder().scanRuntimeClasspath().build();
        var run =
                environment
                        .activateRecipes(recipe)
                        .run(new InMemoryLargeSourceSet(parsed), context);
        List<String> result = new ArrayList<>();
        for (SourceFile file : parsed) {
            result.add(
                    run.getChangeset().getAllResults().stream()
                            .filter(each -> file.equals(each.getBefore()))
                            .map(each -> Objects.requireNonNull(each.getAfter()).printAll())
                            .findFirst()
                            .orElseGet(file::printAll));
        }
        return result;
    }
}
