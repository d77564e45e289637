package dev.polyloom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class ProcessesSuiteTest {
    @Test
    void quickRun_hasOurFigureInEveryRow_andAFigureOrAReasonOfEachPeer() {
        List<Row> rows = new ProcessesSuite(true, Path.of("").toAbsolutePath()).run();

        assertThat(rows).extracting(Row::ours).allSatisfy(ours -> assertThat(ours).isFinite());
        assertThat(rows)
                .filteredOn(row -> !Double.isFinite(row.peerValue()))
                .extracting(Row::peer)
                .allSatisfy(peer -> assertThat(peer).endsWith(")"));
        assertThat(rows).filteredOn(row -> row.bar() != null).hasSize(12);
        ProcessHandle.current().descendants().forEach(process -> process.onExit().join());
    }
}
