package dev.polyloom;

import dev.polyloom.internal.AdaptivePool;
import dev.polyloom.internal.CapabilityProbe;
import dev.polyloom.internal.CurrentObserver;
import dev.polyloom.internal.CurrentPool;
import dev.polyloom.spi.FlavorProvider;
import dev.polyloom.spi.Pool;
import dev.polyloom.spi.PoolRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Opens scopes, knows those that are open, and ends them on reset and when the JVM exits. */
final class ScopeRegistry {
    static final ScopeRegistry INSTANCE = new ScopeRegistry();

    private static final long RESET_SECONDS = 10;

    /** Reasons that rest on what is known of the work, and give way to what is seen of it. */
    private static final Set<ReasonCode> OPEN_TO_CHANGE =
            EnumSet.of(ReasonCode.DEFAULT, ReasonCode.IO_BOUND, ReasonCode.CPU_BOUND);

    private final Map<Pool, ScopeExecutor> open = new ConcurrentHashMap<>();
    private final Set<ScopeExecutor> closing = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<Deque<ScopeExecutor>> opened =
            ThreadLocal.withInitial(ArrayDeque::new);
    private final List<DecisionListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger unnamed = new AtomicInteger();
    private final Set<String> warned = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Decision lastDecision;
    private volatile @Nullable Capabilities capabilities;

