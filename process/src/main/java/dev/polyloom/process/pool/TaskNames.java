package dev.polyloom.process.pool;

import dev.polyloom.spi.ScopeTask;
import java.util.concurrent.Callable;

/** Describes tasks to people. */
final class TaskNames {
    private static final int MAX = 200;
    private static final String LAMBDA = "$$Lambda";

    private TaskNames() {}

    /** Returns what a task is: the text of its body, or where its lambda was written. */
    static String describe(ScopeTask<?> task) {
        Callable<?> body = task.callable();
        return body == null ? "a task that was cancelled" : describe(body);
    }

    private static String describe(Callable<?> body) {
        Class<?> type = body.getClass();
        int lambda = type.getName().indexOf(LAMBDA);
        if (lambda >= 0) {
            return "lambda in " + type.getName().substring(0, lambda);
        }
        String text;
        try {
            text = String.valueOf(body);
        } catch (RuntimeException | StackOverflowError e) {
            return type.getName();
        }
        String plain = type.getName() + "@" + Integer.toHexString(System.identityHashCode(body));
        if (text.equals(plain)) {
            return type.getName();
        }
        return text.length() <= MAX ? text : text.substring(0, MAX) + "…";
    }
}
