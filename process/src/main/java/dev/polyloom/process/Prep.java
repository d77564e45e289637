package dev.polyloom.process;

import dev.polyloom.SerializableBiFunction;
import dev.polyloom.SerializableCallable;
import dev.polyloom.SerializableFunction;
import dev.polyloom.SerializableRunnable;
import dev.polyloom.SerializableTriFunction;
import dev.polyloom.process.actions.Travelling;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A prepared start: a function, its arguments, annotations, and what is done before and after.
 * Immutable; can be kept, sent, and submitted any number of times, to a {@link dev.polyloom.Scope}
 * of any flavor or to an {@link Endpoint}. To be sent, its arguments must be serialisable, or
 * paths.
 *
 * <pre>{@code
 * Prep<Integer> prep = Prep.of(Images::resize, "a.png").annotate("size", "small");
 * Future<Integer> done = scope.submit(prep);
 * }</pre>
 *
 * @param <T> what the function returns; a {@code CompletionStage} for {@code submitAsync}
 */
public final class Prep<T extends @Nullable Object> implements SerializableCallable<T> {
    private static final long serialVersionUID = 1L;

    private final SerializableFunction<List<@Nullable Object>, ? extends T> function;
    private final ArrayList<@Nullable Object> arguments;
    private final TreeMap<String, String> annotations;
    private final ArrayList<SerializableRunnable> before;
    private final ArrayList<SerializableRunnable> after;

    private Prep(
            SerializableFunction<List<@Nullable Object>, ? extends T> function,
            List<@Nullable Object> arguments,
            Map<String, String> annotations,
            List<SerializableRunnable> before,
            List<SerializableRunnable> after) {
        this.function = Objects.requireNonNull(function, "function");
        this.arguments = new ArrayList<>(arguments);
        this.annotations = new TreeMap<>(annotations);
        this.before = new ArrayList<>(before);
        this.after = new ArrayList<>(after);
    }

    /**
     * Prepares a function that takes its arguments as a list.
     *
     * @param <T> what it returns
     * @param function the function
     * @param arguments its arguments
     * @return the prep
     */
    public static <T extends @Nullable Object> Prep<T> ofList(
            SerializableFunction<List<@Nullable Object>, ? extends T> function,
            List<? extends @Nullable Object> arguments) {
        return new Prep<>(function, new ArrayList<>(arguments), Map.of(), List.of(), List.of());
    }

    /**
     * Prepares a function without arguments.
     *
     * @param <T> what it returns
     * @param function the function
     * @return the prep
     */
    public static <T extends @Nullable Object> Prep<T> of(
            SerializableCallable<? extends T> function) {
        return Prep.<T>ofList(list -> function.call(), List.of());
    }

    /**
     * Prepares a function of one argument.
     *
     * @param <A> its argument
     * @param <T> what it returns
     * @param function the function
     * @param first the argument
     * @return the prep
     */
    @SuppressWarnings("unchecked")
    public static <A extends @Nullable Object, T extends @Nullable Object> Prep<T> of(
            SerializableFunction<A, ? extends T> function, A first) {
        return Prep.<T>ofList(list -> function.apply((A) list.get(0)), listOf(first));
    }

    /**
     * Prepares a function of two arguments.
     *
     * @param <A> its first argument
     * @param <B> its second argument
     * @param <T> what it returns
     * @param function the function
     * @param first the first argument
     * @param second the second argument
     * @return the prep
     */
    @SuppressWarnings("unchecked")
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    T extends @Nullable Object>
            Prep<T> of(SerializableBiFunction<A, B, ? extends T> function, A first, B second) {
        return Prep.<T>ofList(
                list -> function.apply((A) list.get(0), (B) list.get(1)), listOf(first, second));
    }

