package dev.polyloom.process;

import dev.polyloom.SerializableRunnable;
import dev.polyloom.process.actions.ActionMethod;
import dev.polyloom.process.actions.Installed;
import dev.polyloom.process.actions.Overloads;
import dev.polyloom.process.actions.PreparedCall;
import dev.polyloom.process.actions.Routes;
import dev.polyloom.process.actions.TextArguments;
import dev.polyloom.process.actions.Travelling;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The actions that can be called: methods under dotted names, and nothing else. Immutable, and safe
 * for use by several threads.
 *
 * <p>Methods of one name are told apart by the arguments, as the compiler does it with expressions
 * of the arguments' own classes: first without boxing, then with it, then as a variable number of
 * arguments. A boxed number counts as the plain number it holds, as a literal would.
 *
 * <pre>{@code
 * Actions actions = Actions.of(Images.class);
 * try (Scope scope = Run.processes().initializer(actions.installer()).open()) {
 *     Calls calls = Calls.over(scope, actions);
 *     calls.call("images.thumbnail", "a.png", 128);
 * }
 * }</pre>
 */
public final class Actions implements Serializable {
    private static final long serialVersionUID = 1L;

    /** No actions, so that nothing can be called. */
    public static final Actions NONE = new Actions(Map.of());

    private final TreeMap<String, Overloads> byName;

    Actions(Map<String, List<ActionMethod>> methods) {
        byName = new TreeMap<>();
        methods.forEach((name, overloads) -> byName.put(name, new Overloads(name, overloads)));
    }

    /**
     * Returns a builder without actions.
     *
     * @return a new builder
     */
    public static ActionsBuilder builder() {
        return new ActionsBuilder();
    }

    /**
     * Makes actions of the annotated methods of classes.
     *
     * @param classes the classes
     * @return the actions
     * @throws ActionException if a class has none or one that cannot be called
     */
    public static Actions of(Class<?>... classes) {
        ActionsBuilder builder = builder();
        for (Class<?> each : classes) {
            builder.type(each);
        }
        return builder.build();
    }

    /**
     * Returns the names that can be called.
     *
     * @return the names in alphabetical order
     */
    public Set<String> names() {
        return java.util.Collections.unmodifiableSet(byName.keySet());
    }

    /**
     * Returns how an action can be called.
     *
     * @param name its name
     * @return a signature for each method of the name, such as {@code images.thumbnail(String, int)
     *     -> Path}
     * @throws ActionException if there is no such action; it lists those with similar names
     */
    public List<String> signatures(String name) {
        return overloads(name).signatures();
    }

    /**
     * Checks that a call could be made.
     *
     * @param call the call
     * @throws ActionException if there is no such action or none that takes the arguments
     */
    public void check(DeferredCall call) {
        overloads(call.name()).choose(call.arguments().toArray());
    }

    /**
     * Returns no more than what a call needs, so that it travels without the classes of the rest.
     *
     * @param call the call
     * @return actions with the one method that the call calls
     * @throws ActionException if there is no such action or none that takes the arguments
     */
    public Actions only(DeferredCall call) {
        return new Actions(Map.of(call.name(), List.of(method(call))));
    }

    /**
     * Returns the class whose code a call runs.
     *
     * @param call the call
     * @return the class of the method or object, or that of the function
     * @throws ActionException if there is no such action or none that takes the arguments
     */
    public Class<?> type(DeferredCall call) {
        return method(call).type();
    }

    private ActionMethod method(DeferredCall call) {
        return overloads(call.name()).choose(call.arguments().toArray()).method();
    }

    /**
     * Makes a call in the calling thread.
     *
     * @param call the call
     * @return what the action returns, null for one that returns nothing
     * @throws ActionException if there is no such action or none that takes the arguments
     * @throws Exception what the action throws
     */
    public @Nullable Object invoke(DeferredCall call) throws Exception {
        @Nullable Object[] arguments = call.arguments().toArray();
        return overloads(call.name()).choose(arguments).invoke(arguments);
    }

    /**
     * Makes a call of texts, each turned into what the action takes: text, numbers, booleans,
     * characters, constants of an enum, paths, and types with {@code valueOf}, {@code of}, {@code
     * parse} or a constructor for text. Where methods of one name differ, one with exactly so many
     * parameters comes first, then the one whose types say most about the text.
     *
     * @param name the action's name, with types in brackets where the name alone is not enough:
     *     {@code images.thumbnail(String,int)}
     * @param texts the arguments
     * @return the call
     * @throws ActionException if there is no such action, or none that the texts fit
     */
    public DeferredCall parse(String name, List<String> texts) {
        int bracket = name.indexOf('(');
        String plain = bracket < 0 ? name : name.substring(0, bracket);
        return new TextArguments(overloads(plain)).parse(name.substring(plain.length()), texts);
    }

    /**
     * Makes a prep of a call, for any scope or endpoint. In this JVM it calls these actions, in a
     * worker process those that are installed there.
     *
     * @param call the call
     * @return the prep with the arguments of the call, which gives what the action returns, or what
     *     its stage completes with
     * @throws ActionException if there is no such action or none that takes the arguments
     */
    public Prep<@Nullable Object> prepare(DeferredCall call) {
        check(call);
        return Prep.ofList(new PreparedCall(call.name(), this), call.arguments());
    }

    private Overloads overloads(String name) {
        Overloads found = byName.get(name);
        if (found == null) {
            throw Overloads.unknown(name, byName.keySet());
        }
        return found;
    }

    /**
     * Returns the actions of this process: in a worker those that it was started with.
     *
     * @return the actions, {@link #NONE} before {@link #install()}
     */
    public static Actions installed() {
        return Installed.get() instanceof Actions actions ? actions : NONE;
    }

    /**
     * Makes these the actions of this process, in place of any others. In a worker they can then be
     * called by the primary and by the other workers.
     */
    public void install() {
        Installed.set(this);
        Head.find().ifPresent(Installed::serve);
    }

    /**
     * Lets those who have a pipe to an endpoint call these actions in this process.
     *
     * @param endpoint the endpoint; in the primary, {@link Router#of} gives that of a scope
     * @return ends it
     * @throws IllegalStateException if others are served there
     */
    public Registration serve(Endpoint endpoint) {
        return endpoint.on(DeferredCall.class, (call, from) -> answer(call));
    }

    private @Nullable Object answer(DeferredCall call) throws Exception {
        Object result = invoke(call);
        return Travelling.packed(
                result instanceof CompletionStage<?> stage ? Routes.await(stage) : result);
    }

    /**
     * Returns what makes these the actions of a worker process, for {@link
     * dev.polyloom.ProcessScopeBuilder#initializer}.
     *
     * @return the initializer
     */
    public SerializableRunnable installer() {
        return new Installer(this);
    }

    private record Installer(Actions actions) implements SerializableRunnable {
        @Override
        public void run() {
            actions.install();
        }
    }

    /** Returns the names. */
    @Override
    public String toString() {
        return "Actions" + byName.keySet();
    }
}
