package dev.polyloom.process.worker;

import dev.polyloom.process.transport.Connection;
import dev.polyloom.process.transport.Frame;
import dev.polyloom.process.transport.FrameType;
import dev.polyloom.process.transport.ProtocolException;
import dev.polyloom.process.transport.StatusPage;
import dev.polyloom.process.transport.Taker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The worker's end of the connection: takes tasks, starts them strictly in the order in which they
 * came, at most so many at once, and answers.
 */
final class TaskRunner {
    private static final long IDLE_SECONDS = 10;

    /** Less than the primary waits before it kills. */
    private static final long MESSAGES_NANOS = TimeUnit.SECONDS.toNanos(3);

    /** How long peers may take to hear that this worker ends. */
    private static final long LAST_WORDS_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** Tells the thread that watches standard input that its end is none of the primary's. */
    private static final String STOPPING = "polyloom.worker.stopping";

    private final Connection connection;
    private final Replies replies;
    private final TaskReader reader;
    private final WorkerHead head;
    private final String name;
    private final int concurrency;
    private final @Nullable StatusPage page;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition rest = lock.newCondition();
    private final Deque<RemoteTask> waiting = new ArrayDeque<>();

    /** Arrays that have come before their task; for who takes frames. */
    private final Map<Long, List<byte[]>> arrays = new HashMap<>();

    /** Tasks that have come and are added together; for who takes frames. */
    private final List<RemoteTask> arrived = new ArrayList<>();

    private volatile @Nullable Thread receiver;

    /** How many tasks wait, for those who do not hold the lock. */
    private volatile int backlog;

    private final Lanes lanes;
    private int threads;
    private int idle;
    private boolean over;
    private long threadsMade;

    TaskRunner(
            Connection connection,
            Replies replies,
            TaskReader reader,
            WorkerHead head,
            int concurrency,
            @Nullable StatusPage page) {
        this.connection = connection;
        this.replies = replies;
        this.reader = reader;
        this.head = head;
        this.name = head.name();
        this.concurrency = concurrency;
        this.page = page;
        this.lanes = new Lanes(concurrency);
    }

    /**
     * Serves the primary until the connection ends; its threads end when they have nothing to do.
     */
    void serve() throws IOException {
        receiver = Thread.currentThread();
        startThread();
        try {
            connection.serve(
                    new Taker() {
                        @Override
                        public void take(Frame frame) throws ProtocolException {
                            TaskRunner.this.take(frame);
                        }

                        @Override
                        public void caughtUp() {
                            enqueueArrived();
                        }
                    });
        } catch (IOException e) {
            // what was on its way to a worker that ends may be cut in the middle of a frame
            if (!isStopping()) {
                throw e;
            }
        } finally {
            dismiss();
        }
    }

