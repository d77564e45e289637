package dev.polyloom.hostfile.read;

import dev.polyloom.loadout.check.Reader;
import dev.polyloom.loadout.source.Node;
import dev.polyloom.process.named.Quantities;
import dev.polyloom.supervisor.MailboxPolicy;
import dev.polyloom.supervisor.RestartSchedule;
import dev.polyloom.supervisor.Service;
import dev.polyloom.supervisor.ServiceBuilder;
import dev.polyloom.supervisor.ServiceSpec;
import dev.polyloom.supervisor.spi.ServiceExecutor;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads services. */
final class ServiceSection {
    /** Stands in the draft until what runs is known. */
    private static final Service NOTHING = _ -> {};

    private final Reader reader;
    private final Surroundings surroundings;
    private final Known before;
    private final Map<String, Known.Entry> read = new HashMap<>();

    ServiceSection(Reader reader, Surroundings surroundings, Known before) {
        this.reader = reader;
        this.surroundings = surroundings;
        this.before = before;
    }

    Known services() {
        return new Known(read);
    }

    Optional<ServiceSpec> read(String name, String path, Node node, Siblings siblings) {
        int problems = reader.problems().size();
        ServiceBuilder draft = ServiceSpec.named(name, NOTHING);
        Keys keys = new Keys(reader);
        PolicyKeys policy = PolicyKeys.addTo(keys, reader, draft);
        life(keys, draft);
        RunKeys runs = new RunKeys(reader, keys, surroundings);
        PlaceKeys place = new PlaceKeys(reader, keys, surroundings);
        keys.read(node);
        policy.check();
        siblings.startsAfter(name, policy.after());
        if (!(node instanceof Node.Fields)) {
            return Optional.empty();
        }
        Service service = runs.service(node.place(), place);
        ServiceExecutor executor = place.executor();
        String text = text(node);
        if (service == null || executor == null || reader.problems().size() > problems) {
            return Optional.empty();
        }
        Node.Field said = keys.field("executor");
        keys.use(said == null ? node.place() : said.value().place(), () -> executor.check(service));
        if (reader.problems().size() > problems) {
            return Optional.empty();
        }
        ServiceSpec known = before.find(path, text);
        ServiceSpec spec = known == null ? made(draft, service, executor, runs) : known;
        read.put(path, new Known.Entry(text, spec));
        return Optional.of(spec);
    }

    private String text(Node node) {
        return "%s\n%s\n%s\n%s"
                .formatted(
                        Meanings.canonical(node),
                        surroundings.code().takeStamps(),
                        surroundings.environment(),
                        surroundings.text());
    }

    private static ServiceSpec made(
            ServiceBuilder draft, Service service, ServiceExecutor executor, RunKeys runs) {
        ServiceSpec said = draft.build();
        return new ServiceSpec(
                said.name(),
                service,
                executor,
                said.policy(),
                said.readyWithin(),
                said.heartbeat(),
                said.stopWithin(),
                said.schedule(),
                said.mailbox(),
                runs.arguments());
    }

    private void life(Keys keys, ServiceBuilder builder) {
        keys.text("readyWithin", Quantities::duration, builder::readyWithin);
        keys.text("heartbeat", Quantities::duration, builder::heartbeat);
        keys.text("stopWithin", Meanings::durationOrZero, builder::stopWithin);
        keys.node("schedule", node -> schedule(node, builder));
        keys.node("mailbox", node -> mailbox(node, builder));
    }

    private void schedule(Node node, ServiceBuilder builder) {
        ZoneId[] zone = {ZoneId.systemDefault()};
        Keys keys = new Keys(reader);
        keys.text("zone", Meanings::zone, value -> zone[0] = value);
        keys.text(
                "every",
                Quantities::duration,
                every -> builder.restartAt(RestartSchedule.every(every)));
        keys.text("cron", text -> RestartSchedule.cron(text, zone[0]), builder::restartAt);
        keys.read(node);
        if (node instanceof Node.Fields && keys.has("every") == keys.has("cron")) {
            reader.problem(
                    node.place(), "must have either 'every', a time, or 'cron', five fields");
        } else if (keys.has("every")) {
            keys.refuse("is for 'cron', which goes by the clock", List.of("zone"));
        }
    }

    private void mailbox(Node node, ServiceBuilder builder) {
        MailboxPolicy[] policy = {MailboxPolicy.DEFAULT};
        Keys keys = new Keys(reader);
        keys.text(
                "whileDown",
                Meanings.oneOf("way", MailboxPolicy.WhileDown.class),
                way -> policy[0] = new MailboxPolicy(way, policy[0].capacity()));
        keys.text(
                "capacity",
                text -> Meanings.count(text, 1),
                count -> policy[0] = new MailboxPolicy(policy[0].whileDown(), count));
        keys.read(node);
        builder.mailbox(policy[0]);
    }
}
