package dev.polyloom.supervisor.tree;

import dev.polyloom.supervisor.AutoShutdown;
import dev.polyloom.supervisor.ChildSpec;
import dev.polyloom.supervisor.Restart;
import dev.polyloom.supervisor.ServiceSpec;
import dev.polyloom.supervisor.ServiceState;
import dev.polyloom.supervisor.Strategy;
import dev.polyloom.supervisor.SupervisorSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the documentation says of supervision, written down as simply as possible: everything is
 * found by looking through lists. Its log is what a tree should do and tell.
 */
final class TreeModel {
    /** A service or supervisor. */
    static final class Kid {
        final ChildSpec spec;
        final @Nullable Kid boss;
        final String path;
        final List<Kid> kids = new ArrayList<>();
        ServiceState state = ServiceState.STOPPED;
        int incarnation;
        int restarts;
        int attempt;
        long readyAt = -1;
        long crashedAt = -1;
        long beat;
        long alarm = -1;
        long alarmNumber;
        boolean held;
        boolean again;
        boolean removed;
        boolean startedOnce;
        boolean begun;
        boolean killed;
        @Nullable String doom;

        String doing = "nothing";
        Set<Kid> todo = new HashSet<>();
        Set<Kid> group = new HashSet<>();
        long groupDue;
        @Nullable String exit;
        boolean allAsked;
        boolean busy;
        List<Long> crashes = new ArrayList<>();

        Kid(ChildSpec spec, @Nullable Kid boss) {
            this.spec = spec;
            this.boss = boss;
            this.path = boss == null ? spec.name() : boss.path + "/" + spec.name();
        }

        Kid boss() {
            return Objects.requireNonNull(boss);
        }

        ServiceSpec service() {
            return (ServiceSpec) spec;
        }

        SupervisorSpec supervisor() {
            return (SupervisorSpec) spec;
        }

        boolean isService() {
            return spec instanceof ServiceSpec;
        }

        boolean live() {
            return List.of(ServiceState.STARTING, ServiceState.RUNNING, ServiceState.STOPPING)
                    .contains(state);
        }
    }

    final List<String> log = new ArrayList<>();
    final Map<String, Kid> all = new HashMap<>();
    final Kid root;
    final Random random;
    final long killWithin;
    long now;
    boolean hurried;
    boolean finished;
    private long alarms;

    TreeModel(SupervisorSpec spec, Duration killWithin, Random random) {
        this.random = random;
        this.killWithin = killWithin.toNanos();
        this.root = grow(spec, null);
    }

    private Kid grow(ChildSpec spec, @Nullable Kid boss) {
        Kid kid = new Kid(spec, boss);
        all.put(kid.path, kid);
        if (spec instanceof SupervisorSpec supervisor) {
            supervisor.children().forEach(child -> kid.kids.add(grow(child, kid)));
        }
        return kid;
    }

    private void say(String what, Kid kid, Object... more) {
        StringBuilder line = new StringBuilder(what).append(' ').append(kid.path);
        for (Object part : more) {
            line.append(' ').append(part);
        }
        log.add(line.toString());
    }

    // What happens.

    void start() {
        launch(root);
    }

    void started(Kid kid) {
        if (kid.state == ServiceState.STARTING && !kid.begun) {
            kid.begun = true;
            say("Started", kid, kid.incarnation);
            if (kid.service().readyWithin() == null) {
                becomeReady(kid);
            }
        }
    }

    void ready(Kid kid) {
        if (kid.state == ServiceState.STARTING && kid.service().readyWithin() != null) {
            started(kid);
            becomeReady(kid);
        }
    }

    void ended(Kid kid, @Nullable String failure) {
        if (!kid.live()) {
            return;
        }
        boolean asked = kid.state == ServiceState.STOPPING;
        die(kid);
        log.add("down " + kid.path);
        String verdict;
        if (kid.doom != null) {
            verdict = kid.doom;
        } else if (asked || failure == null) {
            say("Stopped", kid, failure == null ? "-" : failure);
            verdict = null;
        } else {
            say("Crashed", kid, failure);
            verdict = failure;
        }
        childDown(kid, verdict);
    }

    void failing(Kid kid, String cause) {
        if (kid.state == ServiceState.STARTING || kid.state == ServiceState.RUNNING) {
            kid.doom = cause;
            kid.state = ServiceState.STOPPING;
            say("Crashed", kid, cause);
            log.add("cancel " + kid.path);
            kill(kid);
        }
    }

    void advance(long time) {
        now = time;
        while (next() <= now) {
            Kid due =
                    all.values().stream()
                            .filter(kid -> kid.alarm >= 0)
                            .min(
                                    Comparator.<Kid>comparingLong(kid -> kid.alarm)
                                            .thenComparingLong(kid -> kid.alarmNumber))
                            .orElseThrow();
            due.alarm = -1;
            ring(due);
        }
    }

