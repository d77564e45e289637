package dev.polyloom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReportTest {
    private static final Conditions CONDITIONS =
            new Conditions(
                    "a \"fast\" machine", "25", 0.5, "2026-01-01T00:00:00Z", "benchmarks/run x");

    @Test
    void row_withRatioAtTheBar_isMet() {
        assertThat(Row.atMostRatio("m", 110, "ns", "peer", 100, 1.10).met()).isTrue();
        assertThat(Row.atMostRatio("m", 111, "ns", "peer", 100, 1.10).met()).isFalse();
    }

    @Test
    void row_withAddedTimeAtTheBar_isMet() {
        assertThat(Row.atMostAdded("m", 180, "ns", "peer", 100, 80).met()).isTrue();
        assertThat(Row.atMostAdded("m", 181, "ns", "peer", 100, 80).met()).isFalse();
        assertThat(Row.atMostAdded("m", 181, "ns", "peer", 100, 80).bar())
                .isEqualTo("added <= 80 ns");
    }

    @Test
    void row_withoutBar_isNeitherMetNorMissed() {
        Row row = Row.report("m", 3, "tasks/s", "peer", 2);

        assertThat(row.ratio()).isEqualTo(1.5);
        assertThat(row.bar()).isNull();
        assertThat(row.met()).isNull();
    }

    @Test
    void table_alignsItsColumns() {
        String table =
                new Report(
                                "suite",
                                CONDITIONS,
                                List.of(
                                        Row.report("a long metric", 1234567, "ns", "peer", 2),
                                        Row.atMostRatio("m", 1, "ns", "another peer", 2, 1)))
                        .table();

        assertThat(table.lines())
                .contains(
                        "a long metric  1,234,567  ns    peer               2.00  617,284  -              -",
                        "m                   1.00  ns    another peer       2.00    0.500  ratio <= 1.00  yes");
    }

    @Test
    void rowWithoutFigures_hasDashesInTheTableAndNullsInTheJson() {
        Row row = Row.judged("m", Double.NaN, "us", "peer (died)", Double.NaN, Bar.atMost(4, "us"));
        Report report = new Report("suite", CONDITIONS, List.of(row));

        assertThat(report.table().lines())
                .anySatisfy(line ->
                        assertThat(line.strip().split(" {2,}"))
                                .containsExactly(
                                        "m",
                                        "-",
                                        "us",
                                        "peer (died)",
                                        "-",
                                        "-",
                                        "ours <= 4 us",
                                        "no"));
        assertThat(report.json())
                .contains(
                        "\"ours\": null, \"unit\": \"us\", \"peer\": \"peer (died)\","
                                + " \"peerValue\": null, \"ratio\": null");
    }

    @Test
    void json_hasTheConditionsAndExactlyTheColumnsOfTheTable() {
        String json =
                new Report(
                                "suite",
                                CONDITIONS,
                                List.of(Row.atMostRatio("m", 1.5, "ns", "p \\ q", 3, 1)))
                        .json();

        assertThat(json)
                .contains(
                        "\"suite\": \"suite\"",
                        "\"machine\": \"a \\\"fast\\\" machine\"",
                        "\"load\": 0.5",
                        "{\"metric\": \"m\", \"ours\": 1.5, \"unit\": \"ns\", \"peer\": \"p \\\\ q\","
                                + " \"peerValue\": 3.0, \"ratio\": 0.5, \"bar\": \"ratio <= 1.00\","
                                + " \"met\": true}");
    }

    @Test
    void json_ofRowWithoutBar_hasNulls() {
        assertThat(new Report("s", CONDITIONS, List.of(Row.report("m", 1, "u", "p", 1))).json())
                .contains("\"bar\": null, \"met\": null}");
    }

    @Test
    void median_isTheMiddleValueOrTheMeanOfTheTwoInTheMiddle() {
        assertThat(Statistics.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
        assertThat(Statistics.median(List.of(4.0, 1.0, 2.0, 100.0))).isEqualTo(3);
        assertThatThrownBy(() -> Statistics.median(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void p50AndMean_lookAtTheTimesMeasuredOnly() {
        long[] times = {30, 10, 20, 40, 0, 0};

        assertThat(Statistics.p50(times, 4)).isEqualTo(20);
        assertThat(Statistics.mean(times, 4)).isEqualTo(25);
    }
}
