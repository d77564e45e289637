package dev.polyloom.process.pool;

import dev.polyloom.spi.ScopeTask;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/** Describes tasks to people. */
final class TaskNames {
    private static final int MAX = 200;
    private static final Pattern LAMBDA =
            Pattern.compile("([\\w.$]+?)\\$\\$Lambda[\\w/$]*@[0-9a-f]+");
    private static final Pattern IDENTITY = Pattern.compile("([\\w.$]+)@[0-9a-f]{1,8}");

    private TaskNames() {}

    /** Returns what a task is: the text of its body, or where its lambda was written. */
    static String describe(ScopeTask<?> task) {
        Callable<?> body = task.callable();
        return body == null ? "a task that was cancelled" : describe(body);
    }

    private static String describe(Callable<?> body) {
        String text;
        try {
            text = String.valueOf(body);
        } catch (RuntimeException | StackOverflowError e) {
            return body.getClass().getName();
        }
        text = LAMBDA.matcher(text).replaceAll("lambda in $1");
        text = IDENTITY.matcher(text).replaceAll("$1");
        return text.length() <= MAX ? text : text.substring(0, MAX) + "…";
    }
}
