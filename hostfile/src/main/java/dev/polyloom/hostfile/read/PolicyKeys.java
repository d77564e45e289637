package dev.polyloom.hostfile.read;

import dev.polyloom.loadout.check.Reader;
import dev.polyloom.loadout.source.Node;
import dev.polyloom.process.named.Quantities;
import dev.polyloom.supervisor.ChildBuilder;
import dev.polyloom.supervisor.Intensity;
import dev.polyloom.supervisor.Restart;
import dev.polyloom.supervisor.RestartDelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be said of services and supervisors alike. */
final class PolicyKeys {
    private static final List<String> DELAYS = List.of("fixed", "linear", "exponential");

    private final Reader reader;
    private final Keys keys;
    private final List<Node.Text> after = new ArrayList<>();
    private Restart restart = Restart.PERMANENT;

    private PolicyKeys(Reader reader, Keys keys) {
        this.reader = reader;
        this.keys = keys;
    }

    static PolicyKeys addTo(Keys keys, Reader reader, ChildBuilder<?> builder) {
        PolicyKeys policy = new PolicyKeys(reader, keys);
        keys.text(
                "restart",
                Meanings.oneOf("kind of restart", Restart.class),
                value -> {
                    policy.restart = value;
                    builder.restart(value);
                });
        keys.node("delay", node -> policy.delay(node, builder));
        keys.text("healthyAfter", Quantities::duration, builder::healthyAfter);
        keys.text(
                "significant",
                Meanings::flag,
                value -> {
                    if (value) {
                        builder.significant();
                    }
                });
        keys.node("after", node -> policy.after(node, builder));
        return policy;
    }

    private void after(Node node, ChildBuilder<?> builder) {
        for (Node item : reader.items(node)) {
            String name = reader.text(item);
            if (name != null) {
                after.add(new Node.Text(item.place(), name));
                builder.after(name);
            }
        }
    }

    List<Node.Text> after() {
        return after;
    }

    void check() {
        Node.Field significant = keys.field("significant");
        if (significant != null
                && restart == Restart.PERMANENT
                && significant.value() instanceof Node.Text(_, String said)
                && said.equals("true")) {
            reader.problem(
                    significant.place(),
                    "a significant child never ends by itself if it is permanent; write 'restart:"
                            + " transient' or 'restart: temporary'");
        }
    }

    // ---- delays

    private static final class Delay {
        private Duration cap = RestartDelay.DEFAULT_CAP;
        private Duration jitter = RestartDelay.MOST_JITTER;
        private @Nullable RestartDelay made;

        void make(String kind, Duration time) {
            made =
                    switch (kind) {
                        case "linear" -> new RestartDelay.Linear(time, cap);
                        case "exponential" -> new RestartDelay.Exponential(time, cap, jitter);
                        default -> new RestartDelay.Fixed(time);
                    };
        }
    }

    private void delay(Node node, ChildBuilder<?> builder) {
        if (node instanceof Node.Fields) {
            RestartDelay delay = growing(node);
            if (delay != null) {
                builder.delay(delay);
            }
            return;
        }
        RestartDelay delay =
                reader.<@Nullable RestartDelay>meaning(
                        node,
                        text ->
                                text.equals("immediate")
                                        ? RestartDelay.immediate()
                                        : RestartDelay.fixed(Meanings.durationOrZero(text)));
        if (delay != null) {
            builder.delay(delay);
        }
    }

    private @Nullable RestartDelay growing(Node node) {
        Delay delay = new Delay();
        Keys own = new Keys(reader);
        own.text("cap", Quantities::duration, value -> delay.cap = value);
        own.text("jitter", Meanings::durationOrZero, value -> delay.jitter = value);
        DELAYS.forEach(
                kind -> own.text(kind, Quantities::duration, value -> delay.make(kind, value)));
        own.read(node);
        List<String> kinds = DELAYS.stream().filter(own::has).toList();
        if (kinds.size() != 1) {
            reader.problem(
                    node.place(), "must have one of 'fixed', 'linear' and 'exponential', a time");
        } else if (kinds.contains("fixed")) {
            own.refuse("is for delays that grow", List.of("cap", "jitter"));
        } else if (kinds.contains("linear")) {
            own.refuse("is for exponential delays", List.of("jitter"));
        }
        return delay.made;
    }

    /** Reads how many restarts are made. */
    static @Nullable Intensity intensity(Reader reader, Node node) {
        if (node instanceof Node.Text) {
            return reader.<@Nullable Intensity>meaning(
                    node,
                    text -> {
                        if (!text.equals("unlimited")) {
                            throw new IllegalArgumentException(
                                    "must be 'unlimited', or {restarts: 5, within: 30s}, not '%s'"
                                            .formatted(text));
                        }
                        return Intensity.UNLIMITED;
                    });
        }
        List<Integer> restarts = new ArrayList<>();
        List<Duration> window = new ArrayList<>();
        Keys keys = new Keys(reader);
        keys.text("restarts", text -> Meanings.count(text, 0), restarts::add);
        keys.text("within", Quantities::duration, window::add);
        keys.read(node);
        if (node instanceof Node.Fields && !(keys.has("restarts") && keys.has("within"))) {
            reader.problem(node.place(), "needs both 'restarts' and 'within'");
        }
        return restarts.isEmpty() || window.isEmpty()
                ? null
                : new Intensity(restarts.getFirst(), window.getFirst());
    }
}
