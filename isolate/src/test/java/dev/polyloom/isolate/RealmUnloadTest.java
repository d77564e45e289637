package dev.polyloom.isolate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.IsolateOptions;
import dev.polyloom.Run;
import dev.polyloom.Scope;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.ObjectName;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Closing a realm unloads it, whatever its classes have left behind. */
@Timeout(300)
class RealmUnloadTest {
    private static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();
    private static final int ROUNDS = 100;

    private final ReferenceQueue<ClassLoader> queue = new ReferenceQueue<>();
    private final List<PhantomReference<ClassLoader>> references = new ArrayList<>();

    /** What a realm may leave. */
    @FunctionalInterface
    interface Mess extends dev.polyloom.SerializableCallable<Integer> {}

    /** A bean of the realm. */
    public interface CountMXBean {
        /** Returns a number. */
        int getCount();
    }

    /** A bean of the realm. */
    public static final class Count implements CountMXBean {
        @Override
        public int getCount() {
            return 1;
        }
    }

    private void round(Mess mess) throws Exception {
        Realm realm = Realm.open(new IsolateOptions(List.of(), List.of(), null));
        references.add(new PhantomReference<>(realm.loader(), queue));
        try (realm) {
            assertThat(realm.<Integer>call(mess)).isEqualTo(1);
        }
    }

    private void expectAllUnloaded() {
        int[] gone = new int[1];
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> {
                    System.gc();
                    while (queue.poll() != null) {
                        gone[0]++;
                    }
                    assertThat(gone[0]).isEqualTo(references.size());
                });
    }

    @Test
    void hundredRounds() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            round(() -> 1);
        }
        expectAllUnloaded();
    }

    @Test
    void hundredScopes_leaveNoClass() throws Exception {
        long before = 0;
        for (int i = 0; i < ROUNDS; i++) {
            try (Scope scope = Run.isolates().workers(1).open()) {
                assertThat(scope.submit(RealmUnloadTest::localSet).get()).isEqualTo(1);
            }
            if (i == 0) {
                before = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
            }
        }
        long most = before + ROUNDS;
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> {
                    System.gc();
                    assertThat(
                                    (long)
                                            ManagementFactory.getClassLoadingMXBean()
                                                    .getLoadedClassCount())
                            .isLessThan(most);
                });
    }

    private static int localSet() {
        LOCAL.set(new Count());
        return 1;
    }

    @Test
    void afterTimers() throws Exception {
        round(() -> timed());
        expectAllUnloaded();
    }

    private static int timed() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        new Timer("left")
                .schedule(
                        new TimerTask() {
                            @Override
                            public void run() {
                                ran.countDown();
                            }
                        },
                        0,
                        10);
        ran.await();
        return 1;
    }

    @Test
    void afterExecutorsAndThreads() throws Exception {
        round(() -> {
            ExecutorService pool = Executors.newFixedThreadPool(2);
            pool.submit(() -> 1).get();
            ExecutorService timed = Executors.newScheduledThreadPool(1);
            timed.submit(() -> 1).get();
            CountDownLatch begun = new CountDownLatch(1);
            new Thread(
                            () -> {
                                begun.countDown();
                                try {
                                    new CountDownLatch(1).await();
                                } catch (InterruptedException e) {
                                    // the end
                                }
                            })
                    .start();
            begun.await();
            return 1;
        });
        expectAllUnloaded();
    }

    @Test
    void afterShutdownHooks_whichRunAtTheEndOfTheRealm() throws Exception {
        String key = "dev.polyloom.isolate.hook";
        System.clearProperty(key);
        round(() -> {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.setProperty(key, "ran")));
            Thread never = new Thread(() -> System.setProperty(key, "should not"));
            Runtime.getRuntime().addShutdownHook(never);
            return Runtime.getRuntime().removeShutdownHook(never) ? 1 : 0;
        });
        assertThat(System.getProperty(key)).isEqualTo("ran");
        System.clearProperty(key);
        expectAllUnloaded();
    }

    @Test
    void afterDrivers() throws Exception {
        round(() -> connected());
        expectAllUnloaded();
    }

    private static int connected() throws SQLException, ClassNotFoundException {
        Class.forName("org.h2.Driver");
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            return connection.isValid(5) ? 1 : 0;
        }
    }

    @Test
    void afterLogHandlers() throws Exception {
        round(() -> logged());
        expectAllUnloaded();
    }

    private static int logged() {
        Logger.getLogger("")
                .addHandler(
                        new Handler() {
                            @Override
                            public void publish(LogRecord entry) {}

                            @Override
                            public void flush() {}

                            @Override
                            public void close() {}
                        });
        Logger.getLogger(RealmUnloadTest.class.getName()).fine("hello");
        System.getLogger("some").log(System.Logger.Level.DEBUG, "hello");
        return 1;
    }

    @Test
    void afterBeansAndHandlers() throws Exception {
        round(() -> registered());
        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isNull();
        expectAllUnloaded();
    }

    private static int registered() throws JMException, IOException {
        ManagementFactory.getPlatformMBeanServer()
                .registerMBean(new Count(), new ObjectName("dev.polyloom.test:type=Count"));
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {});
        return 1;
    }
}
