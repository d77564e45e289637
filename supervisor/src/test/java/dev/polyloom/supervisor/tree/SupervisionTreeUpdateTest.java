package dev.polyloom.supervisor.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.supervisor.ChildSpec;
import dev.polyloom.supervisor.HostUpdate;
import dev.polyloom.supervisor.Intensity;
import dev.polyloom.supervisor.RestartDelay;
import dev.polyloom.supervisor.ServiceEvent;
import dev.polyloom.supervisor.ServiceSpec;
import dev.polyloom.supervisor.ServiceState;
import dev.polyloom.supervisor.Strategy;
import dev.polyloom.supervisor.SupervisorBuilder;
import dev.polyloom.supervisor.SupervisorSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random trees that are declared anew at random times, beside random fates. Whatever happens
 * meanwhile, once all that starts has started and all that stops has stopped, the tree is what the
 * last declaration says.
 */
@Timeout(60)
class SupervisionTreeUpdateTest {
    private static final int TREES = 300;
    private static final int STEPS_PER_TREE = 80;
    private static final Duration KILL_WITHIN = Duration.ofSeconds(3);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void tree_endsAsItsLastDeclarationSays(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TREES; i++) {
            World world = new World(random.nextLong());
            world.tree.start(0);
            for (int step = 0; step < STEPS_PER_TREE; step++) {
                world.step();
            }
            world.settle();
            world.checkDeclared(world.tree.root(), world.declared);
        }
    }

    /** A tree, what is declared for it, and which of its services run. */
    private static final class World implements TreeEffects {
        private final Random random;
        private final Declarations declarations;
        private final List<String> story = new ArrayList<>();
        private final Set<String> running = new HashSet<>();
        private final Set<String> cancelled = new HashSet<>();
        private final SupervisionTree tree;
        private SupervisorSpec declared;
        private long now;

        World(long seed) {
            random = new Random(seed);
            declarations = new Declarations(random);
            declared = declarations.root();
            story.add("seed " + seed);
            tree =
                    new SupervisionTree(
                            declared, this, KILL_WITHIN, random::nextDouble, Instant.EPOCH);
        }

        void step() {
            int what = random.nextInt(10);
            if (what < 5) {
                fate(any(services().toList()));
            } else if (what < 7) {
                pass(random.nextLong(3_000_000_000L));
            } else if (what < 8) {
                operator(any(services().toList()));
            } else {
                update();
            }
        }

        private <T> @Nullable T any(List<T> values) {
            return values.isEmpty() ? null : values.get(random.nextInt(values.size()));
        }

        private Stream<ServiceNode> services() {
            return beneath(tree.root());
        }

        private static Stream<ServiceNode> beneath(Node node) {
            return switch (node) {
                case ServiceNode service -> Stream.of(service);
                case SupervisorNode supervisor ->
                        List.copyOf(supervisor.children()).stream().flatMap(World::beneath);
            };
        }

        private void fate(@Nullable ServiceNode node) {
            if (node == null) {
                return;
            }
            int number = node.incarnation();
            switch (random.nextInt(4)) {
                case 0 -> tell("started", node, () -> tree.started(node, number, now));
                case 1 -> tell("ready", node, () -> tree.ready(node, number, now));
                case 2 -> tell("ended", node, () -> tree.ended(node, number, null, now));
                default -> {
                    Throwable failure = new IllegalStateException("boom");
                    tell("crashed", node, () -> tree.ended(node, number, failure, now));
                }
            }
        }

        private void operator(@Nullable ServiceNode node) {
            if (node == null) {
                return;
            }
            switch (random.nextInt(3)) {
                case 0 -> tell("hold", node, () -> tree.stopChild(node, now));
                case 1 -> tell("release", node, () -> tree.startChild(node, now));
                default -> tell("restart", node, () -> tree.restartChild(node, now));
            }
        }

        private void tell(String what, Node node, Runnable action) {
            story.add(what + " " + node.path() + " " + node.incarnation());
            action.run();
        }

        private void pass(long nanos) {
            now += nanos;
            story.add("time " + now);
            tree.advance(now);
        }

        private void update() {
            SupervisorSpec next = declarations.changed(declared);
            HostUpdate difference = HostUpdate.between(declared, next);
            story.add("update " + difference);
            cancelled.clear();
            declared = next;
            tree.update(next, KILL_WITHIN, now);
            assertThat(cancelled)
                    .as(() -> "stopped by %s".formatted(story))
                    .allMatch(path -> concerns(difference, path));
        }

        private static boolean concerns(HostUpdate difference, String path) {
            return Stream.concat(difference.changed().stream(), difference.removed().stream())
                    .anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
        }

        /** Lets all that is under way come to its end. */
        void settle() {
            for (int round = 0; round < 1_000; round++) {
                List<ServiceNode> pending = services().filter(ServiceNode::isPending).toList();
                if (pending.isEmpty() && allUp(tree.root())) {
                    return;
                }
                List<ServiceNode> live = pending.stream().filter(ServiceNode::isLive).toList();
                live.forEach(this::letOn);
                if (live.isEmpty()) {
                    assertThat(tree.nextDeadline())
                            .as(() -> "for ever %s after %s".formatted(state(tree.root()), story))
                            .isLessThan(Long.MAX_VALUE);
                    pass(Math.max(0, tree.nextDeadline() - now));
                }
            }
            throw new AssertionError(
                    "it never comes to rest: %s after %s".formatted(state(tree.root()), story));
        }

        private void letOn(ServiceNode node) {
            int number = node.incarnation();
            if (node.state() == ServiceState.STARTING) {
                tell("ready", node, () -> tree.ready(node, number, now));
            } else {
                tell("ended", node, () -> tree.ended(node, number, null, now));
            }
        }

        private static String state(Node node) {
            String own = node.name() + " " + node.state() + (node.held ? " held" : "");
            return node instanceof SupervisorNode supervisor
                    ? own + supervisor.children().stream().map(World::state).toList()
                    : own;
        }

        private static boolean allUp(Node node) {
            boolean up = node.held || node.state() == ServiceState.RUNNING;
            return switch (node) {
                case ServiceNode _ -> up;
                case SupervisorNode supervisor ->
                        up
                                && supervisor.declared().equals(supervisor.spec())
                                && supervisor.children().stream().allMatch(World::allUp);
            };
        }

        void checkDeclared(SupervisorNode node, SupervisorSpec spec) {
            assertThat(node.children().stream().map(Node::name))
                    .as(() -> "%s after %s".formatted(node.path(), story))
                    .containsExactlyElementsOf(
                            spec.children().stream().map(ChildSpec::name).toList());
            for (int i = 0; i < spec.children().size(); i++) {
                checkChild(node.children().get(i), spec.children().get(i));
            }
        }

        private void checkChild(Node child, ChildSpec spec) {
            if (child instanceof SupervisorNode beneath
                    && spec instanceof SupervisorSpec expected) {
                assertThat(beneath.spec()).isEqualTo(expected);
                checkDeclared(beneath, expected);
                return;
            }
            ServiceNode service = (ServiceNode) child;
            assertThat(service.held ? service.declared() : service.spec())
                    .as(() -> "%s after %s".formatted(child.path(), story))
                    .isEqualTo(spec);
            assertThat(child.state())
                    .as(() -> "%s after %s".formatted(child.path(), story))
                    .isEqualTo(child.held ? ServiceState.STOPPED : ServiceState.RUNNING);
            assertThat(running.contains(child.path())).isEqualTo(!child.held);
        }

        @Override
        public void changed(ServiceNode service) {
            assertThat(running).doesNotContain(service.path());
        }

        @Override
        public void added(ServiceNode service) {}

        @Override
        public void removed(ServiceNode service) {
            assertThat(running).doesNotContain(service.path());
        }

        @Override
        public void launch(ServiceNode service) {
            assertThat(running.add(service.path()))
                    .as(() -> "%s runs once after %s".formatted(service.path(), story))
                    .isTrue();
        }

        @Override
        public void cancel(ServiceNode service) {
            cancelled.add(service.path());
        }

        @Override
        public void kill(ServiceNode service) {}

        @Override
        public String abandon(ServiceNode service) {
            return "";
        }

        @Override
        public void down(ServiceNode service) {
            running.remove(service.path());
        }

        @Override
        public void over(ServiceNode service) {}

        @Override
        public long lastBeat(ServiceNode service) {
            return now;
        }

        @Override
        public void finished(@Nullable Throwable failure) {
            throw new AssertionError("the host stopped: " + story, failure);
        }

        @Override
        public void event(ServiceEvent event) {}
    }

    /** Random declarations, and random changes of them. */
    private static final class Declarations {
        private static final Intensity PATIENT = new Intensity(1_000_000, Duration.ofSeconds(1));
        private final Random random;
        private int versions;

        Declarations(Random random) {
            this.random = random;
        }

        SupervisorSpec root() {
            return supervisor("host", 0);
        }

        private ChildSpec child(String name, int depth) {
            return depth < 2 && random.nextInt(3) == 0 ? supervisor(name, depth) : service(name);
        }

        private SupervisorSpec supervisor(String name, int depth) {
            List<ChildSpec> children = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                children.add(child("n" + i, depth + 1));
            }
            return supervisor(name, any(Strategy.values()), children);
        }

        private static SupervisorSpec supervisor(
                String name, Strategy strategy, List<ChildSpec> children) {
            SupervisorBuilder builder =
                    SupervisorSpec.named(name).strategy(strategy).intensity(PATIENT);
            children.forEach(builder::child);
            return builder.build();
        }

        private ServiceSpec service(String name) {
            return ServiceSpec.named(name, () -> {})
                    .argument("version", String.valueOf(versions++))
                    .stopWithin(Duration.ofSeconds(random.nextInt(4)))
                    .readyWithin(random.nextBoolean() ? Duration.ofSeconds(9) : Duration.ofDays(9))
                    .delay(
                            random.nextBoolean()
                                    ? RestartDelay.immediate()
                                    : RestartDelay.fixed(Duration.ofSeconds(2)))
                    .build();
        }

        SupervisorSpec changed(SupervisorSpec spec) {
            return changed(spec, 0);
        }

        private SupervisorSpec changed(SupervisorSpec spec, int depth) {
            List<ChildSpec> children = new ArrayList<>();
            for (ChildSpec child : spec.children()) {
                switch (random.nextInt(8)) {
                    case 0 -> {}
                    case 1 -> children.add(child(child.name(), depth + 1));
                    case 2, 3, 4 ->
                            children.add(
                                    child instanceof SupervisorSpec beneath
                                            ? changed(beneath, depth + 1)
                                            : child);
                    default -> children.add(child);
                }
            }
            if (random.nextInt(3) == 0) {
                String name = "n" + random.nextInt(6);
                if (children.stream().noneMatch(child -> child.name().equals(name))) {
                    children.add(random.nextInt(children.size() + 1), child(name, depth + 1));
                }
            }
            if (random.nextInt(5) == 0) {
                Collections.shuffle(children, random);
            }
            Strategy strategy = random.nextInt(5) == 0 ? any(Strategy.values()) : spec.strategy();
            return supervisor(spec.name(), strategy, children);
        }

        private <T> T any(T[] values) {
            return values[random.nextInt(values.length)];
        }
    }
}
