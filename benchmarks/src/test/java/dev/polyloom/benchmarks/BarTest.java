package dev.polyloom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BarTest {
    private static final double NONE = Double.NaN;

    @Test
    void atMost_looksAtOursAlone() {
        Bar bar = Bar.atMost(4, "us");

        assertThat(bar.text()).isEqualTo("ours <= 4 us");
        assertThat(bar.rule().met(4, NONE)).isTrue();
        assertThat(bar.rule().met(4.1, 100)).isFalse();
    }

    @Test
    void atLeast_looksAtOursAlone() {
        Bar bar = Bar.atLeast(2e6, "tasks/s");

        assertThat(bar.text()).isEqualTo("ours >= 2,000,000 tasks/s");
        assertThat(bar.rule().met(2e6, NONE)).isTrue();
        assertThat(bar.rule().met(1_999_999, 1)).isFalse();
    }

    @Test
    void atLeastRatio_isKeptAtTheBar() {
        Bar bar = Bar.atLeastRatio(200);

        assertThat(bar.text()).isEqualTo("ratio >= 200");
        assertThat(bar.rule().met(2_000, 10)).isTrue();
        assertThat(bar.rule().met(1_999, 10)).isFalse();
    }

    @Test
    void atLeastRatio_withoutTheFigureOfThePeer_isNotJudged() {
        assertThat(Bar.atLeastRatio(5).rule().met(1, NONE)).isNull();
    }

    @Test
    void atMostRatio_isKeptAtTheBar_andNotJudgedWithoutThePeer() {
        Bar bar = Bar.atMostRatio(1.7);

        assertThat(bar.text()).isEqualTo("ratio <= 1.70");
        assertThat(bar.rule().met(17, 10)).isTrue();
        assertThat(bar.rule().met(18, 10)).isFalse();
        assertThat(bar.rule().met(1, NONE)).isNull();
    }

    @Test
    void everyBar_withoutOurFigure_isMissed() {
        assertThat(Bar.atMost(1, "us").rule().met(NONE, 1)).isFalse();
        assertThat(Bar.atLeast(1, "us").rule().met(NONE, 1)).isFalse();
        assertThat(Bar.atLeastRatio(1).rule().met(NONE, 1)).isFalse();
        assertThat(Bar.atMostRatio(1).rule().met(NONE, 1)).isFalse();
        assertThat(Bar.atLeastRatio(1).rule().met(NONE, NONE)).isFalse();
    }

    @Test
    void twoBars_areMissedWithEither_keptWithBoth_andUnjudgedOtherwise() {
        Bar both = Bar.atLeastRatio(2).and(Bar.atLeast(10, "items/s"));

        assertThat(both.text()).isEqualTo("ratio >= 2, ours >= 10 items/s");
        assertThat(both.rule().met(10, 5)).isTrue();
        assertThat(both.rule().met(10, 6)).isFalse();
        assertThat(both.rule().met(9, 1)).isFalse();
        assertThat(both.rule().met(9, NONE)).isFalse();
        assertThat(both.rule().met(10, NONE)).isNull();
    }
}
