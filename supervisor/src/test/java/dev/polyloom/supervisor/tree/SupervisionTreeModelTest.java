package dev.polyloom.supervisor.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.PolyloomException;
import dev.polyloom.supervisor.AutoShutdown;
import dev.polyloom.supervisor.ChildBuilder;
import dev.polyloom.supervisor.ChildSpec;
import dev.polyloom.supervisor.EscalationException;
import dev.polyloom.supervisor.Intensity;
import dev.polyloom.supervisor.Restart;
import dev.polyloom.supervisor.RestartDelay;
import dev.polyloom.supervisor.ServiceBuilder;
import dev.polyloom.supervisor.ServiceEvent;
import dev.polyloom.supervisor.ServiceSpec;
import dev.polyloom.supervisor.ServiceStalledException;
import dev.polyloom.supervisor.Strategy;
import dev.polyloom.supervisor.SupervisorBuilder;
import dev.polyloom.supervisor.SupervisorSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random trees and random fates, against a model. Each step must do and tell the same in both. */
@Timeout(60)
class SupervisionTreeModelTest {
    private static final int STEPS = 100_000;
    private static final int STEPS_PER_TREE = 400;
    private static final Duration KILL_WITHIN = Duration.ofSeconds(3);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void tree_underRandomFates_agreesWithTheModel(long seed) {
        Random random = new Random(seed);
        int steps = 0;
        Map<String, Integer> seen = new HashMap<>();
        while (steps < STEPS) {
            long treeSeed = random.nextLong();
            Pair pair = new Pair(treeSeed);
            pair.both("start", () -> pair.tree.start(0), pair.model::start);
            for (int i = 0; i < STEPS_PER_TREE && !pair.model.finished; i++, steps++) {
                pair.step();
            }
            pair.seen.forEach((kind, count) -> seen.merge(kind, count, Integer::sum));
        }
        assertThat(seen.keySet())
                .as("all that can happen has happened")
                .contains("Escalated", "GaveUp", "Abandoned", "Restarted", "Killed", "finished")
                .contains("over", "removed");
    }

    /** A tree and its model, fed with the same. */
    private static final class Pair implements TreeEffects {
        final long seed;
        final Random random;
        final TreeModel model;
        final SupervisionTree tree;
        final List<String> log = new ArrayList<>();
        final List<String> inputs = new ArrayList<>();
        final Map<String, Long> beats = new HashMap<>();
        final Map<String, Integer> seen = new HashMap<>();
        private int names;

        Pair(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            SupervisorSpec spec = (SupervisorSpec) supervisor(0, "host");
            this.model = new TreeModel(spec, KILL_WITHIN, new Random(seed));
            Random delays = new Random(seed);
            this.tree =
                    new SupervisionTree(spec, this, KILL_WITHIN, delays::nextDouble, Instant.EPOCH);
        }

        void step() {
            int what = random.nextInt(100);
            if (what < 60) {
                fate();
            } else if (what < 85) {
                time();
            } else if (what < 90) {
                beat();
            } else if (what < 98) {
                operator();
            } else if (random.nextInt(8) == 0) {
                end();
            }
        }

        private void fate() {
            TreeModel.Kid kid = pick(TreeModel.Kid::isService);
            if (kid == null) {
                return;
            }
            ServiceNode node = (ServiceNode) Objects.requireNonNull(tree.find(kid.path));
            int number = kid.incarnation;
            String name = kid.path + " " + number;
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 ->
                        both(
                                "started " + name,
                                () -> tree.started(node, number, model.now),
                                () -> model.started(kid));
                case 4, 5 ->
                        both(
                                "ready " + name,
                                () -> tree.ready(node, number, model.now),
                                () -> model.ready(kid));
                case 6 ->
                        both(
                                "ended " + name,
                                () -> tree.ended(node, number, null, model.now),
                                () -> model.ended(kid, null));
                case 7 ->
                        both(
                                "crashed " + name,
                                () -> tree.ended(node, number, boom(name), model.now),
                                () -> model.ended(kid, "boom" + name.replace(' ', '.')));
                case 8 ->
                        both(
                                "failing " + name,
                                () -> tree.failing(node, number, boom(name), model.now),
                                () -> model.failing(kid, "boom" + name.replace(' ', '.')));
                default ->
                        both(
                                "stale " + name,
                                () -> tree.ended(node, number - 1, boom(name), model.now),
                                () -> {});
            }
        }

