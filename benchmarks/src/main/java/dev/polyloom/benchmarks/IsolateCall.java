package dev.polyloom.benchmarks;

import dev.polyloom.IsolateOptions;
import dev.polyloom.Scope;
import dev.polyloom.SerializableCallable;
import dev.polyloom.isolate.Realm;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** Something that takes an order to the classes of another loader, and the bill back. */
@FunctionalInterface
interface IsolateCall {
    /** Shares nothing with the application, as by default. */
    IsolateOptions OPTIONS = new IsolateOptions(List.of(), List.of(), null);

    Billing.Bill bill(Billing.Order order) throws Exception;

    /** Calls into a realm that is open. */
    static IsolateCall in(Realm realm) {
        return order -> realm.call(() -> Billing.bill(order));
    }

    /** Opens a realm, calls into it, and closes it. */
    static Billing.Bill inNewRealm(Billing.Order order) throws Exception {
        try (Realm realm = Realm.open(OPTIONS)) {
            return in(realm).bill(order);
        }
    }

    /** Submits to a scope, and waits for what comes back. */
    static IsolateCall through(Scope scope) {
        return order ->
                scope.submit((SerializableCallable<Billing.Bill>) () -> Billing.bill(order)).get();
    }

    /** Submits to an executor of the JDK, whose threads have the application's classes. */
    static IsolateCall through(ExecutorService executor) {
        return order -> executor.submit(() -> Billing.bill(order)).get();
    }
}
