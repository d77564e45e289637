package dev.polyloom.process.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.polyloom.ProcessScopeBuilder;
import dev.polyloom.Run;
import dev.polyloom.Scope;
import java.io.Closeable;
import java.io.Serializable;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A spare is there when a worker is needed, and otherwise as if it were not. */
@Timeout(60)
class SpareWorkerTest {
    @TempDir private Path folder;
    private Set<Long> before = Set.of();

    @BeforeEach
    void look() {
        before = children(ProcessHandle.current());
    }

    private static Set<Long> children(ProcessHandle of) {
        return of.children()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    private Set<Long> newChildren() {
        Set<Long> now = children(ProcessHandle.current());
        now.removeAll(before);
        return now;
    }

    /** Opens a pool of one worker; the property keeps it apart from those of other tests. */
    private ProcessScopeBuilder pool(String test) {
        return Run.processes().workers(1).systemProperty("test", test);
    }

    private long awaitSpare(long... workers) {
        Set<Long> spares = new HashSet<>();
        await().until(() -> {
            spares.clear();
            spares.addAll(newChildren());
            for (long worker : workers) {
                spares.remove(worker);
            }
            return spares.size() == 1;
        });
        return spares.iterator().next();
    }

    @Test
    void spare_takesThePlaceOfAKilledWorker() throws Exception {
        try (Scope scope = pool("killed").open()) {
            long worker = scope.submit(Bodies::pid).get();
            long spare = awaitSpare(worker);
            assertThat(scope.metrics().workers()).isEqualTo(1);
            Bodies.signal(worker, "KILL");
            await().until(() -> scope.metrics().replaced() == 1);
            assertThat(scope.submit(Bodies::pid).get()).isEqualTo(spare);
            assertThat(awaitSpare(spare)).isNotEqualTo(worker);
        }
        assertThat(newChildren()).isEmpty();
    }

    @Test
    void spare_takesThePlaceOfARecycledWorker() throws Exception {
        try (Scope scope = pool("recycled").maxTasksPerWorker(1).open()) {
            long worker = scope.submit(Bodies::pid).get();
            long spare = awaitSpare(worker);
            assertThat(scope.submit(Bodies::pid).get()).isEqualTo(spare);
        }
        assertThat(newChildren()).isEmpty();
    }

    @Test
    void spare_runsTheInitializerOfThePoolItComesTo() throws Exception {
        String marks = folder.resolve("marks").toString();
        String property = "of.the.pool";
        try (Scope scope =
                pool("initialized")
                        .initializer(() -> {
                            Bodies.mark(Path.of(marks), "initialized " + Bodies.pid());
                            System.setProperty(property, "set");
                        })
                        .open()) {
            long worker = scope.submit(Bodies::pid).get();
            long spare = awaitSpare(worker);
            Bodies.signal(worker, "KILL");
            await().until(() -> scope.metrics().replaced() == 1);
            assertThat(scope.submit(() -> System.getProperty(property)).get()).isEqualTo("set");
            assertThat(Files.readAllLines(Path.of(marks)))
                    .isEqualTo(List.of("initialized " + worker, "initialized " + spare));
        }
    }

    @Test
    void spare_isServedTheClassesOfThePoolItComesTo() throws Exception {
        try (Scope scope = pool("served").open();
                URLClassLoader elsewhere = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Path file = folder.resolve("elsewhere/Task.class");
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, taskClass());
            long worker = scope.submit(Bodies::pid).get();
            long spare = awaitSpare(worker);
            Bodies.signal(worker, "KILL");
            await().until(() -> scope.metrics().replaced() == 1);
            var task =
                    (Callable<?>)
                            elsewhere.loadClass("elsewhere.Task").getConstructor().newInstance();
            assertThat(scope.submit(task).get()).isEqualTo("from elsewhere");
            assertThat(scope.submit(Bodies::pid).get()).isEqualTo(spare);
        }
    }

    /** Makes a task of a class that is on no class path. */
    private static byte[] taskClass() {
        MethodTypeDesc nothing = MethodTypeDesc.of(ConstantDescs.CD_void);
        return ClassFile.of()
                .build(
                        ClassDesc.of("elsewhere.Task"),
                        type ->
                                type.withFlags(ClassFile.ACC_PUBLIC)
                                        .withInterfaceSymbols(
                                                ClassDesc.of(Callable.class.getName()),
                                                ClassDesc.of(Serializable.class.getName()))
                                        .withMethodBody(
                                                "call",
                                                MethodTypeDesc.of(ConstantDescs.CD_Object),
                                                ClassFile.ACC_PUBLIC,
                                                body -> body.ldc("from elsewhere").areturn())
                                        .withMethodBody(
                                                ConstantDescs.INIT_NAME,
                                                nothing,
                                                ClassFile.ACC_PUBLIC,
                                                body ->
                                                        body.aload(0)
                                                                .invokespecial(
                                                                        ConstantDescs.CD_Object,
                                                                        ConstantDescs.INIT_NAME,
                                                                        nothing)
                                                                .return_()));
    }

