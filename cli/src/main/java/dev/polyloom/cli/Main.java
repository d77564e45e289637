package dev.polyloom.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The {@code polyloom} command. */
public final class Main {
    private Main() {}

    /**
     * Runs the command and exits with its code: 0, 1 when items failed, 2 for misuse, 130 when
     * interrupted.
     *
     * @param args the command line
     */
    public static void main(String... args) {
        Terminal terminal = Terminal.ofSystem();
        StatusLine status = new StatusLine(terminal.err());
        var asides = new PrintStream(status.asStream(), true, StandardCharsets.UTF_8);
        System.setErr(asides);
        System.setOut(asides);
        oneLineLogs(args.length > 0 && args[0].equals("host"));
        int code = new Cli(terminal, status).run(args);
        asides.close();
        Interruption.exit(code);
    }

    private static void oneLineLogs(boolean ofHost) {
        String format = "java.util.logging.SimpleFormatter.format";
        if (System.getProperty(format) != null
                || System.getProperty("java.util.logging.config.file") != null) {
            return;
        }
        // worker processes have it from here
        System.setProperty(
                format, ofHost ? "%1$tF %1$tT %4$-7s %3$s: %5$s%6$s%n" : "polyloom: %4$s: %5$s%n");
        if (ofHost) {
            HostLog.install();
        }
    }
}
