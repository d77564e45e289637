package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every call that can wait: it can be interrupted, and given a time. */
@Timeout(60)
class BlockingCallsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    /** A call that has to wait for ever; returns what it returns when the time is up. */
    interface Call {
        @Nullable Object apply() throws InterruptedException;
    }

    /** The same with a time to be given. */
    interface TimedCall {
        @Nullable Object apply(Duration most) throws InterruptedException;
    }

    /** A pair of forms of one call, each time on new objects. */
    record Blocking(String name, Supplier<Call> forever, Supplier<TimedCall> timed) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Blocking blocking(
            String name, Supplier<Call> forever, Supplier<TimedCall> timed) {
        return new Blocking(name, forever, timed);
    }

    private static Call nothing(Waiting body) {
        return () -> {
            body.run();
            return "went on";
        };
    }

    private interface Waiting {
        void run() throws InterruptedException;
    }

    private static final List<Blocking> ALL =
            Stream.of(locks(), signals(), channels(), collections()).flatMap(List::stream).toList();

    private static List<Blocking> locks() {
        return List.of(
                blocking(
                        "Mutex.withLock",
                        () -> {
                            Mutex<String> mutex = heldMutex();
                            return () -> mutex.withLock(value -> value);
                        },
                        () -> {
                            Mutex<String> mutex = heldMutex();
                            return most -> mutex.withLock(most, value -> value);
                        }),
                blocking(
                        "Mutex.update",
                        () -> {
                            Mutex<String> mutex = heldMutex();
                            return () -> mutex.update(value -> value);
                        },
                        () -> {
                            Mutex<String> mutex = heldMutex();
                            return most -> mutex.update(most, value -> value);
                        }),
                blocking(
                        "Mutex.change",
                        () -> {
                            Mutex<String> mutex = heldMutex();
                            return nothing(() -> mutex.change(value -> {}));
                        },
                        () -> {
                            Mutex<String> mutex = heldMutex();
                            return most -> {
                                mutex.change(most, value -> {});
                                return "changed";
                            };
                        }),
                blocking(
                        "RwLock.update",
                        () -> {
                            RwLock<String> lock = lockHeldToRead();
                            return () -> lock.update(value -> value);
                        },
                        () -> {
                            RwLock<String> lock = lockHeldToRead();
                            return most -> lock.update(most, value -> value);
                        }),
                blocking("Mutex.lock", () -> heldMutex()::lock, () -> heldMutex()::tryLock),
                blocking(
                        "RwLock.readLock",
                        () -> lockHeldToWrite()::readLock,
                        () -> lockHeldToWrite()::tryReadLock),
                blocking(
                        "RwLock.withReadLock",
                        () -> {
                            RwLock<String> lock = lockHeldToWrite();
                            return () -> lock.withReadLock(value -> value);
                        },
                        () -> {
                            RwLock<String> lock = lockHeldToWrite();
                            return most -> lock.withReadLock(most, value -> value);
                        }),
                blocking(
                        "RwLock.writeLock",
                        () -> lockHeldToRead()::writeLock,
                        () -> lockHeldToRead()::tryWriteLock),
                blocking(
                        "RwLock.withWriteLock",
                        () -> {
                            RwLock<String> lock = lockHeldToRead();
                            return () -> lock.withWriteLock(value -> value);
                        },
                        () -> {
                            RwLock<String> lock = lockHeldToWrite();
                            return most -> lock.withWriteLock(most, value -> value);
                        }));
    }

    private static List<Blocking> signals() {
        return List.of(
                blocking(
                        "Condvar.await",
                        () -> nothing(() -> awaitForever(new Mutex<>("value"))),
                        () -> most -> awaitFor(new Mutex<>("value"), most)),
                blocking(
                        "Condvar.await until",
                        () -> nothing(() -> awaitNever(new Mutex<>("value"))),
                        () -> most -> awaitNeverFor(new Mutex<>("value"), most)),
                blocking(
                        "Semaphore.acquire",
                        () -> nothing(new Semaphore(0)::acquire),
                        () -> new Semaphore(0)::tryAcquire),
                blocking(
                        "Semaphore.acquire many",
                        () -> nothing(() -> new Semaphore(2).acquire(3)),
                        () -> most -> new Semaphore(2).tryAcquire(3, most)),
                blocking("Barrier.await", () -> new Barrier(2)::await, () -> new Barrier(2)::await),
                blocking(
                        "Event.await", () -> nothing(new Event()::await), () -> new Event()::await),
                blocking(
                        "Latch.await",
                        () -> nothing(new Latch(1)::await),
                        () -> new Latch(1)::await));
    }

    private static List<Blocking> channels() {
        return List.of(
                blocking(
                        "Oneshot.receive",
                        () -> new Oneshot<String>()::receive,
                        () -> new Oneshot<String>()::receive),
                blocking(
                        "Broadcast.send",
                        () -> {
                            Broadcast<String> channel = fullBroadcast();
                            return nothing(() -> channel.send("more"));
                        },
                        () -> {
                            Broadcast<String> channel = fullBroadcast();
                            return most -> channel.send("more", most);
                        }),
                blocking(
                        "Subscription.receive",
                        () -> emptySubscription()::receive,
                        () -> emptySubscription()::receive));
    }

    private static List<Blocking> collections() {
        List<Blocking> all = new ArrayList<>();
        List<Supplier<SharedCollection<String>>> kinds =
                List.of(
                        () -> new SharedQueue<>(1),
                        () -> new SharedStack<>(1),
                        () -> new SharedDeque<>(1),
                        () -> new SharedPriorityQueue<>(1, Comparator.naturalOrder()));
        for (Supplier<SharedCollection<String>> each : kinds) {
            String name = each.get().getClass().getSimpleName();
            all.add(blocking(name + ".take", () -> each.get()::take, () -> each.get()::poll));
            all.add(
                    blocking(
                            name + ".put",
                            () -> nothing(() -> full(each.get()).put("more")),
                            () -> most -> full(each.get()).offer("more", most)));
        }
        all.add(
                blocking(
                        "SharedDeque.takeLast",
                        () -> new SharedDeque<String>()::takeLast,
                        () -> new SharedDeque<String>()::pollLast));
        all.add(
                blocking(
                        "SharedDeque.putFirst",
                        () -> nothing(() -> full(new SharedDeque<>(1)).putFirst("more")),
                        () -> most -> full(new SharedDeque<>(1)).offerFirst("more", most)));
        return all;
    }

    private static <C extends SharedCollection<String>> C full(C collection) {
        assertThat(collection.offer("one")).isTrue();
        return collection;
    }

    private static Broadcast<String> fullBroadcast() {
        Broadcast<String> channel = new Broadcast<>(1, OverflowPolicy.BLOCK);
        Subscription<String> _ = channel.subscribe();
        assertThat(channel.trySend("one")).isTrue();
        return channel;
    }

    private static Subscription<String> emptySubscription() {
        return new Broadcast<String>(1, OverflowPolicy.BLOCK).subscribe();
    }

    private static void awaitForever(Mutex<String> mutex) throws InterruptedException {
        try (Guard<String> guard = mutex.lock()) {
            mutex.newCondvar().await(guard);
        }
    }

    private static boolean awaitFor(Mutex<String> mutex, Duration most)
            throws InterruptedException {
        try (Guard<String> guard = mutex.lock()) {
            return mutex.newCondvar().await(guard, most);
        }
    }

    private static void awaitNever(Mutex<String> mutex) throws InterruptedException {
        try (Guard<String> guard = mutex.lock()) {
            mutex.newCondvar().await(guard, String::isEmpty);
        }
    }

    private static boolean awaitNeverFor(Mutex<String> mutex, Duration most)
            throws InterruptedException {
        try (Guard<String> guard = mutex.lock()) {
            return mutex.newCondvar().await(guard, most, String::isEmpty);
        }
    }

    private static Mutex<String> heldMutex() {
        Mutex<String> mutex = new Mutex<>("value");
        inAnotherThread(mutex::lock);
        return mutex;
    }

    private static RwLock<String> lockHeldToWrite() {
        RwLock<String> lock = new RwLock<>("value");
        inAnotherThread(lock::writeLock);
        return lock;
    }

    private static RwLock<String> lockHeldToRead() {
        RwLock<String> lock = new RwLock<>("value");
        inAnotherThread(lock::readLock);
        return lock;
    }

    /** Takes a lock in a thread that ends without giving it back. */
    private static void inAnotherThread(Call take) {
        try {
            Actor.start(take::apply).join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<Arguments> calls() {
        return ALL.stream()
                .flatMap(call -> Stream.of(true, false).map(each -> Arguments.of(call, each)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void call_interruptedMeanwhile_throws(Blocking call, boolean virtual) throws Exception {
        TimedCall timed = call.timed.get();
        for (Call each : List.of(call.forever.get(), () -> timed.apply(HOUR))) {
            Actor<@Nullable Object> actor =
                    Actor.<@Nullable Object>start(virtual, each::apply).waits();
            actor.interrupt();
            assertThat(actor.failure()).isInstanceOf(InterruptedException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void recover_interrupted_throws_andRepairsNothing(boolean virtual) throws Exception {
        RwLock<String> read = lockHeldToRead();
        for (ValueLock<String> lock : List.of(heldMutex(), read)) {
            Actor<@Nullable Object> meanwhile =
                    Actor.<@Nullable Object>start(
                                    virtual, nothing(() -> lock.recover(_ -> "new"))::apply)
                            .waits();
            meanwhile.interrupt();
            assertThat(meanwhile.failure()).isInstanceOf(InterruptedException.class);
        }
        for (ValueLock<String> lock : List.of(new Mutex<>("old"), new RwLock<>("old"))) {
            assertThatThrownBy(() -> lock.change(value -> Integer.parseInt(value)))
                    .isInstanceOf(NumberFormatException.class);
            Actor<@Nullable Object> before =
                    Actor.<@Nullable Object>start(
                            virtual,
                            () -> {
                                Thread.currentThread().interrupt();
                                lock.recover(_ -> "new");
                                return null;
                            });
            assertThat(before.failure()).isInstanceOf(InterruptedException.class);
            assertThat(lock.isPoisoned()).isTrue();
            lock.clearPoison();
            assertThat(lock.update(value -> value)).isEqualTo("old");
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void call_interruptedBefore_throws_andClearsTheInterrupt(Blocking call, boolean virtual)
            throws Exception {
        TimedCall timed = call.timed.get();
        TimedCall unmoved = call.timed.get();
        for (Call each :
                List.of(
                        call.forever.get(),
                        () -> timed.apply(HOUR),
                        () -> unmoved.apply(Duration.ZERO))) {
            Actor<Boolean> actor =
                    Actor.start(
                            virtual,
                            () -> {
                                Thread.currentThread().interrupt();
                                assertThatThrownBy(each::apply)
                                        .isInstanceOf(InterruptedException.class);
                                return Thread.currentThread().isInterrupted();
                            });
            assertThat(actor.join()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void call_withATime_givesUp(Blocking call, boolean virtual) throws Exception {
        for (Duration most : List.of(Duration.ofMillis(2), Duration.ZERO, Duration.ofSeconds(-1))) {
            TimedCall timed = call.timed.get();
            Actor<@Nullable Object> actor =
                    Actor.<@Nullable Object>start(
                            virtual,
                            () -> {
                                try {
                                    return timed.apply(most);
                                } catch (TimedOutException e) {
                                    return false;
                                }
                            });
            assertThat(actor.join()).isIn(false, null);
        }
    }
}