    long next() {
        return all.values().stream()
                .filter(kid -> kid.alarm >= 0)
                .mapToLong(kid -> kid.alarm)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    void stopAll() {
        if (root.live()) {
            stop(root);
        }
    }

    void hurry() {
        hurried = true;
        hurry(root);
    }

    void add(Kid boss, ChildSpec spec) {
        Kid kid = grow(spec, boss);
        boss.kids.add(kid);
        switch (boss.doing) {
            case "starting" -> boss.todo.add(kid);
            case "stopping", "delayed" -> boss.group.add(kid);
            default -> {}
        }
        if (boss.live() && boss.doing.equals("nothing")) {
            launch(kid);
        }
    }

    void remove(Kid kid) {
        kid.removed = true;
        if (kid.live()) {
            stop(kid);
        } else {
            kid.alarm = -1;
            forget(kid);
            goOn(kid.boss());
        }
    }

    void hold(Kid kid) {
        kid.held = true;
        kid.again = false;
        if (kid.live()) {
            stop(kid);
        } else {
            kid.alarm = -1;
            kid.state = ServiceState.STOPPED;
            goOn(kid.boss());
        }
    }

    void release(Kid kid) {
        kid.held = false;
        if (kid.state == ServiceState.STOPPING) {
            kid.again = true;
        } else if (!kid.live() && mayStartAlone(kid)) {
            launch(kid);
        } else if (kid.state == ServiceState.ENDED) {
            kid.state = ServiceState.STOPPED;
        }
    }

    void restart(Kid kid) {
        if (kid.state == ServiceState.STARTING || kid.state == ServiceState.RUNNING) {
            kid.held = false;
            kid.again = true;
            stop(kid);
        } else {
            release(kid);
        }
    }

    // What follows.

    private boolean mayStartAlone(Kid kid) {
        Kid boss = kid.boss();
        return boss.live()
                && switch (boss.doing) {
                    case "nothing" -> true;
                    case "starting" -> !boss.todo.contains(kid) || firstToDo(boss) == kid;
                    case "stopping", "delayed" -> !boss.group.contains(kid);
                    default -> false;
                };
    }

    private static @Nullable Kid firstToDo(Kid boss) {
        return boss.kids.stream().filter(boss.todo::contains).findFirst().orElse(null);
    }

    private void alarm(Kid kid, long at) {
        kid.alarm = at;
        kid.alarmNumber = alarms++;
    }

    private void launch(Kid kid) {
        kid.alarm = -1;
        kid.incarnation++;
        kid.readyAt = -1;
        kid.startedOnce = true;
        kid.begun = false;
        kid.killed = false;
        kid.doom = null;
        kid.state = ServiceState.STARTING;
        say("Starting", kid, kid.incarnation);
        if (kid.isService()) {
            if (kid.service().readyWithin() != null) {
                alarm(kid, now + kid.service().readyWithin().toNanos());
            }
            kid.beat = now;
            log.add("launch " + kid.path);
        } else {
            kid.crashes.clear();
            kid.exit = null;
            say("Started", kid, kid.incarnation);
            for (Kid child : kid.kids) {
                child.attempt = 0;
                child.crashedAt = -1;
                child.startedOnce = false;
                child.state = ServiceState.STOPPED;
            }
            startThese(kid, kid.kids);
        }
    }

    private void startThese(Kid boss, List<Kid> which) {
        boss.doing = "starting";
        boss.todo = new HashSet<>(which);
        goOn(boss);
    }

    private void goOn(Kid boss) {
        switch (boss.doing) {
            case "starting" -> goOnStarting(boss);
            case "stopping", "shutdown" -> goOnStopping(boss);
            default -> {}
        }
    }

    private void goOnStarting(Kid boss) {
        if (boss.busy) {
            return;
        }
        boss.busy = true;
        try {
            for (Kid kid = firstToDo(boss); kid != null; kid = firstToDo(boss)) {
                if (kid.state == ServiceState.STOPPED && !kid.held) {
                    launch(kid);
                }
                boolean settled =
                        List.of(ServiceState.RUNNING, ServiceState.STOPPED, ServiceState.ENDED)
                                .contains(kid.state);
                if (!settled && boss.supervisor().strategy() != Strategy.DYNAMIC) {
                    return;
                }
                boss.todo.remove(kid);
            }
        } finally {
            boss.busy = false;
        }
        boss.doing = "nothing";
        if (boss.state == ServiceState.STARTING) {
            becomeReady(boss);
        }
    }

    private void becomeReady(Kid kid) {
        kid.alarm = -1;
        if (kid.isService() && kid.service().heartbeat() != null) {
            alarm(kid, now + kid.service().heartbeat().toNanos());
        }
        kid.state = ServiceState.RUNNING;
        kid.readyAt = now;
        say("Ready", kid, kid.incarnation);
        if (kid.crashedAt >= 0) {
            say("Restarted", kid, kid.restarts, Duration.ofNanos(now - kid.crashedAt));
            kid.crashedAt = -1;
        }
        if (kid.boss != null && kid.boss.doing.equals("starting")) {
            goOnStarting(kid.boss);
        }
    }

    private void die(Kid kid) {
        kid.alarm = -1;
        kid.state = ServiceState.STOPPED;
    }

    private void childDown(Kid kid, @Nullable String failure) {
        Kid boss = kid.boss();
        boolean wanted =
                boss.doing.equals("shutdown")
                        || (boss.doing.equals("stopping") && boss.group.contains(kid));
        if (kid.removed) {
            forget(kid);
            goOn(boss);
        } else if (wanted) {
            kid.again = false;
            goOn(boss);
        } else if (kid.again) {
            kid.again = false;
            launch(kid);
        } else if (kid.held) {
            goOn(boss);
        } else {
            judge(boss, kid, failure);
        }
    }

    private void judge(Kid boss, Kid kid, @Nullable String failure) {
        Restart when = kid.spec.policy().restart();
        boolean restart =
                when == Restart.PERMANENT || (when == Restart.TRANSIENT && failure != null);
        if (!restart) {
            end(kid);
            finishedOnce(boss, kid);
            return;
        }
        SupervisorSpec spec = boss.supervisor();
        long window = spec.intensity().window().toNanos();
        long recent = boss.crashes.stream().filter(time -> now - time < window).count();
        if (recent + 1 > spec.intensity().restarts()) {
            end(kid);
            String cause = failure == null ? "end" : failure;
            say("GaveUp", kid, cause);
            say("Escalated", boss, "gave-up(" + cause + ")");
            shutdown(boss, "gave-up(" + cause + ")");
            return;
        }
        boss.crashes.add(now);
        long healthy = kid.spec.policy().healthyAfter().toNanos();
        if (kid.readyAt >= 0 && now - kid.readyAt >= healthy) {
            kid.attempt = 0;
        }
        Duration delay = kid.spec.policy().delay().before(kid.attempt, random.nextDouble());
        kid.attempt++;
        kid.restarts++;
        kid.crashedAt = kid.crashedAt < 0 ? now : kid.crashedAt;
        say("Restarting", kid, delay, kid.restarts);
        switch (spec.strategy()) {
            case ONE_FOR_ONE, DYNAMIC -> {
                if (delay.isZero()) {
                    launch(kid);
                } else {
                    kid.state = ServiceState.WAITING;
                    alarm(kid, now + delay.toNanos());
                }
            }
            case ONE_FOR_ALL -> regroup(boss, boss.kids, delay);
            case REST_FOR_ONE ->
                    regroup(
                            boss,
                            boss.kids.subList(boss.kids.indexOf(kid), boss.kids.size()),
                            delay);
        }
    }

    private void regroup(Kid boss, List<Kid> which, Duration delay) {
        if (!boss.doing.equals("stopping") && !boss.doing.equals("delayed")) {
            boss.group.clear();
            boss.groupDue = 0;
        }
        boss.group.addAll(which);
        boss.groupDue = Math.max(boss.groupDue, now + delay.toNanos());
        boss.alarm = -1;
        boss.doing = "stopping";
        goOnStopping(boss);
    }

    private void finishedOnce(Kid boss, Kid kid) {
        AutoShutdown auto = boss.supervisor().autoShutdown();
        boolean allOver =
                boss.kids.stream()
                        .filter(child -> child.spec.policy().significant())
                        .allMatch(child -> child.state == ServiceState.ENDED);
        boolean ends =
                auto == AutoShutdown.ANY_SIGNIFICANT
                        || (auto == AutoShutdown.ALL_SIGNIFICANT && allOver);
        if (kid.spec.policy().significant() && ends) {
            say("Stopping", boss);
            shutdown(boss, null);
        } else {
            if (boss.supervisor().strategy() == Strategy.DYNAMIC) {
                forget(kid);
            }
            goOn(boss);
        }
    }

    private void end(Kid kid) {
        kid.state = ServiceState.ENDED;
        if (kid.isService()) {
            log.add("over " + kid.path);
        }
    }

    private void shutdown(Kid boss, @Nullable String exit) {
        boss.exit = exit;
        boss.state = ServiceState.STOPPING;
        boss.alarm = -1;
        boss.doing = "shutdown";
        boss.allAsked = false;
        goOnStopping(boss);
    }

    private void goOnStopping(Kid boss) {
        if (boss.busy) {
            return;
        }
        boss.busy = true;
        boolean gone = stopThem(boss);
        boss.busy = false;
        if (gone && boss.doing.equals("shutdown")) {
            down(boss);
        } else if (gone) {
            groupGone(boss);
        }
    }

    private boolean stopThem(Kid boss) {
        if (hurried || boss.supervisor().strategy() == Strategy.DYNAMIC) {
            if (!boss.allAsked) {
                boss.allAsked = true;
                List.copyOf(boss.kids)
                        .forEach(kid -> {
                            if (hurried) {
                                hurry(kid);
                            } else {
                                stop(kid);
                            }
                        });
            }
            return boss.kids.stream().noneMatch(Kid::live);
        }
        boolean everyone = boss.doing.equals("shutdown");
        for (Kid kid : List.copyOf(boss.kids).reversed()) {
            if (everyone || boss.group.contains(kid)) {
                stop(kid);
                if (kid.live()) {
                    return false;
                }
            }
        }
        return true;
    }

    private void groupGone(Kid boss) {
        boolean later = boss.groupDue > now;
        List<Kid> members = boss.kids.stream().filter(boss.group::contains).toList();
        for (Kid kid : members) {
            if (kid.spec.policy().restart() == Restart.TEMPORARY && kid.startedOnce) {
                end(kid);
            } else {
                kid.state = later && !kid.held ? ServiceState.WAITING : ServiceState.STOPPED;
            }
        }
        if (later) {
            boss.doing = "delayed";
            alarm(boss, boss.groupDue);
        } else {
            startThese(boss, members);
        }
    }

    private void down(Kid boss) {
        boss.doing = "nothing";
        die(boss);
        if (boss.exit == null) {
            say("Stopped", boss, "-");
        } else {
            say("Crashed", boss, boss.exit);
        }
        if (boss.boss == null) {
            finished = true;
            log.add("finished " + boss.exit);
        } else {
            childDown(boss, boss.exit);
        }
    }

    private void stop(Kid kid) {
        if (kid.state == ServiceState.WAITING) {
            die(kid);
        }
        if (!kid.isService()) {
            if (kid.live() && !kid.doing.equals("shutdown")) {
                say("Stopping", kid);
                shutdown(kid, null);
            }
        } else if (kid.state == ServiceState.STARTING || kid.state == ServiceState.RUNNING) {
            kid.state = ServiceState.STOPPING;
            say("Stopping", kid);
            log.add("cancel " + kid.path);
            if (kid.service().stopWithin().isZero()) {
                kill(kid);
            } else {
                alarm(kid, now + kid.service().stopWithin().toNanos());
            }
        }
    }

    private void kill(Kid kid) {
        kid.killed = true;
        alarm(kid, now + killWithin);
        say("Killed", kid);
        log.add("kill " + kid.path);
    }

    private void hurry(Kid kid) {
        stop(kid);
        if (kid.live() && kid.isService() && !kid.killed) {
            kill(kid);
        } else if (kid.live() && !kid.isService()) {
            kid.allAsked = false;
            goOnStopping(kid);
        }
    }

    private void ring(Kid kid) {
        switch (kid.state) {
            case WAITING -> launch(kid);
            case STARTING, RUNNING -> {
                if (!kid.isService()) {
                    List<Kid> members = kid.kids.stream().filter(kid.group::contains).toList();
                    members.stream()
                            .filter(member -> member.state == ServiceState.WAITING)
                            .forEach(this::die);
                    startThese(kid, members);
                } else if (kid.state == ServiceState.STARTING) {
                    failing(kid, "stalled");
                } else {
                    checkBeat(kid);
                }
            }
            case STOPPING -> {
                if (kid.killed) {
                    log.add("abandon " + kid.path);
                    say("Abandoned", kid);
                    ended(kid, null);
                } else {
                    kill(kid);
                }
            }
            default -> {}
        }
    }

    private void checkBeat(Kid kid) {
        long due =
                Math.max(kid.beat, kid.readyAt)
                        + Objects.requireNonNull(kid.service().heartbeat()).toNanos();
        if (due <= now) {
            failing(kid, "stalled");
        } else {
            alarm(kid, due);
        }
    }

    private void forget(Kid kid) {
        kid.boss().kids.remove(kid);
        erase(kid);
    }

    private void erase(Kid kid) {
        all.remove(kid.path);
        if (kid.isService()) {
            log.add("removed " + kid.path);
        }
        kid.kids.forEach(this::erase);
    }
}
