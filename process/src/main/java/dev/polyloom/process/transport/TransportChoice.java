package dev.polyloom.process.transport;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How frames travel: what was asked for, or whatever is best here. */
public enum TransportChoice {
    /** Shared memory where the system suits it, else sockets. */
    AUTO,
    /** Shared memory or nothing. */
    RING,
    /** Sockets. */
    SOCKET;

    /** Names the variable that forces a transport. */
    public static final String VARIABLE = "POLYLOOM_TRANSPORT";

    private static final Logger LOG = System.getLogger("dev.polyloom.process");
    private static final String PROPERTY = "polyloom.transport";

    /** Returns what system property {@code polyloom.transport} or else the environment asks for. */
    public static TransportChoice ofEnvironment() {
        String property = System.getProperty(PROPERTY);
        return property == null || property.isBlank()
                ? parse(VARIABLE, System.getenv(VARIABLE))
                : parse(PROPERTY, property);
    }

    static TransportChoice parse(String variable, @Nullable String text) {
        String asked = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return switch (asked) {
            case "", "auto" -> AUTO;
            case "ring" -> RING;
            case "socket" -> SOCKET;
            default -> {
                LOG.log(
                        Level.WARNING,
                        "{0} is ignored: ''{1}'' is not one of ring, socket, auto",
                        variable,
                        asked);
                yield AUTO;
            }
        };
    }

    /** Returns in a few words what will be used. */
    public String describe() {
        return switch (this) {
            case AUTO ->
                    wantsRings()
                            ? "frames travel through shared memory, or sockets where it fails"
                            : "frames travel through sockets";
            case RING -> "frames travel through shared memory, as " + VARIABLE + " insists";
            case SOCKET -> "frames travel through sockets, as " + VARIABLE + " asks";
        };
    }

    /** Tells whether rings are to be tried. */
    public boolean wantsRings() {
        return this == RING
                || (this == AUTO && System.getProperty("os.name", "").startsWith("Linux"));
    }
}
