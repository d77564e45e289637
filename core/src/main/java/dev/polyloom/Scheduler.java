package dev.polyloom;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the flavor and size of a scope. A pure function: the same request, configuration and
 * capabilities always give the same decision.
 *
 * <p>The rules, first match first: a flavor asked for is taken or refused; a compatible scope
 * around is reused; auto switched off means none; a forced flavor is taken or refused; then the
 * configured mode, isolates if preferred, and what is known of the work name a wish. A wish that
 * cannot be had falls back to virtual threads, threads, none.
 */
public final class Scheduler {
    private static final List<Flavor> FALLBACKS =
            List.of(Flavor.VIRTUAL, Flavor.THREADS, Flavor.NONE);

    private record Wish(Flavor flavor, ReasonCode reason, String detail, boolean insisted) {
        static Wish insist(Flavor flavor, ReasonCode reason, String detail) {
            return new Wish(flavor, reason, detail, true);
        }

        static Wish prefer(Flavor flavor, ReasonCode reason, String detail) {
            return new Wish(flavor, reason, detail, false);
        }
    }

    private Scheduler() {}

    /**
     * Decides.
     *
     * @param request what is asked
     * @param config hints and rules, with nothing more to be merged
     * @param capabilities what can be had here
     * @return the decision
     * @throws FlavorUnavailableException if a flavor is insisted on that cannot be had
     */
    public static Decision decide(
            ScopeRequest request, RuntimeConfig config, Capabilities capabilities) {
        Wish wish = wish(request, config);
        String missing =
                wish.reason == ReasonCode.PARENT_REUSED
                        ? null
                        : capabilities.unavailable().get(wish.flavor);
        if (missing == null) {
            return decision(request, config, capabilities, wish);
        }
        if (wish.insisted) {
            throw new FlavorUnavailableException(wish.flavor, missing);
        }
        return decision(request, config, capabilities, fallback(wish, missing, capabilities));
    }

    private static Wish wish(ScopeRequest request, RuntimeConfig config) {
        ScopeRequest.Parent parent = request.parent();
        if (parent != null
                && parent.lends()
                && request.plain()
                && compatible(request, parent, config)) {
            return new Wish(
                    parent.flavor(),
                    ReasonCode.PARENT_REUSED,
                    "the scope around is compatible",
                    true);
        }
        if (request.flavor() != Flavor.AUTO) {
            return new Wish(request.flavor(), ReasonCode.REQUESTED, "asked for by name", true);
        }
        Wish ruled = rule(config);
        return ruled != null ? ruled : hint(config);
    }

    private static boolean compatible(
            ScopeRequest request, ScopeRequest.Parent parent, RuntimeConfig config) {
        if (request.flavor() != Flavor.AUTO) {
            return request.flavor() == parent.flavor();
        }
        Wish ruled = rule(config);
        return ruled == null || !ruled.insisted || ruled.flavor == parent.flavor();
    }

    private static @Nullable Wish rule(RuntimeConfig config) {
        if (Boolean.FALSE.equals(config.auto())) {
            return Wish.insist(
                    Flavor.NONE, ReasonCode.AUTO_OFF, "automatic choice is switched off");
        }
        Wish forced = forced(config);
        Flavor mode = config.mode();
        if (forced == null && mode != null && mode != Flavor.AUTO) {
            return Wish.prefer(mode, ReasonCode.CONFIG_MODE, "mode is " + mode.id());
        }
        return forced;
    }

    private static @Nullable Wish forced(RuntimeConfig config) {
        if (RuntimeConfig.is(config.forceThreads())) {
            return Wish.insist(Flavor.THREADS, ReasonCode.FORCED_THREADS, "force-threads is set");
        }
        if (RuntimeConfig.is(config.forceProcesses())) {
            return Wish.insist(
                    Flavor.PROCESSES, ReasonCode.FORCED_PROCESSES, "force-processes is set");
        }
        return null;
    }

