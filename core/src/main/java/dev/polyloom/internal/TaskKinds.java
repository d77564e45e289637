package dev.polyloom.internal;

import dev.polyloom.spi.ComposedBody;
import dev.polyloom.spi.ScopeTask;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The kinds of tasks that a pool has met, by the class of their code. */
final class TaskKinds {
    /** Code that comes after so many classes is all of one kind: somebody makes classes. */
    private static final int MOST = 1_000;

    private static final String LAMBDA = "$$Lambda";

    private final boolean onThreads;
    private final Map<Class<?>, TaskKind> kinds = new ConcurrentHashMap<>();
    private final TaskKind others;
    private TaskKind last;

    TaskKinds(boolean onThreads) {
        this.onThreads = onThreads;
        others = new TaskKind(TaskKinds.class, "other code", onThreads);
        last = others;
    }

    @SuppressWarnings("ReferenceEquality") // identity is the question
    TaskKind of(ScopeTask<?> task) {
        Object body = task.callable();
        Object code = body instanceof ComposedBody composed ? composed.code() : body;
        Class<?> type = code == null ? TaskKinds.class : code.getClass();
        TaskKind kind = last;
        return kind.type == type ? kind : find(type);
    }

    private TaskKind find(Class<?> type) {
        TaskKind kind = kinds.get(type);
        if (kind == null) {
            kind = kinds.size() < MOST ? kinds.computeIfAbsent(type, this::first) : others;
        }
        last = kind;
        return kind;
    }

    private TaskKind first(Class<?> type) {
        return new TaskKind(type, name(type, kinds.size() + 1), onThreads);
    }

    /** Lambdas of one class differ in an address only; the number tells them apart. */
    private static String name(Class<?> type, int number) {
        String full = type.getName();
        int lambda = full.indexOf(LAMBDA);
        if (lambda < 0) {
            return full.substring(full.lastIndexOf('.') + 1);
        }
        String owner = full.substring(0, lambda);
        return "lambda %d in %s".formatted(number, owner.substring(owner.lastIndexOf('.') + 1));
    }
}