    private ScopeRegistry() {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(this::stopAll, "polyloom-exit"));
        } catch (IllegalStateException e) {
            Log.warn("the JVM is shutting down already; scopes opened now end with it", e);
        }
    }

    Decision decide(ScopeBuilder builder) {
        return decide(builder, config(builder), surrounding());
    }

    private Decision decide(
            ScopeBuilder builder, RuntimeConfig config, @Nullable ScopeExecutor around) {
        ScopeRequest request =
                new ScopeRequest(
                        builder.flavor(),
                        builder.workers(),
                        around == null ? budget() : parent(around, lastOpened() == null, true),
                        builder.isPlain());
        return Scheduler.decide(request, config, capabilities());
    }

    private static RuntimeConfig config(ScopeBuilder builder) {
        RuntimeConfig own = builder.config();
        return own == null ? RuntimeConfig.ambient() : own.orElse(RuntimeConfig.ambient());
    }

    Scope open(ScopeBuilder builder) {
        RuntimeConfig config = config(builder);
        ScopeExecutor around = surrounding();
        Decision decision = decide(builder, config, around);
        String given = builder.name();
        String name = given == null ? nextName(decision.flavor()) : given;
        boolean traced = traced(builder, config);
        List<ScopeListener> listeners = builder.listeners();
        return opened(
                around != null && decision.reusesParent()
                        ? around.view(name, decision, traced, listeners)
                        : new ScopeExecutor(
                                name,
                                decision,
                                builder.taskTimeout(),
                                traced,
                                listeners,
                                builder.carriers(),
                                executor -> ownPool(executor, builder, config)));
    }

    private static boolean traced(ScopeBuilder builder, RuntimeConfig config) {
        Boolean trace = builder.trace();
        return trace != null ? trace : RuntimeConfig.is(config.trace());
    }

    private static boolean looksAtWork(
            Decision decision, ScopeBuilder builder, RuntimeConfig config) {
        Boolean trace = builder.trace() != null ? builder.trace() : config.trace();
        return decision.request().flavor() == Flavor.AUTO
                && OPEN_TO_CHANGE.contains(decision.reason())
                && !Boolean.FALSE.equals(trace);
    }

    private static Pool adaptivePool(ScopeExecutor scope, RuntimeConfig config) {
        Decision decision = scope.decision();
        return new AdaptivePool(
                new AdaptivePool.Setting(
                        scope.name(),
                        decision.workers(),
                        decision.request().workers() > 0 || config.workers() != null,
                        decision.cores(),
                        decision.flavor() == Flavor.THREADS,
                        scope::moved));
    }

    private Pool ownPool(ScopeExecutor scope, ScopeBuilder builder, RuntimeConfig config) {
        Decision decision = scope.decision();
        if (looksAtWork(decision, builder, config)) {
            return adaptivePool(scope, config);
        }
        PoolRequest request =
                new PoolRequest(
                        scope.name(),
                        decision.workers(),
                        Math.max(
                                1,
                                decision.cores() / Math.min(decision.workers(), decision.cores())),
                        scope.traced(),
                        scope::publish,
                        builder.processOptions(),
                        builder.isolateOptions());
        FlavorProvider provider = providers().get(decision.flavor());
        return Objects.requireNonNull(provider, "provider of an available flavor").open(request);
    }

    Scope around(ExecutorService executor, List<Carrier> carriers) {
        CallerPool pool = new CallerPool(executor);
        ScopeExecutor scope =
                new ScopeExecutor(
                        nextName(Flavor.THREADS),
                        decision(pool),
                        null,
                        RuntimeConfig.is(RuntimeConfig.ambient().trace()),
                        List.of(),
                        carriers,
                        self -> new BorrowedPool(pool, new TaskCounters()));
        return opened(scope);
    }

    private Decision decision(CallerPool pool) {
        return new Decision(
                new ScopeRequest(Flavor.THREADS, 0, null, false),
                Flavor.THREADS,
                ReasonCode.CALLER_EXECUTOR,
                "runs on the caller's " + pool.executor().getClass().getName(),
                pool.workers(),
                capabilities().cpuWorkers(),
                List.of());
    }

    private Scope opened(ScopeExecutor scope) {
        closing.removeIf(ScopeExecutor::isTerminated);
        open.put(scope.pool(), scope);
        opened.get().push(scope);
        decided(scope.name(), scope.decision());
        return scope;
    }

    /** Opens a scope that does not become the current one of the calling thread. */
    Scope openApart(ScopeBuilder builder) {
        Scope scope = open(builder);
        forget(scope);
        return scope;
    }

    void closed(ScopeExecutor scope) {
        open.remove(scope.pool(), scope);
        if (!scope.isTerminated()) {
            closing.add(scope);
        }
        forget(scope);
    }

    private void forget(Scope scope) {
        Deque<ScopeExecutor> mine = opened.get();
        mine.remove(scope);
        if (mine.isEmpty()) {
            opened.remove();
        }
    }

    void terminated(ScopeExecutor scope) {
        closing.remove(scope);
    }

    Optional<Scope> current() {
        ScopeExecutor last = lastOpened();
        return Optional.ofNullable(last != null ? last : scopeOfTask());
    }

    /** Returns the scope whose workers those that the caller starts work in may use, if any. */
    @Nullable ScopeExecutor surrounding() {
        ScopeExecutor last = lastOpened();
        return last != null ? last : scopeOfTaskThatLends();
    }

    /**
     * Returns the scope whose task the caller is, if a scope inside may use its workers. A caller's
     * executor lends none to its own tasks: it cannot grow while they wait for those inside.
     */
    private @Nullable ScopeExecutor scopeOfTaskThatLends() {
        ScopeExecutor scope = scopeOfTask();
        return scope != null && scope.pool() instanceof BorrowedPool view && view.isCallers()
                ? null
                : scope;
    }

    private @Nullable ScopeExecutor scopeOfTask() {
        if (CurrentObserver.get() instanceof ScopeExecutor scope && !scope.isShutdown()) {
            return scope;
        }
        Pool pool = CurrentPool.get();
        return pool == null ? null : open.get(pool);
    }

    private @Nullable ScopeExecutor lastOpened() {
        Deque<ScopeExecutor> mine = opened.get();
        mine.removeIf(ScopeExecutor::isShutdown);
        if (mine.isEmpty()) {
            opened.remove();
            return null;
        }
        return mine.peek();
    }

    private static ScopeRequest.Parent parent(ScopeExecutor scope, boolean inTask, boolean lends) {
        return parent(scope.decision(), inTask, lends);
    }

    private static ScopeRequest.Parent parent(Decision decision, boolean inTask, boolean lends) {
        return new ScopeRequest.Parent(
                decision.flavor(), decision.workers(), decision.cores(), inTask, lends);
    }

    /** Returns whose share of the cores the caller uses, where there are no workers to use. */
    private ScopeRequest.@Nullable Parent budget() {
        ScopeExecutor scope = scopeOfTask();
        if (scope != null) {
            return parent(scope, true, false);
        }
        Adoption adoption = CurrentPool.adoption();
        return adoption == null ? null : parent(adoption.decision(), true, false);
    }

    Adoption adopt(String name, Flavor flavor, int workers, String detail) {
        ScopeExecutor around = surrounding();
        ScopeRequest.Parent budget =
                around == null ? budget() : parent(around, lastOpened() == null, false);
        int cores = budget == null ? capabilities().cpuWorkers() : Scheduler.share(budget);
        Decision decision =
                new Decision(
                        new ScopeRequest(flavor, workers, budget, false),
                        flavor,
                        ReasonCode.CALLER_EXECUTOR,
                        detail,
                        workers == 0 ? cores : workers,
                        cores,
                        List.of());
        decided(name, decision);
        return new Adoption(name, decision);
    }

    private String nextName(Flavor flavor) {
        return flavor.id() + "-" + unnamed.incrementAndGet();
    }

    void decided(String scope, Decision decision) {
        lastDecision = decision;
        Recorder.decided(scope, decision);
        if (decision.fellBack() && warned.add(decision.detail())) {
            String chosen = decision.flavor().id();
            Log.warn("%s: %s is used; %s".formatted(scope, chosen, decision.detail()));
        }
        tell(scope, decision);
    }

    private void tell(String scope, Decision decision) {
        for (DecisionListener listener : listeners) {
            try {
                listener.decided(scope, decision);
            } catch (RuntimeException | Error e) {
                Log.warn("a decision listener failed and is passed over: " + listener, e);
            }
        }
    }

    Optional<Decision> lastDecision() {
        return Optional.ofNullable(lastDecision);
    }

    void addListener(DecisionListener listener) {
        listeners.add(listener);
    }

    boolean removeListener(DecisionListener listener) {
        return listeners.remove(listener);
    }

    Capabilities capabilities() {
        Capabilities known = capabilities;
        if (known == null) {
            known = CapabilityProbe.probe(providers());
            capabilities = known;
        }
        return known;
    }

    private static Map<Flavor, FlavorProvider> providers() {
        return Providers.FOUND;
    }

    void reset() {
        stopAll();
        capabilities = null;
        lastDecision = null;
        warned.clear();
    }

    private void stopAll() {
        List<ScopeExecutor> scopes = new ArrayList<>(open.values());
        scopes.addAll(closing);
        scopes.forEach(ScopeExecutor::shutdownNow);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(RESET_SECONDS);
        try {
            for (ScopeExecutor scope : scopes) {
                awaitStopped(scope, deadline);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitStopped(ScopeExecutor scope, long deadline)
            throws InterruptedException {
        long left = Math.max(0, deadline - System.nanoTime());
        if (!scope.awaitTermination(left, TimeUnit.NANOSECONDS)) {
            Log.warn(
                    "scope %s still runs tasks %d s after it was told to stop; a task ignores its interrupt"
                            .formatted(scope.name(), RESET_SECONDS));
        }
    }

    /** The providers on the module and class path, found once. */
    private static final class Providers {
        static final Map<Flavor, FlavorProvider> FOUND = find();

        private static Map<Flavor, FlavorProvider> find() {
            Map<Flavor, FlavorProvider> found = new EnumMap<>(Flavor.class);
            for (FlavorProvider provider :
                    ServiceLoader.load(
                            FlavorProvider.class, ScopeRegistry.class.getClassLoader())) {
                found.putIfAbsent(provider.flavor(), provider);
            }
            return found;
        }
    }
}