    private void dismiss() {
        lock.lock();
        try {
            over = true;
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void take(Frame frame) throws ProtocolException {
        if (frame.type().isTask()) {
            arrived.add(taskOf(frame));
            return;
        }
        enqueueArrived();
        switch (frame.type()) {
            case ARRAY ->
                    arrays.computeIfAbsent(frame.task(), n -> new ArrayList<>(1))
                            .add(frame.payload());
            case SHAPE -> reader.learn(frame.task(), frame.payload());
            case CANCEL -> cancel(frame.task(), true);
            case DROP -> cancel(frame.task(), false);
            case RECALL -> recall();
            case MESSAGE -> head.accept(frame.payload());
            case STOP -> stop();
            default ->
                    throw new ProtocolException(
                            "a primary does not send %s frames".formatted(frame.type()));
        }
    }

    /** Ends this process once its messages have been dealt with, which still come meanwhile. */
    private void stop() {
        System.setProperty(STOPPING, "true");
        Thread.ofPlatform().name("polyloom-stop").start(this::end);
    }

    private void end() {
        try {
            head.exchange().endPauses();
            boolean _ = head.exchange().awaitIdle(MESSAGES_NANOS);
            head.calls().stopping(head);
        } catch (InterruptedException e) {
            // user code interrupts what it finds; the end comes all the same
        } finally {
            leaveLinks();
            send(FrameType.STOPPING, 0);
            awaitSent();
            // a JVM that ends waits 300 ms for threads that sleep in native code
            connection.expectNoMore();
            System.exit(0);
        }
    }

    /** Lets the receiving thread send what found no room, if the primary makes some. */
    private void awaitSent() {
        long deadline = System.nanoTime() + LAST_WORDS_NANOS;
        while (connection.isStalled() && deadline - System.nanoTime() > 0) {
            LockSupport.parkNanos(SHORT_NANOS);
        }
    }

    private void leaveLinks() {
        try {
            head.links().end(LAST_WORDS_NANOS);
        } catch (InterruptedException e) {
            // then not all peers may hear a last word; they see the end
        }
    }

    /** Tells whether this process was told to stop. */
    static boolean isStopping() {
        return Boolean.getBoolean(STOPPING);
    }

    /** Waits until no task runs or waits here. */
    void awaitIdle() throws InterruptedException {
        lock.lock();
        try {
            while (!lanes.allFree() || !waiting.isEmpty()) {
                rest.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Interrupts all tasks that run. */
    void interruptAll() {
        List<RemoteTask> all;
        lock.lock();
        try {
            all = lanes.all();
        } finally {
            lock.unlock();
        }
        all.forEach(RemoteTask::interruptOnce);
    }

    private RemoteTask taskOf(Frame frame) {
        boolean async = frame.type() == FrameType.ASYNC_TASK;
        return new RemoteTask(this, frame.task(), async, frame.payload(), arraysOf(frame.task()));
    }

    /**
     * Adds the tasks that have come, one of which the calling thread will run itself unless it is
     * only there to receive.
     */
    private void enqueueArrived() {
        if (arrived.isEmpty()) {
            return;
        }
        int own = Thread.currentThread().equals(receiver) ? 0 : 1;
        lock.lock();
        try {
            for (RemoteTask task : arrived) {
                waiting.add(task);
                wake(waiting.size() - own);
            }
            backlog = waiting.size();
        } finally {
            lock.unlock();
        }
        arrived.clear();
    }

    private List<byte[]> arraysOf(long task) {
        List<byte[]> come = arrays.isEmpty() ? null : arrays.remove(task);
        return come == null ? List.of() : come;
    }

    /** Sees to it that there are threads for so many of the waiting tasks; the lock is held. */
    private void wake(int tasks) {
        int wanted = Math.min(tasks, lanes.free());
        if (wanted > idle && threads < concurrency) {
            startThread();
        } else if (wanted > 0) {
            work.signal();
        }
    }

    /** Starts a thread for tasks; the lock is held, or nothing is served yet. */
    private void startThread() {
        threads++;
        threadsMade++;
        String suffix = concurrency == 1 ? "" : "-" + threadsMade;
        Thread.ofPlatform().name(name + suffix).start(this::runTasks);
    }

    private void runTasks() {
        for (RemoteTask task = next(null); task != null; task = next(task)) {
            task.run(reader, replies, head);
        }
    }

    /** Returns the next task, begun, for a thread that has run one, or null to end the thread. */
    private @Nullable RemoteTask next(@Nullable RemoteTask last) {
        Thread.interrupted();
        RemoteTask next = nextAtOnce(last);
        if (next != null) {
            return next;
        }
        if (backlog == 0) {
            // whoever is to run the next task receives it, and need not be woken
            connection.help(() -> backlog > 0);
        }
        lock.lock();
        try {
            RemoteTask task = beginNext();
            while (task == null && await()) {
                task = beginNext();
            }
            threads -= task == null ? 1 : 0;
            return task;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable RemoteTask nextAtOnce(@Nullable RemoteTask last) {
        lock.lock();
        try {
            if (last != null && last.answeredHere()) {
                leave(last);
            }
            return beginNext();
        } finally {
            lock.unlock();
        }
    }

    /** Begins the task that is next, if it may start now; the lock is held. */
    private @Nullable RemoteTask beginNext() {
        RemoteTask task = lanes.free() > 0 ? waiting.poll() : null;
        backlog = waiting.size();
        if (task != null) {
            begin(task);
        }
        return task;
    }

    /** Waits for work and tells whether the thread is still wanted; the lock is held. */
    @SuppressWarnings("WaitNotInLoop")
    private boolean await() {
        idle++;
        try {
            boolean signalled = !over && work.await(IDLE_SECONDS, TimeUnit.SECONDS);
            boolean wanted = !over && (signalled || idle == 1);
            return wanted || (!waiting.isEmpty() && lanes.free() > 0);
        } catch (InterruptedException e) {
            return true;
        } finally {
            idle--;
        }
    }

    /** Records that a task starts; the lock is held. */
    private void begin(RemoteTask task) {
        int lane = lanes.take(task);
        task.begin(lane, Thread.currentThread());
        if (page != null) {
            page.started(lane, task.number(), task.startedNanos());
        } else {
            byte[] nanos = ByteBuffer.allocate(Long.BYTES).putLong(task.startedNanos()).array();
            send(FrameType.STARTED, task.number(), nanos);
        }
    }

    /** Answers for a task that has ended; the thread that ran it then makes room itself. */
    void ended(RemoteTask task, Replies.Reply reply) {
        long ran = System.nanoTime() - task.startedNanos();
        replies.send(task.number(), reply, task.startedNanos(), ran);
        if (!task.answeredHere()) {
            lock.lock();
            try {
                leave(task);
                wake(waiting.size());
            } finally {
                lock.unlock();
            }
        }
    }

    /** Makes room for another task; the lock is held. */
    private void leave(RemoteTask task) {
        lanes.free(task.lane());
        if (lanes.allFree()) {
            rest.signalAll();
        }
        if (page != null) {
            page.ended(task.lane());
        }
    }

    private void cancel(long number, boolean interrupt) {
        RemoteTask started;
        boolean dropped;
        lock.lock();
        try {
            started = lanes.find(number);
            dropped = waiting.removeIf(each -> each.number() == number);
            backlog = waiting.size();
        } finally {
            lock.unlock();
        }
        if (dropped) {
            send(FrameType.DROPPED, number);
        } else if (started != null && interrupt) {
            started.interrupt();
        }
    }

    private void send(FrameType type, long task, byte[]... payload) {
        connection.send(type, task, payload);
        connection.flush();
    }

    private void recall() {
        ByteBuffer numbers;
        lock.lock();
        try {
            numbers = ByteBuffer.allocate(waiting.size() * Long.BYTES);
            waiting.forEach(each -> numbers.putLong(each.number()));
            waiting.clear();
            rest.signalAll();
            backlog = 0;
        } finally {
            lock.unlock();
        }
        send(FrameType.RECALLED, 0, numbers.array());
    }
}
