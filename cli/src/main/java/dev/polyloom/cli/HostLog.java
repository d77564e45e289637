package dev.polyloom.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Log lines of a host: time, level, and what a service logs behind the same bars as what is told of
 * it; then the stack of what was thrown.
 */
final class HostLog extends Formatter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final ZoneId zone;
    private volatile @Nullable String host;

    HostLog(ZoneId zone) {
        this.zone = zone;
    }

    /** Has all that is logged written like this. */
    static void install() {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            handler.setFormatter(new HostLog(ZoneId.systemDefault()));
        }
    }

    /** Says whose services are to be known by the names of their loggers. */
    static void of(String host) {
        Arrays.stream(Logger.getLogger("").getHandlers())
                .map(Handler::getFormatter)
                .filter(HostLog.class::isInstance)
                .forEach(formatter -> ((HostLog) formatter).host = host);
    }

    @Override
    public String format(LogRecord entry) {
        Instant at = entry.getInstant();
        String head = "%s %-7s ".formatted(TIME.format(at.atZone(zone)), entry.getLevel());
        String text = service(entry.getLoggerName()) + formatMessage(entry);
        return head + text + System.lineSeparator() + stack(entry.getThrown());
    }

    private String service(@Nullable String logger) {
        if (host == null || logger == null || !logger.startsWith(host + ".")) {
            return "";
        }
        String[] names = logger.substring(host.length() + 1).split("\\.", -1);
        return "| ".repeat(names.length) + names[names.length - 1] + ": ";
    }

    private static String stack(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
