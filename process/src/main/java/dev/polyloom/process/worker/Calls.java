package dev.polyloom.process.worker;

import dev.polyloom.process.Call;
import dev.polyloom.process.ExceptionHandler;
import dev.polyloom.process.Head;
import dev.polyloom.process.HeadInterceptor;
import dev.polyloom.process.Heads;
import dev.polyloom.process.Registration;
import dev.polyloom.process.Remedy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs the calls of a worker inside its interceptors, and has their exceptions handled. */
final class Calls {

    private final List<HeadInterceptor> interceptors = new ArrayList<>();
    private final Map<Class<?>, ExceptionHandler<? super Throwable>> fixed =
            new ConcurrentHashMap<>();
    private final Map<Class<?>, ExceptionHandler<? super Throwable>> registered =
            new ConcurrentHashMap<>();
    private final Consumer<String> stopper;

    /**
     * Makes it without interceptors.
     *
     * @param stopper has the worker stopped, given why
     */
    Calls(Consumer<String> stopper) {
        this.stopper = stopper;
    }

    /** Makes what the settings say; runs user code. */
    void setUp(Heads settings, Head head) throws Exception {
        settings.handlings().forEach(each -> fixed.put(each.type(), each.handler()));
        for (var maker : settings.interceptors()) {
            HeadInterceptor made = Objects.requireNonNull(maker.call(), "interceptor");
            interceptors.add(made);
            made.started(head);
        }
    }

    @SuppressWarnings("unchecked") // it is given nothing but exceptions of its type
    <X extends Throwable> Registration onException(
            Class<X> type, ExceptionHandler<? super X> handler) {
        var cast = (ExceptionHandler<? super Throwable>) Objects.requireNonNull(handler, "handler");
        if (registered.putIfAbsent(type, cast) != null) {
            throw new IllegalStateException(
                    "%s has a handler; close its registration before you set another"
                            .formatted(type.getName()));
        }
        return () -> registered.remove(type, cast);
    }

    /** Runs a call; its description is made only if somebody wants to see it. */
    @Nullable Object run(Supplier<Call> call, Callable<?> body) throws Exception {
        try {
            return interceptors.isEmpty() ? body.call() : around(0, call.get(), body);
        } catch (Throwable e) {
            if (fixed.isEmpty() && registered.isEmpty()) {
                throw e;
            }
            return inItsForm(call.get(), remedy(call.get(), e));
        }
    }

    /** Makes a stage of what takes the place of one. */
    private static @Nullable Object inItsForm(Call call, @Nullable Object result) {
        return call.kind() == Call.Kind.ASYNC_TASK
                ? CompletableFuture.completedFuture(result)
                : result;
    }

    private @Nullable Object around(int depth, Call call, Callable<?> body) throws Exception {
        return depth == interceptors.size()
                ? body.call()
                : interceptors.get(depth).around(call, () -> around(depth + 1, call, body));
    }

    /** Returns what a handler put in the place of an exception, or throws what remains. */
    @Nullable Object remedy(Call call, Throwable thrown) throws Exception {
        ExceptionHandler<? super Throwable> handler = handlerOf(thrown.getClass());
        if (handler == null) {
            throw raised(thrown);
        }
        Remedy remedy = decide(handler, call, thrown);
        if (remedy.stopWorker()) {
            stopper.accept("stopped by a handler of " + thrown.getClass().getName());
        }
        if (remedy.thrown() != null) {
            throw raised(remedy.thrown());
        }
        return remedy.result();
    }

    private static Remedy decide(
            ExceptionHandler<? super Throwable> handler, Call call, Throwable thrown) {
        try {
            return Objects.requireNonNull(handler.handle(thrown, call), "no remedy");
        } catch (Throwable e) {
            if (!e.equals(thrown)) {
                thrown.addSuppressed(e);
            }
            return Remedy.fail(thrown);
        }
    }

    private @Nullable ExceptionHandler<? super Throwable> handlerOf(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            var handler = registered.getOrDefault(each, fixed.get(each));
            if (handler != null) {
                return handler;
            }
        }
        return null;
    }

    /** Returns an exception to be thrown, or throws an error. */
    private static Exception raised(Throwable thrown) {
        if (thrown instanceof Exception exception) {
            return exception;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return new Exception(thrown);
    }

    /** The worker is about to stop. */
    void stopping(Head head) {
        for (HeadInterceptor each : interceptors.reversed()) {
            try {
                each.stopping(head);
            } catch (Throwable e) {
                log().log(Level.WARNING, "an interceptor failed as its worker stopped", e);
            }
        }
    }

    /** Made when it is needed: a log takes a worker that starts longer than all else here. */
    private static Logger log() {
        return System.getLogger("dev.polyloom.process");
    }
}