        private static Throwable boom(String name) {
            return new IllegalStateException("boom" + name.replace(' ', '.'));
        }

        private void time() {
            long next = model.next();
            boolean toDeadline = next != Long.MAX_VALUE && random.nextInt(4) != 0;
            long to =
                    toDeadline
                            ? Math.max(model.now, next)
                            : model.now + random.nextLong(2_000_000_000L);
            both("time " + to, () -> tree.advance(to), () -> model.advance(to));
        }

        private void beat() {
            TreeModel.Kid kid = pick(TreeModel.Kid::isService);
            if (kid != null) {
                kid.beat = model.now;
                beats.put(kid.path, model.now);
            }
        }

        private void operator() {
            TreeModel.Kid kid = pick(_ -> true);
            if (kid == null) {
                return;
            }
            Node node = Objects.requireNonNull(tree.find(kid.path));
            long now = model.now;
            switch (random.nextInt(6)) {
                case 0 ->
                        both(
                                "hold " + kid.path,
                                () -> tree.stopChild(node, now),
                                () -> model.hold(kid));
                case 1, 2 ->
                        both(
                                "release " + kid.path,
                                () -> tree.startChild(node, now),
                                () -> model.release(kid));
                case 3 ->
                        both(
                                "restart " + kid.path,
                                () -> tree.restartChild(node, now),
                                () -> model.restart(kid));
                case 4 ->
                        both(
                                "remove " + kid.path,
                                () -> tree.remove(node, now),
                                () -> model.remove(kid));
                default -> {
                    if (node instanceof SupervisorNode supervisor) {
                        ChildSpec child = child(2);
                        both(
                                "add " + child.name() + " to " + kid.path,
                                () -> tree.add(supervisor, child, now),
                                () -> model.add(kid, child));
                    }
                }
            }
        }

        private void end() {
            long now = model.now;
            if (random.nextInt(3) == 0) {
                both("hurry", () -> tree.hurry(now), model::hurry);
            } else {
                both("stop", () -> tree.stop(now), model::stopAll);
            }
        }

        private TreeModel.@Nullable Kid pick(java.util.function.Predicate<TreeModel.Kid> suitable) {
            List<TreeModel.Kid> kids =
                    model.all.values().stream()
                            .filter(kid -> kid.boss != null && suitable.test(kid))
                            .sorted(Comparator.comparing(kid -> kid.path))
                            .toList();
            return kids.isEmpty() ? null : kids.get(random.nextInt(kids.size()));
        }

        void both(String input, Runnable real, Runnable modelled) {
            inputs.add(input);
            real.run();
            modelled.run();
            log.forEach(line -> seen.merge(line.substring(0, line.indexOf(' ')), 1, Integer::sum));
            if (!log.equals(model.log) || tree.nextDeadline() != model.next()) {
                assertThat(log).as("seed %d after %s", seed, recent()).isEqualTo(model.log);
                assertThat(tree.nextDeadline()).as("%s", recent()).isEqualTo(model.next());
            }
            log.clear();
            model.log.clear();
            for (TreeModel.Kid kid : model.all.values()) {
                Node node = tree.find(kid.path);
                if (node == null
                        || node.state() != kid.state
                        || node.restarts() != kid.restarts
                        || node.incarnation() != kid.incarnation) {
                    assertThat(node).as("%s after %s", kid.path, recent()).isNotNull();
                    Objects.requireNonNull(node);
                    assertThat(node.state()).as("%s %s", kid.path, recent()).isEqualTo(kid.state);
                    assertThat(node.restarts()).isEqualTo(kid.restarts);
                    assertThat(node.incarnation()).isEqualTo(kid.incarnation);
                }
            }
            assertThat(tree.isFinished()).isEqualTo(model.finished);
        }

        private List<String> recent() {
            return inputs.subList(Math.max(0, inputs.size() - 12), inputs.size());
        }

        // Random declarations.

        private ChildSpec child(int depth) {
            String name = "n" + names++;
            return depth < 3 && random.nextInt(3) == 0 ? supervisor(depth, name) : service(name);
        }

