package dev.polyloom.process.pool;

import dev.polyloom.ProcessOptions;
import dev.polyloom.ScopeEvent;
import dev.polyloom.process.child.ExitReason;
import dev.polyloom.process.message.HeadStart;
import dev.polyloom.process.message.Station;
import dev.polyloom.process.transport.Connection;
import dev.polyloom.process.transport.Frame;
import dev.polyloom.process.transport.FrameType;
import dev.polyloom.process.transport.ProtocolException;
import dev.polyloom.process.transport.Ready;
import dev.polyloom.process.transport.Setup;
import dev.polyloom.process.transport.Taker;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The life of one worker from its start to its burial, in one thread of the primary: start the
 * process, let it in, set it up, read what it says until its socket ends, and see what it died of.
 */
final class WorkerLife implements Runnable {
    private static final Logger LOG = System.getLogger("dev.polyloom.process");
    private static final int MANY = 64;
    private static final Duration EXIT = Duration.ofSeconds(1);
    private static final Duration KILLED_EXIT = Duration.ofSeconds(10);

    private final PoolParts parts;
    private final Roster roster;
    private final WorkerLink link;
    private final Replies replies;

    private @Nullable Newcomer newcomer;
    private @Nullable WorkerOutput output;
    private @Nullable WorkerPage page;
    private @Nullable Throwable startFailure;
    private boolean ready;
    private int taken;

    WorkerLife(PoolParts parts, Roster roster, WorkerLink link) {
        this.parts = parts;
        this.roster = roster;
        this.link = link;
        this.replies = new Replies(roster, link, parts, this::settle);
    }

    void start() {
        try {
            Thread.ofPlatform().daemon().name("polyloom-" + link.name()).start(this);
        } catch (OutOfMemoryError e) {
            link.kill("could not be started: " + e.getMessage(), false);
            end();
        }
    }

    @Override
    public void run() {
        try {
            live();
        } catch (IOException e) {
            if (!link.killed()) {
                fault(e);
            }
        } catch (InterruptedException | RuntimeException e) {
            LOG.log(Level.ERROR, "worker " + link.name() + " is given up", e);
            fault(e);
        } finally {
            if (newcomer != null) {
                newcomer.close();
            }
            end();
        }
    }

    private void live() throws IOException, InterruptedException {
        Newcomer started = launch();
        try (Connection connection = started.arrived().get()) {
            setUp(connection);
            WorkerOutput _ = listen(started.process());
            serve(connection);
        } catch (ExecutionException e) {
            // it ended before it came
        }
    }

    private void fault(Exception e) {
        if (newcomer == null || newcomer.giveUp("it was given up")) {
            link.kill("could not be started: " + e.getMessage(), false);
        } else if (e instanceof ProtocolException) {
            link.kill("broke the protocol: " + e.getMessage() + ", killed", false);
        }
    }

    // ---- the start

    private Newcomer launch() throws IOException {
        if (link.killed()) {
            throw new IOException("stopped before its start");
        }
        Newcomer started = parts.launcher().start(link.number(), parts.entrance());
        newcomer = started;
        link.attach(started.process());
        if (!started.isHere()) {
            WorkerOutput _ = listen(started.process());
        }
        // while the process comes up
        started.offerRings();
        return started;
    }

    /** Hands on what the process writes. */
    private WorkerOutput listen(Process process) {
        WorkerOutput known = output;
        if (known == null) {
            known = WorkerOutput.of(link.name(), process);
            output = known;
        }
        return known;
    }

    private void setUp(Connection connection) {
        ProcessOptions options = parts.request().process();
        int lanes = options.concurrency();
        page = WorkerPage.create(parts.folder(), link, lanes, parts.pages());
        link.connected(connection, page.page(), 0);
        Setup setup =
                new Setup(
                        link.name(),
                        parts.request().coresPerWorker(),
                        page.path(),
                        lanes,
                        Supervision.beatMillis(options),
                        parts.initializer());
        connection.send(FrameType.SETUP, 0, setup.encode());
        Station mine = parts.router().station(link.number(), link.name(), link.pid(), connection);
        link.station = mine;
        HeadStart head =
                new HeadStart(
                        mine.id(),
                        ProcessHandle.current().pid(),
                        TimeUnit.NANOSECONDS.toMillis(Times.nanos(options.startTimeout())),
                        parts.heads());
        connection.send(FrameType.HEAD, 0, head.encode());
        connection.flush();
    }

    private Station station() {
        return Objects.requireNonNull(link.station, "not set up");
    }

    private void ready(Frame frame) throws ProtocolException {
        Ready news = Ready.decode(frame);
        long offset = System.nanoTime() - news.nanos();
        link.connected(link.connection(), news.page() ? link.page() : null, offset);
        ready = true;
        if (page != null) {
            page.removeFile();
        }
        announceStart();
        roster.update(steps -> roster.fleet().ready(link, steps));
        parts.launcher().proved();
        parts.router().ready(station());
    }

    private void announceStart() {
        LOG.log(
                Level.DEBUG,
                () -> "worker %s (pid %d) is ready".formatted(link.name(), link.pid()));
        parts.emit(
                new ScopeEvent.WorkerStarted(
                        parts.request().name(), Instant.now(), link.name(), link.pid()));
    }

    // ---- the time in between

    private void serve(Connection connection) throws IOException {
        try {
            connection.serve(
                    new Taker() {
                        @Override
                        public void take(Frame frame) throws ProtocolException {
                            checkTime(frame.type());
                            WorkerLife.this.take(frame);
                            if (++taken % MANY == 0) {
                                // who never pauses must not keep others waiting for its messages
                                station().flush();
                            }
                        }

                        @Override
                        public void caughtUp() throws ProtocolException {
                            station().flush();
                            replies.finish();
                            roster.advance();
                        }
                    });
        } finally {
            replies.finish();
        }
    }

