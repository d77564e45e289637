package dev.polyloom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class SupervisorSuiteTest {
    @Test
    void quickRun_hasOurFigureInEveryRow() throws Exception {
        List<Row> rows = new SupervisorSuite(true).run();

        assertThat(rows).hasSize(8).allMatch(row -> row.bar() != null);
        assertThat(rows).extracting(Row::ours).allSatisfy(ours -> assertThat(ours).isFinite());
        ProcessHandle.current().descendants().forEach(process -> process.onExit().join());
    }
}
