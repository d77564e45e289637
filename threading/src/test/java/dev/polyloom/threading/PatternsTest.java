package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PatternsTest {
    private static final List<Integer> MANY = IntStream.range(0, 2_000).boxed().toList();

    private final Collection<String> seen = new ConcurrentLinkedQueue<>();
    private final AtomicInteger running = new AtomicInteger();

    /** Waits for an interrupt, and is counted as long as it runs. */
    private void hang() {
        running.incrementAndGet();
        try {
            Threads.sleep(Duration.ofHours(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running.decrementAndGet();
        }
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // it never returns
    private static <T> T broken(Object element) throws IOException {
        throw new IOException("disk full at " + element);
    }

    @Test
    void produceAndConsume_takesEachElementOnce() throws Exception {
        Patterns.<String>produceAndConsume(
                List.of(out -> out.send("a"), out -> out.send("b")), 16, 4, word -> seen.add(word));
        assertThat(seen).containsExactlyInAnyOrder("a", "b");
        AtomicInteger sum = new AtomicInteger();
        Patterns.Producer<Integer> producer =
                out -> {
                    for (int each : MANY) {
                        out.send(each);
                    }
                };
        for (int capacity : new int[] {0, 1, 64}) {
            sum.set(0);
            Patterns.produceAndConsume(
                    List.of(producer, producer, producer), capacity, 2, sum::addAndGet);
            assertThat(sum).hasValue(3 * 1_999_000);
        }
        Patterns.<String>produceAndConsume(List.of(), 1, 1, seen::add);
        assertThatThrownBy(() -> Patterns.produceAndConsume(List.of(producer), 1, 0, _ -> {}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Patterns.produceAndConsume(List.of(producer), -1, 1, _ -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void produceAndConsume_whenOneFails_endsAll() {
        Error failure = new Error("bad word");
        assertThatThrownBy(() ->
                        Patterns.<String>produceAndConsume(
                                List.of(
                                        out -> {
                                            while (true) {
                                                out.send("more");
                                            }
                                        },
                                        _ -> hang()),
                                1,
                                2,
                                _ -> {
                                    throw failure;
                                }))
                .isInstanceOf(JoinException.class)
                .hasMessage("producers and consumers failed: " + failure)
                .hasCause(failure);
        assertThat(running).hasValue(0);
    }

    @Test
    void pipeline_passesEachElementOnce_inOrderIfAsked() throws Exception {
        List<Integer> sizes =
                Pipeline.from(List.of("a ", "bcd"))
                        .stage(2, String::strip)
                        .orderedStage(4, String::length)
                        .toList();
        assertThat(sizes).containsExactlyInAnyOrder(1, 3);
        Pipeline<Integer> ordered =
                Pipeline.<Integer>from(MANY)
                        .orderedStage(4, i -> i + 1)
                        .stage(1, i -> i * 2)
                        .orderedStage(3, i -> i / 2 - 1);
        assertThat(ordered.toList()).isEqualTo(MANY);
        assertThat(ordered.toList()).isEqualTo(MANY);
        assertThat(Pipeline.<Integer>from(MANY).stage(4, i -> i).toList())
                .containsExactlyInAnyOrderElementsOf(MANY);
        assertThat(Pipeline.from(List.of()).orderedStage(2, i -> i).toList()).isEmpty();
    }

    @Test
    void pipeline_whoseStageFails_endsWithItsFailure_andLeavesNoThread() {
        for (int round = 0; round < 50; round++) {
            int bad = 100 + round;
            Pipeline.Step<Integer, Integer> step = i -> i == bad ? broken(i) : i;
            List<Pipeline<Integer>> all =
                    List.of(
                            Pipeline.<Integer>from(MANY).stage(3, step).stage(2, i -> i),
                            Pipeline.<Integer>from(MANY).orderedStage(3, step).stage(2, i -> i),
                            Pipeline.<Integer>from(() ->
                                            MANY.stream()
                                                    .map(i -> {
                                                        if (i == bad) {
                                                            throw new IllegalStateException(
                                                                    "disk full at " + i);
                                                        }
                                                        return i;
                                                    })
                                                    .iterator())
                                    .orderedStage(2, i -> i));
            for (Pipeline<Integer> each : all) {
                assertThatThrownBy(each::toList)
                        .isInstanceOf(JoinException.class)
                        .hasMessageStartingWith("pipeline failed: ")
                        .hasRootCauseMessage("disk full at " + bad);
            }
        }
    }

    @Test
    void pipeline_whenOneFails_interruptsTheOthers() {
        Pipeline<Integer> pipeline =
                Pipeline.from(List.of(1, 2, 3))
                        .orderedStage(
                                3,
                                i -> {
                                    if (i == 3) {
                                        return broken(i);
                                    }
                                    hang();
                                    return i;
                                });
        assertThatThrownBy(pipeline::toList).hasRootCauseMessage("disk full at 3");
        assertThat(running).hasValue(0);
        assertThatThrownBy(() ->
                        Pipeline.from(MANY)
                                .forEach(i -> {
                                    throw new IllegalStateException("no " + i);
                                }))
                .hasRootCauseMessage("no 0");
    }

    @Test
    void interrupt_ofTheCaller_endsAll() throws Exception {
        List<Callable<?>> calls =
                List.of(
                        () ->
                                Pipeline.from(List.of(1, 2))
                                        .stage(
                                                2,
                                                i -> {
                                                    hang();
                                                    return i;
                                                })
                                        .toList(),
                        () -> {
                            Patterns.<String>produceAndConsume(
                                    List.of(_ -> hang(), _ -> hang()), 1, 1, seen::add);
                            return "";
                        },
                        () -> {
                            Patterns.broadcast(MANY, List.of(_ -> hang(), _ -> hang()));
                            return "";
                        },
                        () ->
                                Patterns.scatterAndGather(
                                        "",
                                        List.<Function<String, String>>of(
                                                this::hangFor, this::hangFor)));
        for (Callable<?> each : calls) {
            ThreadHandle<?> caller = Threads.spawn(each);
            while (running.get() < 2 && !caller.isFinished()) {
                Threads.yieldNow();
            }
            caller.interrupt();
            assertThatThrownBy(caller::join).hasCauseInstanceOf(InterruptedException.class);
            assertThat(running).hasValue(0);
        }
    }

    @Test
    void pipeline_refusesWhatItCannotDo_andAnInterruptedCallerAtOnce() {
        Pipeline<Integer> pipeline =
                Pipeline.from(() -> {
                    seen.add("asked");
                    return MANY.iterator();
                });
        for (int threads : new int[] {-1, 0, 10_001}) {
            assertThatThrownBy(() -> pipeline.stage(threads, i -> i))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a stage has from 1 to 10000 threads, not " + threads);
            assertThatThrownBy(() -> pipeline.orderedStage(threads, i -> i))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(pipeline.stage(10_000, i -> i)).isNotNull();
        Thread.currentThread().interrupt();
        assertThatThrownBy(pipeline::toList).isInstanceOf(InterruptedException.class);
        assertThat(seen).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // what callers without checks may do
    void nulls_areRefusedAtOnce() {
        Pipeline<Integer> pipeline = Pipeline.from(MANY);
        assertThatThrownBy(() -> Pipeline.from(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> pipeline.stage(1, null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> pipeline.orderedStage(1, null))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> pipeline.forEach(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Patterns.produceAndConsume(List.of(), 1, 1, null))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void teamThatFailed_hasItsLaterChannelsClosed() {
        ThreadTeam team = new ThreadTeam("test");
        Channel<String> early = team.channel();
        IllegalStateException failure = new IllegalStateException("disk full");
        team.start(() -> {
            throw failure;
        });
        Crew.until(early::isClosed);
        assertThatThrownBy(team.channel()::receive)
                .isInstanceOf(ReceiveException.class)
                .hasCause(failure);
        assertThatThrownBy(() -> team.finish(() -> {})).hasCause(failure);
    }

    @Test
    void interrupt_ofWhoGivesTime_reachesTheBody() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        ThreadHandle<String> caller =
                Threads.spawn(() ->
                        Patterns.withTimeout(
                                Duration.ofHours(1),
                                () -> {
                                    hang();
                                    interrupted.countDown();
                                    return "news";
                                },
                                () -> "no news"));
        Crew.until(() -> running.get() == 1);
        caller.interrupt();
        assertThatThrownBy(caller::join).hasCauseInstanceOf(InterruptedException.class);
        interrupted.await();
    }

    @Test
    void consumersAndStages_haveAsManyThreadsAsAskedFor() throws Exception {
        Barrier meeting = new Barrier(3);
        Patterns.Producer<String> three =
                out -> {
                    out.send("a");
                    out.send("b");
                    out.send("c");
                };
        Patterns.produceAndConsume(List.of(three), 0, 3, _ -> meet(meeting));
        Pipeline.Step<Integer, Integer> step =
                i -> {
                    meeting.await();
                    return i;
                };
        List<Integer> elements = List.of(1, 2, 3);
        assertThat(Pipeline.from(elements).stage(3, step).toList())
                .containsExactlyInAnyOrder(1, 2, 3);
        assertThat(Pipeline.from(elements).orderedStage(3, step).toList()).isEqualTo(elements);
    }

    private static void meet(Barrier meeting) {
        try {
            int _ = meeting.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String hangFor(String request) {
        hang();
        return request;
    }

    @Test
    void interruptBefore_isNotMissed() {
        List<Callable<?>> calls =
                List.of(
                        () -> Pipeline.from(MANY).toList(),
                        () -> Patterns.scatterAndGather("", List.of()),
                        () -> Patterns.withTimeout(Duration.ZERO, () -> 1, () -> 2));
        for (Callable<?> each : calls) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(each::call).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void scatterAndGather_keepsTheOrder() throws Exception {
        List<Function<String, Integer>> shops =
                List.of(String::length, s -> s.indexOf('a'), _ -> 7);
        assertThat(Patterns.scatterAndGather("tea", shops)).containsExactly(3, 2, 7);
        assertThat(Patterns.<String, String>scatterAndGather("", List.of(_ -> null)))
                .containsExactly((String) null);
        assertThatThrownBy(() ->
                        Patterns.scatterAndGather(
                                "tea",
                                List.<Function<String, String>>of(
                                        this::hangFor,
                                        _ -> {
                                            throw new IllegalStateException("no tea");
                                        })))
                .isInstanceOf(JoinException.class)
                .hasRootCauseMessage("no tea");
        assertThat(running).hasValue(0);
    }

    @Test
    void broadcast_givesAllToEach_inOrder() throws Exception {
        Collection<Integer> log = new ConcurrentLinkedQueue<>();
        Collection<Integer> index = new ConcurrentLinkedQueue<>();
        Patterns.broadcast(MANY, List.of(log::add, index::add));
        assertThat(log).containsExactlyElementsOf(MANY);
        assertThat(index).containsExactlyElementsOf(MANY);
        assertThatThrownBy(() ->
                        Patterns.broadcast(
                                MANY,
                                List.of(
                                        log::add,
                                        _ -> {
                                            throw new IllegalStateException("full");
                                        })))
                .hasRootCauseMessage("full");
    }

    @Test
    void withTimeout_fallsBackInTime_andInterrupts() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        String news =
                Patterns.withTimeout(
                        Duration.ofMillis(1),
                        () -> {
                            hang();
                            interrupted.countDown();
                            return "news";
                        },
                        () -> "no news");
        assertThat(news).isEqualTo("no news");
        interrupted.await();
        assertThat(Patterns.withTimeout(Duration.ofHours(1), () -> "news", () -> "no news"))
                .isEqualTo("news");
        assertThat(Patterns.withTimeout(Duration.ZERO, () -> "news", () -> "no news"))
                .isEqualTo("no news");
        assertThatThrownBy(() ->
                        Patterns.withTimeout(
                                Duration.ofHours(1), () -> broken("noon"), () -> "no news"))
                .isInstanceOf(JoinException.class)
                .hasCauseInstanceOf(IOException.class);
    }
}
