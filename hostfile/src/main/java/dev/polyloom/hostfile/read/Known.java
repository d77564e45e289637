package dev.polyloom.hostfile.read;

import dev.polyloom.supervisor.ServiceSpec;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Services of an earlier reading, so that those of which nothing has changed are the same objects.
 *
 * @param services by path
 */
public record Known(Map<String, Entry> services) {
    /** No services. */
    public static final Known NOTHING = new Known(Map.of());

    /**
     * A service.
     *
     * @param text all that it was made of
     * @param spec what was made
     */
    public record Entry(String text, ServiceSpec spec) {}

    /** Copies the map. */
    public Known {
        services = Map.copyOf(services);
    }

    @Nullable ServiceSpec find(String path, String text) {
        Entry entry = services.get(path);
        return entry != null && entry.text.equals(text) ? entry.spec : null;
    }
}
