package dev.polyloom.process.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SparesTest {
    private final Spares spares = new Spares(4);
    private final List<Process> started = new CopyOnWriteArrayList<>();

    private Process start() throws IOException {
        Process process = new ProcessBuilder("cat").start();
        started.add(process);
        return process;
    }

    private Process taken(Object line) {
        List<Process> taken = new ArrayList<>();
        await().until(() -> {
            Process spare = spares.take(line);
            if (spare != null) {
                taken.add(spare);
            }
            return spare != null;
        });
        return taken.getFirst();
    }

    private void awaitStarts(int count) {
        await().untilAsserted(() -> assertThat(started).hasSize(count));
    }

    @AfterEach
    void endProcesses() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void spare_isThereForThoseThatJoined() {
        assertThat(spares.take("line")).isNull();
        spares.join("line", this::start);
        Process first = taken("line");
        assertThat(first.isAlive()).isTrue();
        assertThat(taken("line")).isNotEqualTo(first).matches(Process::isAlive);
        assertThat(spares.take("other")).isNull();
    }

    @Test
    void spare_endsWithTheLastThatJoined() {
        spares.join("line", this::start);
        spares.join("line", this::start);
        awaitStarts(1);
        assertThat(spares.leave("line")).isNull();
        assertThat(started.getFirst().isAlive()).isTrue();
        Process last = Objects.requireNonNull(spares.leave("line"));
        Spares.awaitGone(last);
        assertThat(last.isAlive()).isFalse();
        assertThat(last).isEqualTo(started.getFirst());
        assertThat(spares.take("line")).isNull();
    }

    @Test
    void spareOfSomebodyWhoLeavesAtOnce_isNotLeftBehind() {
        for (int i = 0; i < 50; i++) {
            int before = started.size();
            spares.join("line", this::start);
            if (i % 2 == 0) {
                awaitStarts(before + 1);
            }
            Process last = spares.leave("line");
            if (last != null) {
                Spares.awaitGone(last);
            }
            assertThat(started).noneMatch(Process::isAlive);
        }
    }

    @Test
    void spareThatEnded_isNotGivenOut() throws Exception {
        spares.join("line", this::start);
        awaitStarts(1);
        started.getFirst().destroyForcibly().waitFor();
        assertThat(spares.take("line")).isNull();
        assertThat(taken("line").isAlive()).isTrue();
    }

    @Test
    void spares_areFewWhateverTheNumberOfLines() {
        for (int i = 0; i <= Spares.MAX; i++) {
            spares.join(i, this::start);
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
                () -> {
                    tries.add(1);
                    throw new IOException("no");
                });
        spares.join("good", this::start);
        assertThat(taken("good").isAlive()).isTrue();
        assertThat(tries).hasSize(1);
        assertThat(spares.take("bad")).isNull();
    }

    @Test
    void switchedOff_startsNone() {
        Spares off = new Spares(-1);
        off.join("line", this::start);
        assertThat(off.take("line")).isNull();
        assertThat(off.leave("line")).isNull();
        assertThat(started).isEmpty();
    }
}
