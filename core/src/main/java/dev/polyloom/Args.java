package dev.polyloom;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The arguments of one call of a function of several arguments, for {@link Parallel#starmap}. */
public sealed interface Args extends Serializable {
    /**
     * Two arguments.
     *
     * @param <A> the first one's type
     * @param <B> the second one's type
     * @param first the first
     * @param second the second
     */
    record Two<A extends @Nullable Object, B extends @Nullable Object>(A first, B second)
            implements Args {}

    /**
     * Three arguments.
     *
     * @param <A> the first one's type
     * @param <B> the second one's type
     * @param <C> the third one's type
     * @param first the first
     * @param second the second
     * @param third the third
     */
    record Three<
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object>(
            A first, B second, C third) implements Args {}

    /**
     * Puts two arguments together.
     *
     * @param <A> the first one's type
     * @param <B> the second one's type
     * @param first the first
     * @param second the second
     * @return both
     */
    static <A extends @Nullable Object, B extends @Nullable Object> Two<A, B> of(
            A first, B second) {
        return new Two<>(first, second);
    }

    /**
     * Puts three arguments together.
     *
     * @param <A> the first one's type
     * @param <B> the second one's type
     * @param <C> the third one's type
     * @param first the first
     * @param second the second
     * @param third the third
     * @return all three
     */
    static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object>
            Three<A, B, C> of(A first, B second, C third) {
        return new Three<>(first, second, third);
    }
}
