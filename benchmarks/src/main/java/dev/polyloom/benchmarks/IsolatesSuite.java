package dev.polyloom.benchmarks;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.isolate.Realm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What isolates take: a call with a small record in and another out, directly and through a scope,
 * and a new realm. Each round measures each contender once; the figures are medians of the rounds'
 * p50.
 */
final class IsolatesSuite {
    private static final String REALM = "Realm.call";
    private static final String PLAIN = "URLClassLoader, serialised values";
    private static final String SCOPE = "scope of isolates";
    private static final String FIXED_POOL = "JDK fixed pool";
    private static final String PROCESSES = "scope of processes";
    private static final String NEW_REALM = "new realm";
    private static final String NEW_PLAIN = "new URLClassLoader, serialised values";

    private final int rounds;
    private final Duration time;
    private final Map<String, IsolateCall> contenders = new LinkedHashMap<>();
    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    IsolatesSuite(boolean quick) {
        rounds = quick ? 1 : 9;
        time = quick ? Duration.ofMillis(20) : Duration.ofMillis(700);
    }

    List<Row> run() throws Exception {
        try (Realm realm = Realm.open(IsolateCall.OPTIONS);
                PlainLoader plain = new PlainLoader();
                Scope isolates = Run.isolates().workers(1).open();
                Scope processes = Run.processes().workers(1).open();
                ExecutorService pool = Executors.newFixedThreadPool(1)) {
            contenders.put(REALM, IsolateCall.in(realm));
            contenders.put(PLAIN, plain);
            contenders.put(SCOPE, IsolateCall.through(isolates));
            contenders.put(FIXED_POOL, IsolateCall.through(pool));
            contenders.put(PROCESSES, IsolateCall.through(processes));
            contenders.put(NEW_REALM, IsolateCall::inNewRealm);
            contenders.put(NEW_PLAIN, PlainLoader::fresh);
            for (int round = 0; round <= rounds; round++) {
                measure(round);
            }
        }
        return rows();
    }

    /** Measures each contender; the first round only warms up. */
    private void measure(int round) throws Exception {
        System.err.printf("isolates: round %d of %d%n", round, rounds);
        for (Map.Entry<String, IsolateCall> contender : contenders.entrySet()) {
            IsolateCall call = contender.getValue();
            Billing.Order order = new Billing.Order(7, "loom", 100);
            String times = Measures.warmTimes(time, () -> check(call.bill(order)));
            if (round > 0) {
                double p50 = Double.parseDouble(times.substring(0, times.indexOf(' ')));
                figures.computeIfAbsent(contender.getKey(), name -> new ArrayList<>()).add(p50);
            }
        }
    }

    private static void check(Billing.Bill bill) {
        if (bill.number() != 7 || bill.total() != 150) {
            throw new IllegalStateException("a wrong bill: " + bill);
        }
    }

    private List<Row> rows() {
        return List.of(
                Row.judged(
                        "warm call, record in and out, p50",
                        micros(REALM),
                        "us",
                        PLAIN,
                        micros(PLAIN),
                        Bar.atMost(5, "us")),
                Row.atMostAdded(
                        "scope: submit().get(), p50",
                        micros(SCOPE),
                        "us",
                        FIXED_POOL,
                        micros(FIXED_POOL),
                        5),
                Row.report(
                        "scope: submit().get(), p50",
                        micros(SCOPE),
                        "us",
                        PROCESSES,
                        micros(PROCESSES)),
                Row.judged(
                        "new realm on a warm class path, a call, and its end, p50",
                        micros(NEW_REALM) / 1e3,
                        "ms",
                        NEW_PLAIN,
                        micros(NEW_PLAIN) / 1e3,
                        Bar.atMost(20, "ms")));
    }

    private double micros(String contender) {
        return Statistics.median(figures.getOrDefault(contender, List.of())) / 1e3;
    }
}
