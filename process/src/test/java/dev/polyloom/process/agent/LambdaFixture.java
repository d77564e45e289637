package dev.polyloom.process.agent;

import java.io.Serializable;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.IntSupplier;

/** Makes lambdas of every kind, none of them serialisable by itself. */
public final class LambdaFixture implements Serializable {
    private static final long serialVersionUID = 1L;
    private final int field = 3;

    public LambdaFixture() {}

    interface Narrow<T extends CharSequence> extends Function<T, Integer> {
        @Override
        Integer apply(T text);
    }

    public List<Callable<?>> make() {
        int local = 4;
        long wide = 5L;
        String text = "abc";
        Function<String, Integer> unbound = String::length;
        Function<String, StringBuilder> constructor = StringBuilder::new;
        IntSupplier bound = text::length;
        Narrow<String> bridged = t -> t.length() + local;
        Callable<Integer> already = (Callable<Integer> & Serializable) () -> 6;
        Callable<Integer> marked = (Callable<Integer> & Cloneable) () -> 7;
        return List.of(
                () -> local,
                () -> wide + field,
                () -> unbound.apply("abcd"),
                () -> constructor.apply("x").append(1).toString(),
                bound::getAsInt,
                () -> bridged.apply("q"),
                already,
                marked);
    }
}