    /**
     * Prepares a function of three arguments.
     *
     * @param <A> its first argument
     * @param <B> its second argument
     * @param <C> its third argument
     * @param <T> what it returns
     * @param function the function
     * @param first the first argument
     * @param second the second argument
     * @param third the third argument
     * @return the prep
     */
    @SuppressWarnings("unchecked")
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    T extends @Nullable Object>
            Prep<T> of(
                    SerializableTriFunction<A, B, C, ? extends T> function,
                    A first,
                    B second,
                    C third) {
        return Prep.<T>ofList(
                list -> function.apply((A) list.get(0), (B) list.get(1), (C) list.get(2)),
                listOf(first, second, third));
    }

    private static List<@Nullable Object> listOf(@Nullable Object... values) {
        List<@Nullable Object> list = new ArrayList<>();
        Collections.addAll(list, values);
        return list;
    }

    /**
     * Returns this prep with other arguments.
     *
     * @param others the arguments, as many as the function takes
     * @return the new prep
     */
    public Prep<T> arguments(@Nullable Object... others) {
        return new Prep<>(function, listOf(others), annotations, before, after);
    }

    /**
     * Returns this prep with an annotation, which {@link Call#annotations()} shows.
     *
     * @param key the annotation's key
     * @param value its value
     * @return the new prep
     */
    public Prep<T> annotate(String key, String value) {
        Map<String, String> more = new TreeMap<>(annotations);
        more.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
        return new Prep<>(function, arguments, more, before, after);
    }

    /**
     * Returns this prep with something more to be done where it runs, before the function, after
     * what was to be done before. If it throws, the function is not called.
     *
     * @param hook what to do
     * @return the new prep
     */
    public Prep<T> before(SerializableRunnable hook) {
        List<SerializableRunnable> more = new ArrayList<>(before);
        more.add(Objects.requireNonNull(hook, "hook"));
        return new Prep<>(function, arguments, annotations, more, after);
    }

    /**
     * Returns this prep with something more to be done where it runs, when the function has
     * returned or thrown, or a hook before it has thrown. The hook added last runs first; all run.
     * What a hook throws fails the call, or is suppressed in what failed it before.
     *
     * @param hook what to do
     * @return the new prep
     */
    public Prep<T> after(SerializableRunnable hook) {
        List<SerializableRunnable> more = new ArrayList<>(after);
        more.addFirst(Objects.requireNonNull(hook, "hook"));
        return new Prep<>(function, arguments, annotations, before, more);
    }

    /**
     * Returns the arguments.
     *
     * @return the arguments
     */
    public List<@Nullable Object> arguments() {
        return Collections.unmodifiableList(arguments);
    }

    /**
     * Returns the annotations.
     *
     * @return the annotations by key
     */
    public Map<String, String> annotations() {
        return Collections.unmodifiableMap(annotations);
    }

    /**
     * Runs the function here, between its hooks.
     *
     * @return what it returns
     * @throws Exception what it, or a hook, throws
     */
    @Override
    public T call() throws Exception {
        T result;
        try {
            before.forEach(Runnable::run);
            result = function.apply(arguments());
        } catch (Throwable e) {
            runAfter(e);
            throw e;
        }
        switch (runAfter(null)) {
            case null -> {}
            case Error error -> throw error;
            case Throwable e -> throw (RuntimeException) e;
        }
        return result;
    }

    private @Nullable Throwable runAfter(@Nullable Throwable failure) {
        Throwable first = failure;
        for (SerializableRunnable hook : after) {
            first = run(hook, first);
        }
        return first;
    }

    private static @Nullable Throwable run(SerializableRunnable hook, @Nullable Throwable failure) {
        try {
            hook.run();
        } catch (Throwable e) {
            if (failure == null) {
                return e;
            }
            failure.addSuppressed(e);
        }
        return failure;
    }

    @Serial
    private Object writeReplace() {
        List<@Nullable Object> packed = new ArrayList<>(arguments);
        packed.replaceAll(Travelling::packed);
        return new Prep<>(function, packed, annotations, before, after);
    }

    @Override
    public String toString() {
        return "Prep" + arguments + (annotations.isEmpty() ? "" : " " + annotations);
    }
}