    @Test
    void spareOfOnePool_isTheFirstWorkerOfAnother() throws Exception {
        try (Scope one = pool("shared").open()) {
            long worker = one.submit(Bodies::pid).get();
            long spare = awaitSpare(worker);
            List<Object> seen = new ArrayList<>();
            Thread other = Thread.ofPlatform().start(() -> openAndAsk(seen));
            other.join();
            assertThat(seen).isEqualTo(List.of(spare, 3, "other"));
            assertThat(one.submit(Bodies::pid).get()).isEqualTo(worker);
        }
    }

    private void openAndAsk(List<Object> seen) {
        try (Scope other = pool("shared").workers(3).name("other").open()) {
            seen.add(other.submit(Bodies::pid).get());
            seen.add(other.workers());
            seen.add(other.name());
        } catch (Exception e) {
            seen.add(e);
        }
    }

    @Test
    void spareStartedForAPoolThatHasEnded_isThereForAnother() throws Exception {
        Scope first = pool("heir").name("first").open();
        try (Scope second = pool("heir").name("second").open()) {
            long worker = first.submit(Bodies::pid).get();
            long own = second.submit(Bodies::pid).get();
            long spare = awaitSpare(worker, own);
            first.close();
            Bodies.signal(own, "KILL");
            await().until(() -> second.metrics().replaced() == 1);
            assertThat(second.submit(Bodies::pid).get()).isEqualTo(spare);
            assertThat(second.submit(() -> 7).get()).isEqualTo(7);
        }
        assertThat(newChildren()).isEmpty();
    }

    @Test
    void spareOfAPoolWithOtherOptions_isNotTaken() throws Exception {
        try (Scope one = pool("one").open();
                Scope two = pool("two").open()) {
            long first = one.submit(Bodies::pid).get();
            long spare = awaitSpare(first);
            assertThat(two.submit(Bodies::pid).get()).isNotEqualTo(spare);
            assertThat(two.submit(() -> System.getProperty("test")).get()).isEqualTo("two");
        }
        assertThat(newChildren()).isEmpty();
    }

    @Test
    void spareThatWasKilled_isMissedByNobody() throws Exception {
        try (Scope scope = pool("missed").open()) {
            long worker = scope.submit(Bodies::pid).get();
            long spare = awaitSpare(worker);
            Bodies.signal(spare, "KILL");
            Bodies.signal(worker, "KILL");
            await().until(() -> scope.metrics().replaced() == 1);
            assertThat(scope.submit(Bodies::pid).get()).isNotIn(worker, spare);
        }
        assertThat(newChildren()).isEmpty();
    }

    @Test
    void reset_endsSparesToo() throws Exception {
        Scope scope = pool("reset").open();
        awaitSpare(scope.submit(Bodies::pid).get());
        Run.reset();
        assertThat(scope.isTerminated()).isTrue();
        assertThat(newChildren()).isEmpty();
    }

    @Test
    void shutdownNow_endsSparesToo() throws Exception {
        Scope scope = pool("stopped").open();
        awaitSpare(scope.submit(Bodies::pid).get());
        assertThat(scope.shutdownNow()).isEmpty();
        assertThat(scope.awaitTermination(30, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        assertThat(newChildren()).isEmpty();
    }

    /** Opens a pool in this process, which has a spare soon. */
    static void keepPool(String file) {
        Scope scope = Run.processes().workers(1).open();
        scope.execute(() -> Bodies.mark(Path.of(file), "ready"));
        Bodies.parkForEver();
    }

    @Test
    void killedPrimary_leavesNoSpare() throws Exception {
        String file = folder.resolve("ready").toString();
        try (Scope scope = pool("primary").open();
                Closeable _ = scope::shutdownNow) {
            long primary = scope.submit(Bodies::pid).get();
            ProcessHandle handle = ProcessHandle.of(primary).orElseThrow();
            scope.execute(() -> keepPool(file));
            await().atMost(Duration.ofSeconds(30)).until(() -> children(handle).size() == 2);
            Set<Long> left = Objects.requireNonNull(children(handle));
            Bodies.signal(primary, "KILL");
            await().until(() -> left.stream().noneMatch(SpareWorkerTest::isAlive));
        }
    }

    /** A zombie is dead: how soon it is reaped is up to the system. */
    private static boolean isAlive(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
