package dev.polyloom.compat;

import dev.polyloom.Adoption;
import dev.polyloom.Decision;
import dev.polyloom.Flavor;
import dev.polyloom.Run;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Makes the threads of a managed executor: those of the JDK's default factory, with names of their
 * own and the mark of the executor. It holds nothing of the executor, which can be collected while
 * its threads live.
 */
final class ManagedThreads implements ThreadFactory {
    private static final System.Logger LOGGER = System.getLogger("dev.polyloom.compat");
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Set<Class<?>> NOTED = ConcurrentHashMap.newKeySet();

    private final String name;
    private final ThreadFactory threads;
    private final AtomicInteger count = new AtomicInteger();
    private volatile @Nullable Adoption adoption;

    private ManagedThreads(String name, ThreadFactory threads) {
        this.name = name;
        this.threads = threads;
    }

    /** Returns the factory of platform threads for an executor of which the caller brings none. */
    static ThreadFactory platform(String kind) {
        ThreadFactory plain = java.util.concurrent.Executors.defaultThreadFactory();
        return CompatMode.current() == CompatMode.MANAGED
                ? new ManagedThreads(name(kind), plain)
                : plain;
    }

    /** Returns the factory of virtual threads. */
    static ThreadFactory virtual() {
        ThreadFactory plain = Thread.ofVirtual().factory();
        return CompatMode.current() == CompatMode.MANAGED
                ? new ManagedThreads(name("virtual"), plain)
                : plain;
    }

    static String name(String kind) {
        return kind + "-" + NUMBERS.incrementAndGet();
    }

    /** Makes an executor that is open now known, if its factory is one of these. */
    static void adopt(ThreadFactory threads, Flavor flavor, int workers, String type) {
        if (threads instanceof ManagedThreads managed) {
            managed.adoption = Run.adopt(managed.name, flavor, Math.max(1, workers), "a " + type);
        } else if (CompatMode.current() == CompatMode.MANAGED && NOTED.add(threads.getClass())) {
            LOGGER.log(System.Logger.Level.INFO, "a {0} is not managed: {1}", type, note(threads));
        }
    }

    static Optional<Decision> decision(ThreadFactory threads) {
        return threads instanceof ManagedThreads managed
                ? Optional.ofNullable(managed.adoption).map(Adoption::decision)
                : Optional.empty();
    }

    static List<String> notes(ThreadFactory threads) {
        return threads instanceof ManagedThreads ? List.of() : List.of(note(threads));
    }

    private static String note(ThreadFactory threads) {
        return "its threads are made by " + threads.getClass().getName();
    }

    @Override
    public Thread newThread(Runnable body) {
        Thread thread = threads.newThread(body);
        thread.setName(name + "-thread-" + count.incrementAndGet());
        Adoption known = adoption;
        if (known != null) {
            known.mark(thread);
        }
        return thread;
    }
}
