package dev.polyloom.isolate;

import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what the classes of a realm have left in the JVM, as far as that can be found, so that
 * the realm can be unloaded.
 */
@SuppressWarnings("ReferenceEquality") // a loader is itself
final class RealmCleaner {
    private static final long HOOKS_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long THREADS_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final RealmLoader loader;
    private final List<String> left = new ArrayList<>();

    RealmCleaner(RealmLoader loader) {
        this.loader = loader;
    }

    /** Cleans up, and returns what still holds the realm, in words. */
    List<String> clean() {
        runHooks();
        loader.footprints().stopMade();
        stopThreads();
        if (loader.hasDrivers()) {
            step("JDBC drivers", "java.sql", this::removeDrivers);
        }
        step("log handlers", "java.logging", () -> Logs.clean(loader));
        step("management beans", "java.management", () -> Beans.clean(loader));
        step("security providers", "java.base", this::removeProviders);
        step("resource bundles", "java.base", () -> ResourceBundle.clearCache(loader));
        step("the handler of uncaught exceptions", "java.base", this::resetHandler);
        return left;
    }

    private interface Step {
        void run() throws Exception;
    }

    private void step(String what, String module, Step step) {
        if (ModuleLayer.boot().findModule(module).isEmpty()) {
            return;
        }
        try {
            step.run();
        } catch (Exception | LinkageError e) {
            left.add("%s (%s)".formatted(what, e));
        }
    }

    private boolean isOwn(@Nullable Object object) {
        return object != null && object.getClass().getClassLoader() == loader;
    }

    // ---- threads

    private void runHooks() {
        List<Thread> hooks = loader.footprints().takeHooks();
        hooks.forEach(Thread::start);
        join(hooks, HOOKS_NANOS);
    }

    private void stopThreads() {
        List<Thread> threads = ownThreads();
        threads.forEach(Thread::interrupt);
        join(threads, THREADS_NANOS);
        for (Thread thread : ownThreads()) {
            left.add("thread %s, which ignores its interrupt".formatted(thread.getName()));
        }
    }

    private List<Thread> ownThreads() {
        List<Thread> own = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            boolean other = thread != Thread.currentThread() && thread.isAlive();
            if (other && (thread.getContextClassLoader() == loader || isOwn(thread))) {
                own.add(thread);
            }
        }
        return own;
    }

    private static void join(List<Thread> threads, long nanos) {
        long end = System.nanoTime() + nanos;
        boolean interrupted = false;
        for (Thread thread : threads) {
            long left = end - System.nanoTime();
            try {
                if (left > 0 && !interrupted) {
                    TimeUnit.NANOSECONDS.timedJoin(thread, left);
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void resetHandler() {
        if (isOwn(Thread.getDefaultUncaughtExceptionHandler())) {
            Thread.setDefaultUncaughtExceptionHandler(null);
        }
    }

    // ---- what the JDK keeps

    private void removeDrivers() throws Exception {
        Runnable cleaner =
                (Runnable) loader.defineOwn(DriverCleaner.class).getConstructor().newInstance();
        cleaner.run();
    }

    private void removeProviders() {
        for (Provider provider : Security.getProviders()) {
            if (isOwn(provider)) {
                Security.removeProvider(provider.getName());
            }
        }
    }

    /** Apart, as its module may be missing. */
    private static final class Logs {
        static void clean(ClassLoader loader) {
            LogManager manager = LogManager.getLogManager();
            for (String name : Collections.list(manager.getLoggerNames())) {
                Logger logger = manager.getLogger(name);
                for (Handler handler : logger == null ? new Handler[0] : logger.getHandlers()) {
                    if (handler.getClass().getClassLoader() == loader) {
                        logger.removeHandler(handler);
                        handler.close();
                    }
                }
            }
        }
    }

    /** Apart, as its module may be missing. */
    private static final class Beans {
        static void clean(ClassLoader loader) throws JMException {
            for (MBeanServer server : MBeanServerFactory.findMBeanServer(null)) {
                for (ObjectName name : server.queryNames(null, null)) {
                    ClassLoader own = server.getClassLoaderFor(name);
                    if (own == loader) {
                        server.unregisterMBean(name);
                    }
                }
            }
        }
    }
}
