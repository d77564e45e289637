package dev.polyloom.supervisor.internal;

import dev.polyloom.supervisor.CancellationToken;
import dev.polyloom.supervisor.EventLoop;
import dev.polyloom.supervisor.Health;
import dev.polyloom.supervisor.Mailbox;
import dev.polyloom.supervisor.ServiceContext;
import dev.polyloom.supervisor.ServiceListener;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** The context of one start of a service, and the mailbox as it sees it. */
record LaunchContext(Incarnation launch) implements ServiceContext, Mailbox {
    @Override
    public CancellationToken token() {
        return launch.source.token();
    }

    @Override
    public void ready() {
        launch.ready();
    }

    @Override
    public void heartbeat() {
        launch.beat();
    }

    @Override
    public void health(Health health) {
        launch.health(health);
    }

    @Override
    public Mailbox mailbox() {
        return this;
    }

    @Override
    public String path() {
        return launch.path();
    }

    @Override
    public int incarnation() {
        return launch.number;
    }

    @Override
    public Map<String, String> arguments() {
        return launch.cell.node.spec().arguments();
    }

    @Override
    public System.Logger logger() {
        return System.getLogger(path().replace('/', '.'));
    }

    @Override
    public EventLoop loop() {
        return launch.loop();
    }

    @Override
    public boolean send(String path, Object message) {
        return launch.send(path, message);
    }

    @Override
    public void observe(String path, ServiceListener listener) {
        launch.observe(path, listener);
    }

    @Override
    public Object receive() throws InterruptedException {
        while (true) {
            Object message = box().take(launch.number, Long.MAX_VALUE);
            if (message != null) {
                return message;
            }
        }
    }

    @Override
    public Optional<Object> receive(Duration most) throws InterruptedException {
        long nanos = TimeUnit.NANOSECONDS.convert(most);
        return Optional.ofNullable(box().take(launch.number, nanos));
    }

    @Override
    public Optional<Object> poll() {
        return Optional.ofNullable(box().poll(launch.number));
    }

    @Override
    public CompletionStage<Object> receiveAsync() {
        return box().takeAsync(launch.number).thenApplyAsync(message -> message, launch::follow);
    }

    private Letterbox box() {
        return launch.cell.box;
    }
}
