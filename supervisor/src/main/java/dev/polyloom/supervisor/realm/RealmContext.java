package dev.polyloom.supervisor.realm;

import dev.polyloom.isolate.Realm;
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

/** The host's context and mailbox for a service in a realm: messages are copied. */
record RealmContext(ServiceContext host, Realm realm) implements ServiceContext, Mailbox {
    @Override
    public CancellationToken token() {
        return host.token();
    }

    @Override
    public void ready() {
        host.ready();
    }

    @Override
    public void heartbeat() {
        host.heartbeat();
    }

    @Override
    public void health(Health health) {
        host.health(health);
    }

    @Override
    public Mailbox mailbox() {
        return this;
    }

    @Override
    public String path() {
        return host.path();
    }

    @Override
    public int incarnation() {
        return host.incarnation();
    }

    @Override
    public Map<String, String> arguments() {
        return host.arguments();
    }

    @Override
    public System.Logger logger() {
        return host.logger();
    }

    @Override
    public EventLoop loop() {
        return host.loop();
    }

    @Override
    public boolean send(String path, Object message) {
        return host.send(path, realm.copyOut(message));
    }

    @Override
    public void observe(String path, ServiceListener listener) {
        host.observe(path, listener);
    }

    @Override
    public Object receive() throws InterruptedException {
        return realm.copyIn(host.mailbox().receive());
    }

    @Override
    public Optional<Object> receive(Duration most) throws InterruptedException {
        return host.mailbox().receive(most).map(realm::copyIn);
    }

    @Override
    public Optional<Object> poll() {
        return host.mailbox().poll().map(realm::copyIn);
    }

    @Override
    public CompletionStage<Object> receiveAsync() {
        return host.mailbox().receiveAsync().thenApply(realm::copyIn);
    }
}