    private static Wish hint(RuntimeConfig config) {
        if (RuntimeConfig.is(config.preferIsolates())) {
            return Wish.prefer(
                    Flavor.ISOLATES, ReasonCode.PREFERS_ISOLATES, "prefer-isolates is set");
        }
        boolean cpu = RuntimeConfig.is(config.cpuBound());
        boolean io = RuntimeConfig.is(config.ioBound());
        if (cpu == io) {
            String mixed = "mixed work: virtual threads suit both";
            String unknown = "virtual threads suit most work";
            return Wish.prefer(Flavor.VIRTUAL, ReasonCode.DEFAULT, cpu ? mixed : unknown);
        }
        return cpu ? cpuBound() : ioBound();
    }

    private static Wish cpuBound() {
        String detail = "cpu-bound work: as many threads as cores";
        return Wish.prefer(Flavor.THREADS, ReasonCode.CPU_BOUND, detail);
    }

    private static Wish ioBound() {
        String detail = "blocking work: a virtual thread a task";
        return Wish.prefer(Flavor.VIRTUAL, ReasonCode.IO_BOUND, detail);
    }

    private static Wish fallback(Wish wish, String missing, Capabilities capabilities) {
        String detail =
                "wanted %s (%s), which cannot be had: %s"
                        .formatted(wish.flavor.id(), wish.detail, missing);
        for (Flavor flavor : FALLBACKS) {
            if (capabilities.has(flavor)) {
                return new Wish(flavor, ReasonCode.FALLBACK, detail, false);
            }
        }
        throw new FlavorUnavailableException(wish.flavor, missing + "; and there is no fallback");
    }

    private static Decision decision(
            ScopeRequest request, RuntimeConfig config, Capabilities capabilities, Wish wish) {
        ScopeRequest.Parent parent = request.parent();
        int cores = parent == null ? capabilities.cpuWorkers() : share(parent);
        int workers =
                parent != null && wish.reason == ReasonCode.PARENT_REUSED
                        ? parent.workers()
                        : workers(request, config, wish.flavor, cores);
        return new Decision(
                request,
                wish.flavor,
                wish.reason,
                detail(wish, capabilities),
                workers,
                cores,
                passedOver(request, capabilities, wish));
    }

    private static String detail(Wish wish, Capabilities capabilities) {
        String manner =
                wish.reason == ReasonCode.PARENT_REUSED
                        ? null
                        : capabilities.manners().get(wish.flavor);
        return manner == null ? wish.detail : wish.detail + "; " + manner;
    }

    static int share(ScopeRequest.Parent parent) {
        return parent.inTask() ? parent.coresPerWorker() : parent.cores();
    }

    private static int workers(
            ScopeRequest request, RuntimeConfig config, Flavor flavor, int cores) {
        if (flavor == Flavor.NONE) {
            return 1;
        }
        if (request.workers() > 0) {
            return request.workers();
        }
        Integer configured = config.workers();
        if (configured != null) {
            return configured;
        }
        return flavor == Flavor.VIRTUAL ? Integer.MAX_VALUE : cores;
    }

    private static List<Decision.Candidate> passedOver(
            ScopeRequest request, Capabilities capabilities, Wish wish) {
        List<Decision.Candidate> others = new ArrayList<>();
        for (Flavor flavor : Flavor.values()) {
            if (flavor != Flavor.AUTO && flavor != wish.flavor) {
                others.add(passedOver(flavor, request, capabilities, wish));
            }
        }
        return others;
    }

    private static Decision.Candidate passedOver(
            Flavor flavor, ScopeRequest request, Capabilities capabilities, Wish wish) {
        String missing = capabilities.unavailable().get(flavor);
        if (missing != null) {
            return new Decision.Candidate(flavor, ReasonCode.UNAVAILABLE, missing);
        }
        if (request.flavor() != Flavor.AUTO) {
            return new Decision.Candidate(
                    flavor, ReasonCode.NOT_REQUESTED, request.flavor().id() + " was asked for");
        }
        return new Decision.Candidate(flavor, ReasonCode.LESS_SUITABLE, wish.detail);
    }
}