    private void checkTime(FrameType type) throws ProtocolException {
        if (ready == isOfStart(type)) {
            String when = ready ? " when it had long been ready" : " before it was ready";
            throw new ProtocolException("it sent " + type + when);
        }
    }

    private static boolean isOfStart(FrameType type) {
        return type == FrameType.READY || type == FrameType.START_FAILED;
    }

    private void take(Frame frame) throws ProtocolException {
        if (frame.type().isReply()) {
            replies.add(frame);
            return;
        }
        replies.finish();
        switch (frame.type()) {
            case READY -> ready(frame);
            case START_FAILED -> startFailed(frame);
            case MESSAGE -> parts.router().pass(station(), frame.payload());
            case STARTED -> started(frame.task(), frame.number(0));
            case HEARTBEAT -> roster.note(link::beatByFrame);
            case DROPPED -> dropped(frame);
            case RECALLED -> recalled(frame);
            case STOPPING -> closeInput();
            default -> throw new ProtocolException("a worker does not send " + frame.type());
        }
    }

    /** Takes down why the worker cannot start, and lets it go. */
    private void startFailed(Frame frame) {
        startFailure = decode(frame.payload());
        link.connection().send(FrameType.STOP, 0);
        link.connection().flush();
    }

    private void started(long task, long nanos) {
        roster.note(() -> link.startedByFrame(task, nanos));
    }

    private Throwable decode(byte[] failure) {
        CompletableFuture<Throwable> decoded = new CompletableFuture<>();
        parts.results().decodeFailure(failure, decoded::complete);
        try {
            long limit = parts.results().limit().toMillis() * 2;
            return decoded.get(limit, TimeUnit.MILLISECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            return e;
        }
    }

    private void dropped(Frame frame) {
        PoolTask task = roster.dropped(link, frame.task());
        if (task != null) {
            settle(task, () -> task.task().fail(new CancellationException()));
        }
    }

    private void recalled(Frame frame) throws ProtocolException {
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < frame.payload().length / Long.BYTES; i++) {
            numbers.add(frame.number(i));
        }
        roster.recalled(link, numbers);
    }

    // ---- the end

    private void end() {
        int code = awaitExit();
        Estate estate = roster.bury(link, code == 0, ready);
        try {
            // others go on with its tasks while we find out what happened
            roster.requeue(estate.unstarted());
            WorkerDeath death = diagnose(code);
            if (page != null) {
                page.close();
            }
            tellPeers(death, estate.expected());
            LOG.log(estate.expected() ? Level.DEBUG : Level.WARNING, death::toString);
            estate.started().forEach(task -> settle(task, () -> death.bereave(task)));
            estate.doomed().forEach(task -> settle(task, () -> death.failQueued(task)));
            if (ready) {
                announceEnd(death, estate.expected());
            }
        } finally {
            roster.settled(1);
        }
    }

    private void tellPeers(WorkerDeath death, boolean expected) {
        Station mine = link.station;
        if (mine != null) {
            parts.router().gone(mine, why(death, expected), expected ? null : death.toPeers());
        }
        if (!ready && roster.hasFailedToStart()) {
            Throwable failure = death.startFailure();
            parts.router().cannotStart(failure != null ? failure : death.toPeers());
        }
    }

    private String why(WorkerDeath death, boolean expected) {
        return expected && link.retiring != null ? link.retiring : death.reason();
    }

    private void announceEnd(WorkerDeath death, boolean expected) {
        String why = why(death, expected);
        parts.emit(
                new ScopeEvent.WorkerEnded(
                        parts.request().name(),
                        Instant.now(),
                        link.name(),
                        link.pid(),
                        why,
                        expected));
    }

    /** Completes a task in hand. What hangs on an asynchronous one is user code, so not here. */
    private void settle(PoolTask task, Runnable completion) {
        if (task.task().isAsync()) {
            Thread.ofVirtual()
                    .name("polyloom-" + link.name() + "-settle")
                    .start(() -> settleHere(completion));
        } else {
            settleHere(completion);
        }
    }

    private void settleHere(Runnable completion) {
        try {
            completion.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "worker " + link.name() + ": a task was not completed", e);
        } finally {
            roster.settled(1);
        }
    }

    /** Waits until the process has ended, and returns its exit code. */
    private int awaitExit() {
        Process process = link.process();
        if (process == null) {
            return -1;
        }
        awaitExit(process);
        return process.isAlive() ? -1 : process.exitValue();
    }

    private void awaitExit(Process process) {
        try {
            if (!process.waitFor(EXIT.toMillis(), TimeUnit.MILLISECONDS)) {
                link.kill("closed its connection, killed", false);
                boolean _ = process.waitFor(KILLED_EXIT.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    private void closeInput() {
        Process process = link.process();
        if (process != null) {
            try {
                process.getOutputStream().close();
            } catch (IOException e) {
                // it has ended
            }
        }
    }

    /** Says what it died of when its output is read. */
    private WorkerDeath diagnose(int code) {
        Process process = link.process();
        if (process != null) {
            listen(process).awaitDrained();
        }
        closeInput();
        List<String> lastWords = output == null ? List.of() : output.lastWords();
        String reason = reason(code, lastWords);
        return new WorkerDeath(link, code, reason, lastWords, startFailure);
    }

    private String reason(int code, List<String> lastWords) {
        String killed = link.killReason();
        if (killed != null) {
            return killed;
        }
        if (startFailure != null) {
            return "ended as its initializer failed with " + startFailure.getClass().getName();
        }
        return ExitReason.describe(code, output == null ? null : output.crash(), lastWords);
    }
}
