package dev.polyloom.process.actions;

import dev.polyloom.process.ActionException;
import dev.polyloom.process.named.NearNames;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The methods of one name. Which one a call means is decided as the Java Language Specification has
 * it (15.12.2), the types of the arguments being those that they have when the call is made.
 */
public final class Overloads implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    private static final int MOST_NAMED = 12;

    private final String name;
    private final ActionMethod[] methods;

    /**
     * Makes overloads.
     *
     * @param name their name
     * @param methods the methods, at least one
     */
    public Overloads(String name, List<ActionMethod> methods) {
        this.name = name;
        this.methods = methods.toArray(ActionMethod[]::new);
    }

    /**
     * The method that a call means.
     *
     * @param method the method
     * @param spread whether its last parameter takes any number of arguments
     */
    public record Choice(ActionMethod method, boolean spread) {
        /**
         * Makes the call.
         *
         * @param arguments the arguments that led to this choice
         * @return the result
         * @throws Exception what the action throws
         */
        public @Nullable Object invoke(@Nullable Object[] arguments) throws Exception {
            return method.call(spread ? method.gathered(arguments) : arguments);
        }

        private Class<?> parameter(int index) {
            return method.parameter(index, spread);
        }
    }

    /**
     * Finds the method that a call means.
     *
     * @param arguments the arguments
     * @return the method
     * @throws ActionException if none takes them, or several do equally well
     */
    public Choice choose(@Nullable Object[] arguments) {
        List<Choice> fitting = fitting(arguments, Kinds::fitsStrictly, false);
        if (fitting.isEmpty()) {
            fitting = fitting(arguments, Kinds::fitsLoosely, false);
        }
        if (fitting.isEmpty()) {
            fitting = fitting(arguments, Kinds::fitsLoosely, true);
        }
        if (fitting.isEmpty()) {
            throw new ActionException(
                    "%s fits none of %s"
                            .formatted(CallText.of(name, Arrays.asList(arguments)), listed()));
        }
        return mostSpecific(fitting, arguments);
    }

    private List<Choice> fitting(
            @Nullable Object[] arguments,
            BiPredicate<@Nullable Object, Class<?>> fits,
            boolean spread) {
        return Arrays.stream(methods)
                .filter(method ->
                        spread
                                ? method.isVarArgs() && arguments.length >= method.arity() - 1
                                : arguments.length == method.arity())
                .filter(method ->
                        IntStream.range(0, arguments.length)
                                .allMatch(
                                        i -> fits.test(arguments[i], method.parameter(i, spread))))
                .map(method -> new Choice(method, spread))
                .toList();
    }

    private Choice mostSpecific(List<Choice> fitting, @Nullable Object[] arguments) {
        List<Choice> best =
                fitting.stream()
                        .filter(one ->
                                fitting.stream()
                                        .allMatch(other ->
                                                isMoreSpecific(one, other, arguments.length)))
                        .toList();
        if (best.size() == 1) {
            return best.getFirst();
        }
        throw new ActionException(
                "%s is ambiguous; it fits %s equally well"
                        .formatted(
                                CallText.of(name, Arrays.asList(arguments)),
                                fitting.stream()
                                        .map(choice -> choice.method().call())
                                        .collect(Collectors.joining(" and "))));
    }

    /** Tells whether a method takes nothing that the other does not take as well. */
    private static boolean isMoreSpecific(Choice one, Choice other, int arguments) {
        boolean oneMore = other.method().arity() == arguments + 1;
        return IntStream.range(0, oneMore ? arguments + 1 : arguments)
                .allMatch(i -> Kinds.isSubtype(one.parameter(i), other.parameter(i)));
    }

    List<ActionMethod> methods() {
        return List.of(methods);
    }

    String name() {
        return name;
    }

    /**
     * Returns how the methods are called.
     *
     * @return a signature for each
     */
    public List<String> signatures() {
        return Arrays.stream(methods).map(ActionMethod::signature).sorted().toList();
    }

    String listed() {
        return Arrays.stream(methods)
                .map(ActionMethod::call)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /**
     * Makes the error that a name is not registered.
     *
     * @param name the name
     * @param names those that are
     * @return the error, which names those near to it
     */
    public static ActionException unknown(String name, Collection<String> names) {
        String missing = "no action '%s'; ".formatted(CallText.shortened(name));
        if (names.isEmpty()) {
            return new ActionException(missing + "none is registered here");
        }
        List<String> near = NearNames.of(name, names);
        if (!near.isEmpty()) {
            return new ActionException(
                    missing + "did you mean %s?".formatted(String.join(" or ", near)));
        }
        String some = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int left = names.size() - MOST_NAMED;
        return new ActionException(
                missing + "there is " + some + (left > 0 ? " and %d more".formatted(left) : ""));
    }
}
