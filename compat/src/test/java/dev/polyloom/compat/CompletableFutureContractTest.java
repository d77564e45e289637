package dev.polyloom.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every {@code CompletableFuture} promises: each way to go on from a future, however that ends
 * and whenever it does, ends as the JDK's does.
 */
@Timeout(60)
@Isolated("sets the mode")
@NullUnmarked // futures may hold null
@ParameterizedClass
@EnumSource
class CompletableFutureContractTest {
    private static final Executor HERE = Runnable::run;

    private final Origin origin;

    CompletableFutureContractTest(Origin origin) {
        this.origin = origin;
    }

    /** Returns how a future ended, in words. */
    private static String end(CompletionStage<?> stage) {
        CompletableFuture<?> future = stage.toCompletableFuture();
        try {
            return "value " + future.get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            StringBuilder chain = new StringBuilder(e.getClass().getName());
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                chain.append(" < ").append(cause);
            }
            try {
                future.join();
            } catch (RuntimeException joined) {
                chain.append(" | ").append(joined);
            }
            return chain + " " + future.isCancelled() + future.isCompletedExceptionally();
        }
    }

    private static IllegalStateException failure() {
        return new IllegalStateException("source");
    }

    private static String fail(Object... ignored) {
        throw new IllegalArgumentException("step");
    }

    private static CompletionStage<String> failedStep() {
        throw new IllegalArgumentException("step");
    }

    /** Every way to go on from a future alone. */
    private static Map<String, Function<CompletableFuture<String>, CompletionStage<?>>> steps() {
        Map<String, Function<CompletableFuture<String>, CompletionStage<?>>> all =
                new LinkedHashMap<>();
        all.put("apply", f -> f.thenApply(v -> v + "!"));
        all.put("applyFails", f -> f.thenApply(v -> fail(v)));
        all.put("applyAsync", f -> f.thenApplyAsync(v -> v + "!"));
        all.put("applyIn", f -> f.thenApplyAsync(v -> v + "!", HERE));
        all.put("accept", f -> f.thenAccept(v -> {}));
        all.put("acceptAsync", f -> f.thenAcceptAsync(v -> fail(v)));
        all.put("acceptIn", f -> f.thenAcceptAsync(v -> {}, HERE));
        all.put("run", f -> f.thenRun(() -> {}));
        all.put("runAsync", f -> f.thenRunAsync(() -> fail()));
        all.put("runIn", f -> f.thenRunAsync(() -> {}, HERE));
        all.put("compose", f -> f.thenCompose(v -> CompletableFuture.completedFuture(v + "?")));
        all.put("composeFails", f -> f.thenCompose(v -> failedStep()));
        all.put(
                "composeFailed",
                f -> f.thenCompose(v -> CompletableFuture.failedFuture(failure())));
        all.put("composeAsync", f -> f.thenComposeAsync(v -> f));
        all.put("composeIn", f -> f.thenComposeAsync(v -> f, HERE));
        all.put("handle", f -> f.handle((v, e) -> v + " " + e));
        all.put("handleAsync", f -> f.handleAsync((v, e) -> fail(v, e)));
        all.put("handleIn", f -> f.handleAsync((v, e) -> v + " " + e, HERE));
        all.put("when", f -> f.whenComplete((v, e) -> {}));
        all.put("whenAsync", f -> f.whenCompleteAsync((v, e) -> fail(v, e)));
        all.put("whenIn", f -> f.whenCompleteAsync((v, e) -> {}, HERE));
        all.put("except", f -> f.exceptionally(e -> "mended " + e));
        all.put("exceptFails", f -> f.exceptionally(e -> fail(e)));
        all.put("exceptAsync", f -> f.exceptionallyAsync(e -> "mended " + e));
        all.put("exceptIn", f -> f.exceptionallyAsync(e -> "mended " + e, HERE));
        all.put("exceptCompose", f -> f.exceptionallyCompose(e -> f));
        all.put("exceptComposeAsync", f -> f.exceptionallyComposeAsync(e -> failedStep()));
        all.put("exceptComposeIn", f -> f.exceptionallyComposeAsync(e -> f, HERE));
        all.put("copy", CompletableFuture::copy);
        all.put("minimal", CompletableFuture::minimalCompletionStage);
        all.put("minimalApply", f -> f.minimalCompletionStage().thenApply(v -> v + "!"));
        all.put("self", CompletableFuture::toCompletableFuture);
        all.put("timeout", f -> f.orTimeout(1, TimeUnit.HOURS));
        all.put("timeoutValue", f -> f.completeOnTimeout("late", 1, TimeUnit.HOURS));
        return all;
    }

    private static final Map<
                    String,
                    BiFunction<
                            CompletableFuture<String>, CompletionStage<String>, CompletionStage<?>>>
            PAIRS = pairs();

    /** Every way to go on from two futures. */
    private static Map<
                    String,
                    BiFunction<
                            CompletableFuture<String>, CompletionStage<String>, CompletionStage<?>>>
            pairs() {
        Map<
                        String,
                        BiFunction<
                                CompletableFuture<String>,
                                CompletionStage<String>,
                                CompletionStage<?>>>
                all = new LinkedHashMap<>();
        all.put("combine", (f, g) -> f.thenCombine(g, (v, w) -> v + w));
        all.put("combineAsync", (f, g) -> f.thenCombineAsync(g, (v, w) -> fail(v, w)));
        all.put("combineIn", (f, g) -> f.thenCombineAsync(g, (v, w) -> v + w, HERE));
        all.put("acceptBoth", (f, g) -> f.thenAcceptBoth(g, (v, w) -> {}));
        all.put("acceptBothAsync", (f, g) -> f.thenAcceptBothAsync(g, (v, w) -> fail(v, w)));
        all.put("acceptBothIn", (f, g) -> f.thenAcceptBothAsync(g, (v, w) -> {}, HERE));
        all.put("runBoth", (f, g) -> f.runAfterBoth(g, () -> {}));
        all.put("runBothAsync", (f, g) -> f.runAfterBothAsync(g, () -> fail()));
        all.put("runBothIn", (f, g) -> f.runAfterBothAsync(g, () -> {}, HERE));
        all.put("applyEither", (f, g) -> f.applyToEither(g, v -> v));
        all.put("applyEitherAsync", (f, g) -> f.applyToEitherAsync(g, v -> fail(v)));
        all.put("applyEitherIn", (f, g) -> f.applyToEitherAsync(g, v -> v, HERE));
        all.put("acceptEither", (f, g) -> f.acceptEither(g, v -> {}));
        all.put("acceptEitherAsync", (f, g) -> f.acceptEitherAsync(g, v -> fail(v)));
        all.put("acceptEitherIn", (f, g) -> f.acceptEitherAsync(g, v -> {}, HERE));
        all.put("runEither", (f, g) -> f.runAfterEither(g, () -> {}));
        all.put("runEitherAsync", (f, g) -> f.runAfterEitherAsync(g, () -> fail()));
        all.put("runEitherIn", (f, g) -> f.runAfterEitherAsync(g, () -> {}, HERE));
        return all;
    }

    private static void finish(CompletableFuture<String> future, int how) {
        switch (how) {
            case 0 -> future.complete("value");
            case 1 -> future.complete(null);
            case 2 -> future.completeExceptionally(failure());
            case 3 -> future.completeExceptionally(new CompletionException(failure()));
            default -> future.cancel(true);
        }
    }

    private void kept(CompletionStage<?> stage) {
        if (origin != Origin.JDK) {
            assertThat(stage).isInstanceOf(dev.polyloom.compat.CompletableFuture.class);
        }
    }

    @Test
    void everyStep_endsAsThatOfTheJdk() {
        for (int how = 0; how < 5; how++) {
            for (boolean before : new boolean[] {true, false}) {
                for (var step : steps().entrySet()) {
                    CompletableFuture<String> theirs = new CompletableFuture<>();
                    CompletableFuture<String> ours = origin.future();
                    String expected = run(theirs, how, before, step.getValue());
                    assertThat(run(ours, how, before, step.getValue()))
                            .as("%s %d %s", step.getKey(), how, before)
                            .isEqualTo(expected);
                }
            }
        }
    }

    private String run(
            CompletableFuture<String> source,
            int how,
            boolean before,
            Function<CompletableFuture<String>, CompletionStage<?>> step) {
        if (before) {
            finish(source, how);
        }
        CompletionStage<?> stage = step.apply(source);
        int waiting = source.isDone() ? -1 : source.getNumberOfDependents();
        if (!before) {
            finish(source, how);
        }
        if (source instanceof dev.polyloom.compat.CompletableFuture) {
            kept(stage);
        }
        return waiting + end(stage);
    }

    @Test
    void everyPair_endsAsThatOfTheJdk() {
        for (int first = 0; first < 5; first++) {
            for (int second = 0; second < 5; second++) {
                for (var pair : PAIRS.entrySet()) {
                    CompletableFuture<String> theirs = new CompletableFuture<>();
                    CompletableFuture<String> ours = origin.future();
                    assertThat(run(ours, first, second, pair.getValue()))
                            .as("%s %d %d", pair.getKey(), first, second)
                            .isEqualTo(run(theirs, first, second, pair.getValue()));
                }
            }
        }
    }

    private String run(
            CompletableFuture<String> source,
            int first,
            int second,
            BiFunction<CompletableFuture<String>, CompletionStage<String>, CompletionStage<?>>
                    pair) {
        CompletableFuture<String> other = source.newIncompleteFuture();
        CompletionStage<?> stage = pair.apply(source, other);
        finish(source, first);
        finish(other, second);
        if (source instanceof dev.polyloom.compat.CompletableFuture) {
            kept(stage);
        }
        return end(stage);
    }

    @Test
    void statics_endAsThoseOfTheJdk() {
        var plain =
                Stream.of(
                                CompletableFuture.completedFuture(1),
                                CompletableFuture.failedFuture(failure()),
                                CompletableFuture.completedStage(null),
                                CompletableFuture.failedStage(failure()),
                                CompletableFuture.supplyAsync(() -> 1),
                                CompletableFuture.supplyAsync(() -> fail(), HERE),
                                CompletableFuture.runAsync(() -> {}),
                                CompletableFuture.runAsync(() -> fail(), HERE),
                                CompletableFuture.allOf(),
                                CompletableFuture.allOf(CompletableFuture.failedFuture(failure())),
                                CompletableFuture.anyOf(CompletableFuture.failedFuture(failure())))
                        .map(stage -> end(stage))
                        .toList();
        assertThat(origin.make(() -> plain, () -> oursOfStatics().map(s -> end(s)).toList()))
                .isEqualTo(plain);
        assertThatNullPointerException()
                .isThrownBy(() -> dev.polyloom.compat.CompletableFuture.failedFuture(null));
        assertThatNullPointerException()
                .isThrownBy(() -> dev.polyloom.compat.CompletableFuture.failedStage(null));
        assertThatNullPointerException()
                .isThrownBy(() -> dev.polyloom.compat.CompletableFuture.runAsync(null));
        assertThatNullPointerException()
                .isThrownBy(() -> dev.polyloom.compat.CompletableFuture.supplyAsync(null));
        assertThat(dev.polyloom.compat.CompletableFuture.anyOf().isDone()).isFalse();
    }

    private static Stream<CompletionStage<?>> oursOfStatics() {
        var failed = dev.polyloom.compat.CompletableFuture.failedFuture(failure());
        return Stream.of(
                dev.polyloom.compat.CompletableFuture.completedFuture(1),
                failed,
                dev.polyloom.compat.CompletableFuture.completedStage(null),
                dev.polyloom.compat.CompletableFuture.failedStage(failure()),
                dev.polyloom.compat.CompletableFuture.supplyAsync(() -> 1),
                dev.polyloom.compat.CompletableFuture.supplyAsync(() -> fail(), HERE),
                dev.polyloom.compat.CompletableFuture.runAsync(() -> {}),
                dev.polyloom.compat.CompletableFuture.runAsync(() -> fail(), HERE),
                dev.polyloom.compat.CompletableFuture.allOf(),
                dev.polyloom.compat.CompletableFuture.allOf(failed),
                dev.polyloom.compat.CompletableFuture.anyOf(failed));
    }

    @Test
    void futures_canBeCompletedAskedAndOverruled() {
        IllegalStateException failure = failure();
        CompletableFuture<String> future = origin.future();
        assertThat(future.getNow("absent")).isEqualTo("absent");
        assertThatThrownBy(() -> future.get(1, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        assertThat(future.toString()).endsWith("[Not completed]");
        CompletableFuture<String> after = future.thenApply(v -> v);
        assertThat(future.toString()).endsWith("[Not completed, 1 dependents]");
        assertThat(future.complete("first")).isTrue();
        assertThat(future.complete("second")).isFalse();
        assertThat(future.completeExceptionally(failure)).isFalse();
        assertThat(future.cancel(true)).isFalse();
        assertThat(future.toString()).endsWith("[Completed normally]");
        assertThat(future.resultNow()).isEqualTo("first");
        future.obtrudeException(failure);
        assertThat(future.exceptionNow()).isSameAs(failure);
        assertThat(future.toString())
                .contains("[Completed exceptionally: java.lang.IllegalStateException");
        future.obtrudeValue("third");
        assertThat(future.join()).isEqualTo("third");
        assertThat(after.join()).isEqualTo("first");
        CompletableFuture<String> cancelled = origin.future();
        cancelled.cancel(false);
        assertThatThrownBy(cancelled::join).isInstanceOf(CancellationException.class);
        CompletableFuture<String> late = origin.future();
        assertThatThrownBy(() -> late.orTimeout(1, TimeUnit.MILLISECONDS).join())
                .hasCauseInstanceOf(TimeoutException.class);
        CompletableFuture<String> later = origin.future();
        assertThat(later.completeOnTimeout("late", 1, TimeUnit.MILLISECONDS).join())
                .isEqualTo("late");
        CompletableFuture<String> async = origin.future();
        assertThat(async.completeAsync(() -> "async")).isSameAs(async);
        assertThat(async.join()).isEqualTo("async");
    }

    @Test
    void executorThatRejects_isHeardByTheCallerOrTheFuture() {
        Executor refuses =
                task -> {
                    throw new RejectedExecutionException("full");
                };
        CompletableFuture<String> done = origin.future();
        done.complete("v");
        assertThatThrownBy(() -> done.thenApplyAsync(v -> v, refuses).join())
                .hasCauseInstanceOf(RejectedExecutionException.class);
        CompletableFuture<String> open = origin.future();
        CompletableFuture<String> next = open.thenApplyAsync(v -> v, refuses);
        open.complete("v");
        assertThatThrownBy(next::join).hasCauseInstanceOf(RejectedExecutionException.class);
        assertThatNullPointerException().isThrownBy(() -> done.thenApplyAsync(v -> v, null));
        assertThatNullPointerException().isThrownBy(() -> done.thenApply(null));
        assertThatNullPointerException().isThrownBy(() -> done.thenCombine(null, (v, w) -> v));
    }

    @Test
    void minimalStage_refusesAllThatIsNotOfAStage() throws Exception {
        CompletableFuture<String> future = origin.future();
        CompletionStage<String> minimal = future.minimalCompletionStage();
        Set<String> allowed =
                Stream.concat(
                                Stream.of(Object.class, CompletionStage.class)
                                        .flatMap(type -> Arrays.stream(type.getMethods()))
                                        .map(method -> signature(method)),
                                Stream.of(
                                        "newIncompleteFuture[]",
                                        "defaultExecutor[]",
                                        "minimalCompletionStage[]",
                                        "copy[]"))
                        .collect(Collectors.toSet());
        for (CompletionStage<String> stage : Set.of(minimal, minimal.thenApply(v -> v))) {
            for (Method method : origin.type("CompletableFuture").getMethods()) {
                if (!Modifier.isStatic(method.getModifiers())
                        && !allowed.contains(signature(method))) {
                    assertThatThrownBy(() -> method.invoke(stage, arguments(method)))
                            .as(method.toString())
                            .isInstanceOf(InvocationTargetException.class)
                            .hasCauseInstanceOf(UnsupportedOperationException.class);
                }
            }
        }
        assertThat(minimal.toCompletableFuture().complete("only the copy")).isTrue();
        assertThat(future.isDone()).isFalse();
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }

    private static Object[] arguments(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(type ->
                        type == boolean.class ? (Object) false : type == long.class ? 0L : null)
                .toArray();
    }
}
