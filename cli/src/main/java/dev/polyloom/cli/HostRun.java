package dev.polyloom.cli;

import dev.polyloom.cli.control.ControlException;
import dev.polyloom.cli.control.ControlServer;
import dev.polyloom.hostfile.HostFile;
import dev.polyloom.hostfile.HostFileException;
import dev.polyloom.loadout.Problem;
import dev.polyloom.process.child.Signals;
import dev.polyloom.supervisor.EscalationException;
import dev.polyloom.supervisor.Host;
import dev.polyloom.supervisor.HostUpdate;
import java.io.FileInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** A host of the command from its start to its end: signals, control socket, live tree. */
final class HostRun {
    private static final int BY_SIGNAL = 128;
    private static final int INT = 2;
    private static final int TERM = 15;

    private final StatusLine status;
    private final Duration stopWithin;
    private final boolean onTerminal;
    private final boolean live;
    private final Host host;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicInteger stops = new AtomicInteger();
    private final AtomicInteger killedBy = new AtomicInteger();
    private HostFile file;

    HostRun(
            HostFile file,
            StatusLine status,
            Duration stopWithin,
            boolean onTerminal,
            boolean live) {
        this.file = file;
        this.status = status;
        this.stopWithin = stopWithin;
        this.onTerminal = onTerminal;
        this.live = live;
        this.host = file.host().build();
    }

    int run() throws IOException, InterruptedException {
        try (ControlServer _ = ControlServer.open(file.name(), new HostControl(host)::answer);
                Interruption _ = Interruption.onStop(this::stopWithJvm)) {
            HostLog.of(file.name());
            hearSignals();
            host.start();
            try (LiveTree _ = live ? LiveTree.show(host, status) : LiveTree.NONE) {
                host.awaitStop();
            }
        } catch (ControlException e) {
            throw new Misuse(String.valueOf(e.getMessage()));
        } catch (EscalationException e) {
            status.note(Texts.cause(e) + "; the last crash was " + Texts.cause(rootOf(e)));
            return ExitCode.FAILED;
        }
        return killedBy.get() == 0 ? ExitCode.OK : BY_SIGNAL + killedBy.get();
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root instanceof EscalationException && root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** Somebody ends this JVM by other means than a signal, such as a service that calls exit. */
    private boolean stopWithJvm() {
        host.stop(stopWithin);
        return false;
    }

    private void hearSignals() {
        boolean _ = Signals.on("INT", () -> stop("SIGINT", INT));
        boolean _ = Signals.on("TERM", () -> stop("SIGTERM", TERM));
        boolean _ = Signals.on("HUP", () -> Thread.startVirtualThread(this::hangUp));
    }

    private void stop(String signal, int number) {
        switch (stops.incrementAndGet()) {
            case 1 -> {
                status.note(signal + ": stopping; a second signal kills");
                Thread.startVirtualThread(() -> host.stop(stopWithin));
            }
            case 2 -> {
                killedBy.set(number);
                status.note(signal + ": killing what is left");
                Thread.startVirtualThread(() -> host.stop(Duration.ZERO));
            }
            default -> Runtime.getRuntime().halt(BY_SIGNAL + number);
        }
    }

    /** A terminal that is closed takes its program along; else the signal asks to read again. */
    private void hangUp() {
        if (onTerminal && terminalIsGone()) {
            status.mute();
            host.stop(stopWithin);
        } else {
            readAgain();
        }
    }

    private static boolean terminalIsGone() {
        try (FileInputStream _ = new FileInputStream("/dev/tty")) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private void readAgain() {
        reading.lock();
        try {
            HostFile next = file.readAgain();
            HostUpdate update = host.update(next.host());
            file = next;
            status.note("read again: " + update);
        } catch (HostFileException e) {
            status.note("read again, and nothing is changed, for the file is wrong:");
            e.problems().stream().map(Problem::toString).forEach(status::note);
        } catch (IllegalArgumentException | IllegalStateException e) {
            status.note("read again, and nothing is changed: " + e.getMessage());
        } finally {
            reading.unlock();
        }
    }
}
