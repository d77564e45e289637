package dev.polyloom.process.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.polyloom.process.classes.ClassServer;
import dev.polyloom.process.transport.Acceptor;
import dev.polyloom.process.transport.Rings;
import dev.polyloom.process.transport.TransportChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SparesTest {
    @TempDir private Path folder;

    private final Spares spares = new Spares(4);
    private final List<Process> started = new CopyOnWriteArrayList<>();
    private final AtomicInteger closed = new AtomicInteger();
    private Acceptor acceptor;
    private Entrance entrance;

    @BeforeEach
    void openEntrance() throws IOException {
        Path socket = folder.resolve("s");
        acceptor = new Acceptor("test", socket, Duration.ofSeconds(5));
        Rings none = new Rings("test", TransportChoice.SOCKET, List::of);
        entrance = new Entrance(acceptor, socket, none, new ClassServer());
    }

    private Newcomer start() throws IOException {
        Newcomer newcomer = Newcomer.start(new ProcessBuilder("cat"), 0, entrance);
        started.add(newcomer.process());
        return newcomer;
    }

    /** Starts what a test says. */
    private Spares.Source source(Callable<Newcomer> start) {
        return new Spares.Source() {
            @Override
            public Newcomer start() throws IOException {
                try {
                    return start.call();
                } catch (IOException | RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IOException(e);
                }
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }

    private Spares.Source cats() {
        return source(this::start);
    }

    private Process taken(Object line) {
        List<Newcomer> taken = new ArrayList<>();
        await().until(() -> {
            Newcomer spare = spares.take(line);
            if (spare != null) {
                taken.add(spare);
            }
            return spare != null;
        });
        return taken.getFirst().process();
    }

    private void awaitStarts(int count) {
        await().untilAsserted(() -> assertThat(started).hasSize(count));
    }

    @AfterEach
    void endProcesses() {
        started.forEach(Process::destroyForcibly);
        acceptor.close();
    }

    @Test
    void spare_isThereForThoseThatJoined() {
        assertThat(spares.take("line")).isNull();
        spares.join("line", this::cats);
        Process first = taken("line");
        assertThat(first.isAlive()).isTrue();
        assertThat(taken("line")).isNotEqualTo(first).matches(Process::isAlive);
        assertThat(spares.take("other")).isNull();
    }

    @Test
    void spare_endsWithTheLastThatJoined() {
        spares.join("line", this::cats);
        spares.join("line", this::cats);
        awaitStarts(1);
        assertThat(spares.leave("line")).isNull();
        assertThat(started.getFirst().isAlive()).isTrue();
        Process last = Objects.requireNonNull(spares.leave("line"));
        Spares.awaitGone(last);
        assertThat(last.isAlive()).isFalse();
        assertThat(last).isEqualTo(started.getFirst());
        assertThat(spares.take("line")).isNull();
        assertThat(closed).hasValue(1);
    }

    @Test
    void spareOfSomebodyWhoLeavesAtOnce_isNotLeftBehind() {
        for (int i = 0; i < 50; i++) {
            int before = started.size();
            spares.join("line", this::cats);
            if (i % 2 == 0) {
                awaitStarts(before + 1);
            }
            Process last = spares.leave("line");
            if (last != null) {
                Spares.awaitGone(last);
            }
            assertThat(started).noneMatch(Process::isAlive);
            assertThat(closed).hasValueGreaterThan(i);
        }
    }

    @Test
    void spareThatEnded_isNotGivenOut() throws Exception {
        spares.join("line", this::cats);
        awaitStarts(1);
        started.getFirst().destroyForcibly().waitFor();
        assertThat(spares.take("line")).isNull();
        assertThat(taken("line").isAlive()).isTrue();
    }

    @Test
    void spares_areFewWhateverTheNumberOfLines() {
        for (int i = 0; i <= Spares.MAX; i++) {
            spares.join(i, this::cats);
        }
        awaitStarts(Spares.MAX);
        Process given = taken(0);
        awaitStarts(Spares.MAX + 1);
        assertThat(started.stream().filter(Process::isAlive).filter(each -> !each.equals(given)))
                .hasSize(Spares.MAX);
        for (int i = 0; i <= Spares.MAX; i++) {
            spares.leave(i);
        }
        await().until(() ->
                started.stream().allMatch(each -> each.equals(given) || !each.isAlive()));
    }

    @Test
    void startThatFails_isNotTriedForEver() {
        List<Object> tries = new CopyOnWriteArrayList<>();
        spares.join(
                "bad",
                () ->
                        source(() -> {
                            tries.add(1);
                            throw new IOException("no");
                        }));
        spares.join("good", this::cats);
        assertThat(taken("good").isAlive()).isTrue();
        assertThat(tries).hasSize(1);
        assertThat(spares.take("bad")).isNull();
    }

    @Test
    void spareThatHasNotCome_isNotHeldToBeThere() {
        spares.join("line", this::cats);
        awaitStarts(1);
        assertThat(spares.has("line")).isFalse();
        assertThat(taken("line").isAlive()).isTrue();
    }

    @Test
    void switchedOff_startsNone() {
        Spares off = new Spares(-1);
        off.join("line", this::cats);
        assertThat(off.take("line")).isNull();
        assertThat(off.leave("line")).isNull();
        assertThat(started).isEmpty();
    }
}
