package dev.polyloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The lines that a host writes for what services log. */
@Timeout(60)
class HostLogTest {
    private final HostLog lines = new HostLog(ZoneOffset.UTC);

    private String line(String logger, String text) {
        LogRecord entry = new LogRecord(Level.WARNING, text);
        entry.setLoggerName(logger);
        entry.setInstant(Instant.parse("2026-11-22T17:30:05Z"));
        return lines.format(entry);
    }

    @Test
    void line_ofAService_standsBehindItsNameAndDepth() {
        Handler handler = new ConsoleHandler();
        handler.setFormatter(lines);
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        try {
            HostLog.of("shop");
        } finally {
            root.removeHandler(handler);
        }

        assertThat(line("shop.main.tail", "a line"))
                .isEqualTo("2026-11-22 17:30:05 WARNING | | tail: a line" + System.lineSeparator());
        assertThat(line("shopping.List", "a line")).contains("WARNING a line");
        assertThat(line("dev.polyloom.supervisor", "| main: ready"))
                .contains("WARNING | main: ready");
    }

    @Test
    void line_withAFailure_isFollowedByItsStack() {
        LogRecord entry = new LogRecord(Level.SEVERE, "it failed");
        entry.setThrown(new IllegalStateException("no luck"));

        assertThat(lines.format(entry).lines().skip(1))
                .startsWith("java.lang.IllegalStateException: no luck")
                .anyMatch(line ->
                        line.startsWith("\tat ") && line.contains(HostLogTest.class.getName()));
    }
}