        private ChildSpec supervisor(int depth, String name) {
            SupervisorBuilder builder =
                    SupervisorSpec.named(name)
                            .strategy(any(Strategy.values()))
                            .autoShutdown(any(AutoShutdown.values()))
                            .intensity(
                                    new Intensity(
                                            random.nextInt(depth == 0 ? 20 : 5), seconds(1, 20)));
            policy(builder);
            int children = depth == 0 ? 1 + random.nextInt(5) : random.nextInt(5);
            for (int i = 0; i < children; i++) {
                builder.child(child(depth + 1));
            }
            return builder.build();
        }

        private ChildSpec service(String name) {
            ServiceBuilder builder = ServiceSpec.named(name, () -> {}).stopWithin(seconds(0, 4));
            policy(builder);
            if (random.nextInt(3) == 0) {
                builder.readyWithin(seconds(1, 5));
            }
            if (random.nextInt(4) == 0) {
                builder.heartbeat(seconds(1, 5));
            }
            return builder.build();
        }

        private void policy(ChildBuilder<?> builder) {
            Restart restart = random.nextInt(3) != 0 ? Restart.PERMANENT : any(Restart.values());
            builder.restart(restart).healthyAfter(seconds(1, 10));
            if (restart != Restart.PERMANENT && random.nextInt(2) == 0) {
                builder.significant();
            }
            builder.delay(
                    switch (random.nextInt(5)) {
                        case 0 -> RestartDelay.fixed(seconds(1, 5));
                        case 1 -> RestartDelay.linear(seconds(1, 2));
                        case 2 -> RestartDelay.exponential(seconds(1, 2));
                        default -> RestartDelay.immediate();
                    });
        }

        private Duration seconds(int least, int most) {
            return Duration.ofSeconds(random.nextInt(least, most + 1));
        }

        private <T> T any(T[] values) {
            return values[random.nextInt(values.length)];
        }

        // What the tree does and tells.

        @Override
        public void changed(ServiceNode service) {}

        @Override
        public void added(ServiceNode service) {}

        @Override
        public void removed(ServiceNode service) {
            log.add("removed " + service.path());
        }

        @Override
        public void launch(ServiceNode service) {
            beats.put(service.path(), model.now);
            log.add("launch " + service.path());
        }

        @Override
        public void cancel(ServiceNode service) {
            log.add("cancel " + service.path());
        }

        @Override
        public void kill(ServiceNode service) {
            log.add("kill " + service.path());
        }

        @Override
        public String abandon(ServiceNode service) {
            log.add("abandon " + service.path());
            return "";
        }

        @Override
        public void down(ServiceNode service) {
            log.add("down " + service.path());
        }

        @Override
        public void over(ServiceNode service) {
            log.add("over " + service.path());
        }

        @Override
        public long lastBeat(ServiceNode service) {
            return beats.getOrDefault(service.path(), 0L);
        }

        @Override
        public void finished(@Nullable Throwable failure) {
            log.add("finished " + (failure == null ? null : text(failure)));
        }

        @Override
        public void event(ServiceEvent event) {
            String text = event.getClass().getSimpleName() + " " + event.path();
            log.add(
                    switch (event) {
                        case ServiceEvent.Starting e -> text + " " + e.incarnation();
                        case ServiceEvent.Started e -> text + " " + e.incarnation();
                        case ServiceEvent.Ready e -> text + " " + e.incarnation();
                        case ServiceEvent.Crashed e -> text + " " + text(e.cause());
                        case ServiceEvent.Stopped e ->
                                text + " " + (e.failure() == null ? "-" : text(e.failure()));
                        case ServiceEvent.Restarting e ->
                                text + " " + e.delay() + " " + e.restarts();
                        case ServiceEvent.Restarted e ->
                                text + " " + e.restarts() + " " + e.downtime();
                        case ServiceEvent.GaveUp e -> text + " " + text(e.cause());
                        case ServiceEvent.Escalated e -> text + " " + text(e.cause());
                        default -> text;
                    });
        }

        private static String text(Throwable failure) {
            return switch (failure) {
                case EscalationException e ->
                        "gave-up(" + text(Objects.requireNonNull(e.getCause())) + ")";
                case ServiceStalledException _ -> "stalled";
                case PolyloomException _ -> "end";
                default -> String.valueOf(failure.getMessage());
            };
        }
    }
}
