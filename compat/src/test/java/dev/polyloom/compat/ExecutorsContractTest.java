package dev.polyloom.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.security.PrivilegedAction;
import java.security.PrivilegedExceptionAction;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code Executors} and {@code ExecutorCompletionService} promise, the JDK's and ours. */
@Timeout(60)
@Isolated("sets the mode")
@ParameterizedClass
@EnumSource
class ExecutorsContractTest {
    private static final ThreadFactory FACTORY =
            body -> Thread.ofPlatform().name("made").unstarted(body);

    private final Origin origin;

    ExecutorsContractTest(Origin origin) {
        this.origin = origin;
    }

    private Object call(String name, Class<?>[] types, Object... arguments) {
        return origin.make(
                () -> invoke(name, types, arguments), () -> invoke(name, types, arguments));
    }

    private Object invoke(String name, Class<?>[] types, Object... arguments) {
        try {
            return origin.type("Executors").getMethod(name, types).invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private ExecutorService made(String name) {
        return (ExecutorService) call(name, new Class<?>[0]);
    }

    private ExecutorService made(String name, int number) {
        return (ExecutorService) call(name, new Class<?>[] {int.class}, number);
    }

    private ExecutorService made(String name, ThreadFactory factory) {
        return (ExecutorService) call(name, new Class<?>[] {ThreadFactory.class}, factory);
    }

    private ExecutorService made(String name, int number, ThreadFactory factory) {
        return (ExecutorService)
                call(name, new Class<?>[] {int.class, ThreadFactory.class}, number, factory);
    }

    private Map<String, ExecutorService> all() {
        Map<String, ExecutorService> all = new LinkedHashMap<>();
        all.put("fixed", made("newFixedThreadPool", 2));
        all.put("cached", made("newCachedThreadPool"));
        all.put("single", made("newSingleThreadExecutor"));
        all.put("scheduled", made("newScheduledThreadPool", 2));
        all.put("single scheduled", made("newSingleThreadScheduledExecutor"));
        all.put("stealing", made("newWorkStealingPool"));
        all.put("stealing by 2", made("newWorkStealingPool", 2));
        all.put("virtual", made("newVirtualThreadPerTaskExecutor"));
        return all;
    }

    private Map<String, ExecutorService> allOfFactory() {
        Map<String, ExecutorService> all = new LinkedHashMap<>();
        all.put("fixed", made("newFixedThreadPool", 2, FACTORY));
        all.put("cached", made("newCachedThreadPool", FACTORY));
        all.put("single", made("newSingleThreadExecutor", FACTORY));
        all.put("scheduled", made("newScheduledThreadPool", 2, FACTORY));
        all.put("single scheduled", made("newSingleThreadScheduledExecutor", FACTORY));
        all.put("thread a task", made("newThreadPerTaskExecutor", FACTORY));
        return all;
    }

    @Test
    void everyExecutor_runsTasksAndEnds() {
        all().forEach((name, executor) -> {
            Future<String> task;
            try (executor) {
                task = executor.submit(() -> name);
                executor.execute(() -> {});
            }
            assertThat(task.resultNow()).isEqualTo(name);
            assertThat(executor.isTerminated()).as(name).isTrue();
        });
    }

    @Test
    void everyFactory_makesTheThreads() throws Exception {
        for (ExecutorService executor : allOfFactory().values()) {
            try (executor) {
                assertThat(executor.submit(() -> Thread.currentThread().getName()).get())
                        .isEqualTo("made");
            }
        }
    }

    @Test
    void sizes_areThoseOfTheJdk() {
        try (ExecutorService executor = made("newFixedThreadPool", 3)) {
            ThreadPoolExecutor pool = (ThreadPoolExecutor) executor;
            assertThat(pool.getCorePoolSize()).isEqualTo(3);
            assertThat(pool.getMaximumPoolSize()).isEqualTo(3);
            assertThat(pool.getKeepAliveTime(TimeUnit.NANOSECONDS)).isZero();
            assertThat(pool.getQueue().remainingCapacity()).isEqualTo(Integer.MAX_VALUE);
        }
        try (ExecutorService executor = made("newCachedThreadPool")) {
            ThreadPoolExecutor pool = (ThreadPoolExecutor) executor;
            assertThat(pool.getCorePoolSize()).isZero();
            assertThat(pool.getMaximumPoolSize()).isEqualTo(Integer.MAX_VALUE);
            assertThat(pool.getKeepAliveTime(TimeUnit.SECONDS)).isEqualTo(60);
            assertThat(pool.getQueue().remainingCapacity()).isZero();
        }
        try (ExecutorService executor = made("newWorkStealingPool", 3)) {
            java.util.concurrent.ForkJoinPool pool = (java.util.concurrent.ForkJoinPool) executor;
            assertThat(pool.getParallelism()).isEqualTo(3);
            assertThat(pool.getAsyncMode()).isTrue();
        }
        try (ExecutorService executor = made("newWorkStealingPool")) {
            assertThat(((java.util.concurrent.ForkJoinPool) executor).getAsyncMode()).isTrue();
        }
    }

    @Test
    void singleThreads_cannotBeReconfigured() {
        try (ExecutorService single = made("newSingleThreadExecutor");
                ExecutorService scheduled = made("newSingleThreadScheduledExecutor")) {
            assertThat(single).isNotInstanceOf(ThreadPoolExecutor.class);
            assertThat(scheduled).isNotInstanceOf(ThreadPoolExecutor.class);
            Object view =
                    call(
                            "unconfigurableScheduledExecutorService",
                            new Class<?>[] {ScheduledExecutorService.class},
                            scheduled);
            assertThat(view).isNotInstanceOf(ThreadPoolExecutor.class);
        }
    }

    @Test
    @SuppressWarnings("NullAway") // what must be refused
    void wrongArguments_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> made("newFixedThreadPool", 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> made("newFixedThreadPool", 0, FACTORY));
        assertThatIllegalArgumentException().isThrownBy(() -> made("newWorkStealingPool", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> made("newScheduledThreadPool", -1));
        assertThatNullPointerException()
                .isThrownBy(() -> made("newFixedThreadPool", 1, (ThreadFactory) null));
        for (String name :
                new String[] {
                    "newCachedThreadPool", "newSingleThreadExecutor", "newThreadPerTaskExecutor"
                }) {
            assertThatNullPointerException().isThrownBy(() -> made(name, (ThreadFactory) null));
        }
        assertThatNullPointerException()
                .isThrownBy(() ->
                        call(
                                "unconfigurableExecutorService",
                                new Class<?>[] {ExecutorService.class},
                                (Object) null));
        assertThatNullPointerException()
                .isThrownBy(() -> call("callable", new Class<?>[] {Runnable.class}, (Object) null));
    }

    @Test
    @SuppressWarnings("NullAway") // such a task returns null
    void callables_doWhatTheyAreMadeOf() throws Exception {
        Class<?>[] runnable = {Runnable.class};
        Class<?>[] both = {Runnable.class, Object.class};
        assertThat(((Callable<?>) call("callable", runnable, (Runnable) () -> {})).call()).isNull();
        assertThat(((Callable<?>) call("callable", both, (Runnable) () -> {}, "x")).call())
                .isEqualTo("x");
        PrivilegedAction<String> action = () -> "action";
        PrivilegedExceptionAction<String> throwing = () -> "throwing";
        Class<?>[] plain = {PrivilegedAction.class};
        Class<?>[] risky = {PrivilegedExceptionAction.class};
        assertThat(((Callable<?>) call("callable", plain, action)).call()).isEqualTo("action");
        assertThat(((Callable<?>) call("callable", risky, throwing)).call()).isEqualTo("throwing");
        assertThat(call("callable", runnable, new Thread("named")).toString())
                .startsWith("java.util.concurrent.Executors$RunnableAdapter@")
                .contains("[Wrapped task = Thread[");
    }

    @Test
    void everyStaticMethodAndConstructorOfTheJdk_isThere() throws Exception {
        for (String name :
                new String[] {
                    "Executors", "ThreadPoolExecutor", "ScheduledThreadPoolExecutor",
                    "ForkJoinPool", "CompletableFuture", "ExecutorCompletionService"
                }) {
            Class<?> theirs = Origin.JDK.type(name);
            Class<?> ours = origin.type(name);
            for (Method method : theirs.getMethods()) {
                if (Modifier.isStatic(method.getModifiers())) {
                    Method own = ours.getMethod(method.getName(), method.getParameterTypes());
                    assertThat(method.getReturnType()).isAssignableFrom(own.getReturnType());
                }
            }
            assertThat(Arrays.stream(ours.getConstructors()).map(each -> types(each)))
                    .containsAll(
                            Arrays.stream(theirs.getConstructors())
                                    .map(each -> types(each))
                                    .toList());
        }
    }

    private static String types(java.lang.reflect.Constructor<?> constructor) {
        return Arrays.toString(constructor.getParameterTypes());
    }

    private java.util.concurrent.ExecutorCompletionService<String> service(
            ExecutorService executor, BlockingQueue<Future<String>> queue) {
        return origin.make(
                () -> new java.util.concurrent.ExecutorCompletionService<>(executor, queue),
                () -> new ExecutorCompletionService<>(executor, queue));
    }

    @Test
    @SuppressWarnings("NullAway") // what must be refused
    void completionService_givesTasksAsTheyEnd() throws Exception {
        try (ExecutorService executor = made("newSingleThreadExecutor")) {
            BlockingQueue<Future<String>> queue = new ArrayBlockingQueue<>(8);
            var service = service(executor, queue);
            Future<String> first = service.submit(() -> "first");
            assertThat(service.take()).isSameAs(first);
            Future<String> second = service.submit(() -> {}, "second");
            assertThat(service.poll(30, TimeUnit.SECONDS)).isSameAs(second);
            assertThat(service.poll()).isNull();
            Future<String> failed =
                    service.submit(() -> {
                        throw new IllegalStateException("expected");
                    });
            assertThat(queue.take()).isSameAs(failed);
            assertThatThrownBy(failed::get).isInstanceOf(ExecutionException.class);
            assertThatNullPointerException().isThrownBy(() -> service.submit(null));
            assertThatNullPointerException().isThrownBy(() -> service.submit(null, "x"));
            assertThatNullPointerException().isThrownBy(() -> service(null, queue));
            assertThatNullPointerException().isThrownBy(() -> service(executor, null));
        }
    }
}
