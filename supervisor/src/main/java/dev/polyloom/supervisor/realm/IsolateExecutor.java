package dev.polyloom.supervisor.realm;

import dev.polyloom.IsolateOptions;
import dev.polyloom.isolate.Realm;
import dev.polyloom.supervisor.Service;
import dev.polyloom.supervisor.internal.ThreadExecutor;
import dev.polyloom.supervisor.made.OfClass;
import dev.polyloom.supervisor.spi.RunningService;
import dev.polyloom.supervisor.spi.ServiceExecutor;
import dev.polyloom.supervisor.spi.ServiceLaunch;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs each service on a platform thread, in a realm that is opened for it and closed after it. */
public final class IsolateExecutor implements ServiceExecutor {
    /** By what hosts and services speak to each other, so that both must have the same. */
    private static final List<String> COMMON =
            List.of("dev.polyloom.supervisor", "dev.polyloom.process");

    /** With the application's class path. */
    public static final IsolateExecutor ISOLATE =
            new IsolateExecutor(new IsolateOptions(List.of(), List.of(), null));

    private final IsolateOptions options;

    /**
     * Makes an executor.
     *
     * @throws IllegalArgumentException if realms are to be kept warm
     */
    public IsolateExecutor(IsolateOptions options) {
        if (options.keepWarm() != null) {
            throw new IllegalArgumentException(
                    "each start of a service has a new isolate, so none can be kept warm; leave"
                            + " keepWarm null");
        }
        List<String> shared = new ArrayList<>(options.shared());
        shared.addAll(COMMON);
        this.options = new IsolateOptions(options.classPath(), List.copyOf(shared), null);
    }

    @Override
    public String kind() {
        return "isolate";
    }

    @Override
    public void check(Service service) {
        if (!(service instanceof Serializable) && !service.getClass().isRecord()) {
            throw new IllegalArgumentException(
                    "a service in an isolate is copied, which %s cannot be; make it a record, a"
                                    .formatted(service.getClass().getName())
                            + " SerializableService or SerializableAsyncService, or let its class"
                            + " implement java.io.Serializable");
        }
    }

    @Override
    public RunningService start(ServiceLaunch launch) {
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .inheritInheritableThreadLocals(false)
                        .name(launch.context().path())
                        .start(() -> run(launch));
        return ThreadExecutor.hold(thread);
    }

    private void run(ServiceLaunch launch) {
        Throwable failure;
        Thread.currentThread().setContextClassLoader(loader(launch.service()));
        try (Realm realm = Realm.open(options)) {
            failure = run(launch, realm);
            // an interrupt was for the service, which is gone
            boolean _ = Thread.interrupted();
        } catch (Throwable e) {
            failure = e;
        }
        launch.ended(failure);
    }

    private static @Nullable Throwable run(ServiceLaunch launch, Realm realm) {
        Service service = realm.copyIn(launch.service());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(realm.loader());
        launch.started();
        try {
            service.run(new RealmContext(launch.context(), realm));
            return null;
        } catch (Throwable e) {
            return realm.copyThrown(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Returns the loader that knows the classes of a service. */
    private static ClassLoader loader(Service service) {
        Class<?> type = service instanceof OfClass made ? made.type() : service.getClass();
        ClassLoader own = type.getClassLoader();
        return own == null ? ClassLoader.getSystemClassLoader() : own;
    }
}
