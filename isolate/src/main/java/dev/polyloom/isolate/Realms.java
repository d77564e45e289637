package dev.polyloom.isolate;

import dev.polyloom.IsolateOptions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The realms of one pool: those in use, and those that wait for a task, of which the one used last
 * is taken first. Safe for use by several threads.
 */
final class Realms {
    /** Realms that closed pools have left for those that want the same. */
    private static final Map<Wanted, Deque<Realm>> WARM = new HashMap<>();

    /** What a warm realm must be like: the same files, read for the same application. */
    private record Wanted(ClassPath classPath, List<String> shared, ClassLoader application) {}

    private final String name;
    private final IsolateOptions options;
    private final ClassPath classPath;
    private final ClassLoader application;
    private final Deque<Realm> free = new ArrayDeque<>();
    private int made;
    private boolean closed;

    Realms(String name, IsolateOptions options) {
        this.name = name;
        this.options = options;
        this.classPath = ClassPath.before(options.classPath());
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        this.application = context == null ? ClassLoader.getSystemClassLoader() : context;
    }

    /** Returns the class loader of those who submit tasks, where results go to. */
    ClassLoader application() {
        return application;
    }

    /** Takes a realm for a task, a new one if none is free. */
    Realm take() {
        String next;
        synchronized (this) {
            Realm waiting = free.pollLast();
            if (waiting != null) {
                return waiting;
            }
            next = name + "-realm-" + ++made;
        }
        Realm warm = takeWarm();
        return warm != null ? warm : Realm.open(next, options, classPath);
    }

    /** Gives a realm back. */
    void give(Realm realm) {
        synchronized (this) {
            if (!closed) {
                free.addLast(realm);
                return;
            }
        }
        end(realm);
    }

    /** Ends all realms, now or when they are given back. */
    void close() {
        List<Realm> all;
        synchronized (this) {
            closed = true;
            all = new ArrayList<>(free);
            free.clear();
        }
        all.forEach(this::end);
    }

    // ---- warm realms

    private void end(Realm realm) {
        Duration time = options.keepWarm();
        if (time == null) {
            realm.close();
            return;
        }
        Wanted like = wanted();
        synchronized (WARM) {
            WARM.computeIfAbsent(like, key -> new ArrayDeque<>()).addLast(realm);
        }
        // to close one may take seconds, which no shared thread should wait for
        CompletableFuture.delayedExecutor(
                        TimeUnit.NANOSECONDS.convert(time),
                        TimeUnit.NANOSECONDS,
                        closing -> Thread.ofVirtual().name("polyloom-realm-end").start(closing))
                .execute(() -> closeWarm(like, realm));
    }

    private Wanted wanted() {
        return new Wanted(classPath, options.shared(), application);
    }

    private static void closeWarm(Wanted like, Realm realm) {
        boolean waits;
        synchronized (WARM) {
            Deque<Realm> same = WARM.get(like);
            waits = same != null && same.remove(realm);
            if (same != null && same.isEmpty()) {
                WARM.remove(like);
            }
        }
        if (waits) {
            realm.close();
        }
    }

    private @Nullable Realm takeWarm() {
        synchronized (WARM) {
            Deque<Realm> same = WARM.get(wanted());
            return same == null ? null : same.pollLast();
        }
    }
}
