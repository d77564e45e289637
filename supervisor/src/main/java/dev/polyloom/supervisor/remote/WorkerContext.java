package dev.polyloom.supervisor.remote;

import dev.polyloom.process.Pipe;
import dev.polyloom.supervisor.CancellationToken;
import dev.polyloom.supervisor.EventLoop;
import dev.polyloom.supervisor.Health;
import dev.polyloom.supervisor.Mailbox;
import dev.polyloom.supervisor.ServiceContext;
import dev.polyloom.supervisor.ServiceEvent;
import dev.polyloom.supervisor.ServiceListener;
import dev.polyloom.supervisor.internal.Log;
import dev.polyloom.supervisor.internal.Results;
import dev.polyloom.supervisor.made.OwnProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What a service in a worker process knows and can tell: all of it goes to the host. */
final class WorkerContext implements ServiceContext, OwnProcess {
    private static final int BEATS_PER_LIMIT = 8;
    private static final int MOST_EVENTS = 1 << 12;

    private final ServiceOrder order;
    private final Pipe host;
    private final CancellationToken token;
    private final RemoteMailbox mailbox;
    private final long beatNanos;
    private final AtomicLong nextBeat = new AtomicLong(System.nanoTime());
    private final List<ServiceListener> listeners = new CopyOnWriteArrayList<>();
    private final ThreadPoolExecutor events =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(MOST_EVENTS),
                    Thread.ofVirtual().name("service-events").factory(),
                    (_, _) -> Log.warn("a listener is too slow, and misses an event"));
    private volatile @Nullable EventLoop loop;

    WorkerContext(ServiceOrder order, Pipe host, CancellationToken token) {
        this.order = order;
        this.host = host;
        this.token = token;
        this.mailbox = new RemoteMailbox(order.start(), host, this::follow);
        Duration limit = order.heartbeat();
        this.beatNanos = limit == null ? 0 : limit.dividedBy(BEATS_PER_LIMIT).toNanos();
    }

    void on(EventLoop value) {
        loop = value;
    }

    private void follow(Runnable action) {
        EventLoop present = loop;
        if (present == null) {
            Thread.startVirtualThread(action);
        } else {
            present.execute(action);
        }
    }

    @Override
    public CancellationToken token() {
        return token;
    }

    @Override
    public void ready() {
        tell(new ServiceMessage.Ready(order.start()));
    }

    /** Tells the host only as often as it needs to know. */
    @Override
    public void heartbeat() {
        if (order.heartbeat() != null) {
            long now = System.nanoTime();
            long next = nextBeat.get();
            if (now - next >= 0 && nextBeat.compareAndSet(next, now + beatNanos)) {
                tell(new ServiceMessage.Beat(order.start()));
            }
        }
    }

    @Override
    public void health(Health health) {
        tell(new ServiceMessage.Feels(order.start(), health));
    }

    private void tell(ServiceMessage message) {
        host.send(ServiceMessage.NAME, message);
    }

    @Override
    public Mailbox mailbox() {
        return mailbox;
    }

    @Override
    public String path() {
        return order.path();
    }

    @Override
    public int incarnation() {
        return order.incarnation();
    }

    @Override
    public Map<String, String> arguments() {
        return order.arguments();
    }

    @Override
    public System.Logger logger() {
        return System.getLogger(path().replace('/', '.'));
    }

    @Override
    public EventLoop loop() {
        EventLoop present = loop;
        if (present == null) {
            throw new IllegalStateException(
                    path() + " runs in a process without an event loop; see processLoop()");
        }
        return present;
    }

    @Override
    public boolean send(String path, Object message) {
        return Results.join(
                host.<Boolean>request(
                        ServiceMessage.NAME,
                        new ServiceMessage.Sends(order.start(), path, message)));
    }

    @Override
    public void observe(String path, ServiceListener listener) {
        listeners.add(listener);
        int number = listeners.indexOf(listener);
        tell(new ServiceMessage.Observes(order.start(), path, number));
    }

    /** Lets a listener hear an event, on a thread where it holds up nothing but listeners. */
    void observed(int listener, ServiceEvent event) {
        events.execute(() -> listeners.get(listener).on(event));
    }

    /** Nothing more is told or heard. */
    void close() {
        mailbox.close(token.isCancelled());
        events.shutdownNow();
    }

    @Override
    public void exit(int code) {
        Thread.ofPlatform().name("exit").start(() -> System.exit(code));
    }
}
