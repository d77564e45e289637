package dev.polyloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlavorTest {
    @ParameterizedTest
    @EnumSource
    void of_itsOwnId_isItself(Flavor flavor) {
        assertThat(Flavor.of(flavor.id())).isSameAs(flavor);
        assertThat(Flavor.of("  " + flavor.id().toUpperCase(Locale.ROOT) + " ")).isSameAs(flavor);
    }

    @Test
    void of_anUnknownName_listsTheValidOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Flavor.of("fibres"))
                .withMessage(
                        "unknown flavor 'fibres'; valid flavors are auto, threads, virtual,"
                                + " processes, isolates, cluster, none");
    }
}
