package dev.polyloom.isolate;

import dev.polyloom.IsolateOptions;
import dev.polyloom.SerializableCallable;
import dev.polyloom.SerializationException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A copy of the application's classes in this JVM, with static state of its own. What is called in
 * it, and what that returns, crosses by copy: records, arrays, enums, lambdas and the JDK's
 * collections element by element, anything else by the JDK's serialisation.
 *
 * <p>Closing a realm unloads it, once nothing refers to it any more: threads it started are
 * interrupted, its timers, executors, drivers, log handlers and beans taken back, its hooks for the
 * end of the JVM run. Safe for use by several threads.
 */
public final class Realm implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;
    private final AtomicReference<@Nullable Open> state;

    /** All that refers to the classes of a realm, which none of it does once it is closed. */
    private record Open(RealmLoader loader, Unpacker inward, Map<ClassLoader, Unpacker> outward) {
        Unpacker outwardTo(ClassLoader target) {
            return outward.computeIfAbsent(target, side -> new Unpacker(side, "the application"));
        }
    }

    private Realm(String name, RealmLoader loader) {
        this.name = name;
        this.state =
                new AtomicReference<>(
                        new Open(
                                loader,
                                new Unpacker(loader, "realm " + name),
                                new ConcurrentHashMap<>()));
    }

    /**
     * Opens a realm.
     *
     * @param options its class path and what it shares
     * @return the realm, to be closed by the caller
     */
    public static Realm open(IsolateOptions options) {
        return open(
                "realm-" + NUMBER.incrementAndGet(),
                options,
                ClassPath.before(options.classPath()));
    }

    static Realm open(String name, IsolateOptions options, ClassPath classPath) {
        return new Realm(name, new RealmLoader(name, classPath, options.shared(), application()));
    }

    private static ClassLoader application() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null || context instanceof RealmLoader
                ? ClassLoader.getSystemClassLoader()
                : context;
    }

    /**
     * Returns its name.
     *
     * @return the name, unique among realms that were opened without one
     */
    public String name() {
        return name;
    }

    /**
     * Returns what loads its classes.
     *
     * @return the class loader
     * @throws IllegalStateException if the realm is closed
     */
    public ClassLoader loader() {
        return open().loader();
    }

    private Open open() {
        Open open = state.get();
        if (open == null) {
            throw new IllegalStateException("realm %s is closed".formatted(name));
        }
        return open;
    }

    /**
     * Calls a task in this realm, in the calling thread, whose context class loader is the realm's
     * meanwhile.
     *
     * @param <T> what it returns
     * @param task the task; what it captures is copied
     * @return a copy of what it returned
     * @throws SerializationException if task or result cannot cross
     * @throws IllegalStateException if the realm is closed
     * @throws Exception what the task threw, or a {@link dev.polyloom.RemoteException} where its
     *     class is unknown here
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // the task was one of T
    public <T extends @Nullable Object> T call(SerializableCallable<T> task) throws Exception {
        return (T) call(Packer.pack("task", task), application(), name);
    }

    /** Calls a packed task; what it gives is made of the classes of a loader. */
    @Nullable Object call(Parcel task, ClassLoader target, String worker) throws Exception {
        Open open = open();
        Crossing outward = new Crossing(open.outwardTo(target), worker);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(open.loader());
        try {
            Object result = run((Callable<?>) open.inward().open(task), outward);
            return result instanceof CompletionStage<?> stage
                    ? crossing(stage, outward)
                    : outward.result(result);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * Copies a value into this realm, for who runs something there without {@link #call}.
     *
     * @param <T> a type that realm and application share
     * @param value the value
     * @return its copy, made of the classes of this realm
     * @throws SerializationException if it cannot cross
     * @throws IllegalStateException if the realm is closed
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // what is copied was a T
    public <T extends @Nullable Object> T copyIn(T value) {
        return (T) open().inward().open(Packer.pack("value", value));
    }

    /**
     * Copies a value out of this realm.
     *
     * @param <T> a type that realm and application share
     * @param value the value
     * @return its copy, made of the classes of the application that opened the realm
     * @throws SerializationException if it cannot cross
     * @throws IllegalStateException if the realm is closed
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // what is copied was a T
    public <T extends @Nullable Object> T copyOut(T value) {
        return (T) outward().result(value);
    }

    /**
     * Copies out what was thrown in this realm.
     *
     * @param thrown an exception of the realm
     * @return the same exception of the application's classes, with where it happened as a
     *     suppressed one, or a {@link dev.polyloom.RemoteException} if it cannot cross
     * @throws IllegalStateException if the realm is closed
     */
    public Throwable copyThrown(Throwable thrown) {
        return outward().failure(thrown);
    }

    private Crossing outward() {
        Open open = open();
        return new Crossing(open.outwardTo(open.loader().application()), name);
    }

    private static @Nullable Object run(@Nullable Callable<?> body, Crossing outward)
            throws Exception {
        if (body == null) {
            throw new SerializationException("task", "it was null in the realm", null);
        }
        try {
            return body.call();
        } catch (Throwable e) {
            throw Realm.<RuntimeException>sneaky(outward.failure(e));
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <X extends Throwable> X sneaky(Throwable failure) throws X {
        throw (X) failure;
    }

    /** Returns a stage that completes with a copy of what another completes with. */
    private static CompletionStage<@Nullable Object> crossing(
            CompletionStage<?> stage, Crossing outward) {
        CompletableFuture<@Nullable Object> outside = new CompletableFuture<>();
        var _ =
                stage.whenComplete((value, failure) -> {
                    try {
                        if (failure == null) {
                            outside.complete(outward.result(value));
                        } else {
                            outside.completeExceptionally(outward.failure(unwrapped(failure)));
                        }
                    } catch (Throwable e) {
                        outside.completeExceptionally(e);
                    }
                });
        var _ =
                outside.whenComplete((value, failure) -> {
                    if (outside.isCancelled()) {
                        cancel(stage);
                    }
                });
        return outside;
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    private static void cancel(CompletionStage<?> stage) {
        try {
            stage.toCompletableFuture().cancel(true);
        } catch (UnsupportedOperationException e) {
            // a stage that is no future cannot be cancelled
        }
    }

    /** Closes this realm, takes back what it left in the JVM, and warns of what it cannot. */
    @Override
    public void close() {
        Open open = state.getAndSet(null);
        if (open != null) {
            List<String> left = new RealmCleaner(open.loader()).clean();
            if (!left.isEmpty()) {
                System.getLogger("dev.polyloom.isolate")
                        .log(
                                System.Logger.Level.WARNING,
                                "realm {0} cannot be unloaded, it is held by {1}",
                                name,
                                String.join("; ", left));
            }
        }
    }

    @Override
    public String toString() {
        return "Realm[%s%s]".formatted(name, state.get() == null ? ", closed" : "");
    }
}
