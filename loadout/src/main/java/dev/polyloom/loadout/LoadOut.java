package dev.polyloom.loadout;

import dev.polyloom.ProcessScopeBuilder;
import dev.polyloom.Scope;
import dev.polyloom.ScopeBuilder;
import dev.polyloom.loadout.check.Checker;
import dev.polyloom.loadout.source.DatabaseSource;
import dev.polyloom.process.ActionException;
import dev.polyloom.process.Actions;
import dev.polyloom.process.Calls;
import dev.polyloom.process.Prep;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Actions, preps and workers as a file or a database describes them, checked and ready to be
 * opened. Immutable; nothing runs before {@link #open()}.
 *
 * <pre>{@code
 * LoadOut loadOut = LoadOut.read(Path.of("loadout.yaml"));
 * try (Scope scope = loadOut.open()) {
 *     Object small = loadOut.calls(scope).call("images.thumbnail", "a.png");
 * }
 * }</pre>
 */
public final class LoadOut {
    private final @Nullable String name;
    private final Actions actions;
    private final Map<String, Prep<@Nullable Object>> preps;
    private final Supplier<ScopeBuilder> workers;

    LoadOut(Checker.Checked checked) {
        name = checked.name();
        actions = checked.actions();
        preps = Collections.unmodifiableMap(checked.preps());
        workers = checked.workers();
    }

    /**
     * Reads a load-out from a file, with the classes on its own class path.
     *
     * @param file the YAML file
     * @return the load-out
     * @throws LoadOutException with all that is wrong
     */
    public static LoadOut read(Path file) {
        return reader().read(file);
    }

    /**
     * Returns what reads load-outs from files and databases.
     *
     * @return a new reader
     */
    public static LoadOutReader reader() {
        return new LoadOutReader();
    }

    /**
     * Returns the statements that make the tables of load-outs, in SQL that H2 and PostgreSQL
     * understand.
     *
     * @return the statements, each with a semicolon at its end
     */
    public static String tables() {
        return DatabaseSource.tables();
    }

    /**
     * Returns its name, which becomes that of its scopes.
     *
     * @return the name, or empty
     */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /**
     * Returns what can be called.
     *
     * @return the actions
     */
    public Actions actions() {
        return actions;
    }

    /**
     * Returns its prepared starts.
     *
     * @return the preps by name, in the order of the load-out
     */
    public Map<String, Prep<@Nullable Object>> preps() {
        return preps;
    }

    /**
     * Returns one of its prepared starts.
     *
     * @param wanted its name
     * @return the prep
     * @throws ActionException if there is none of the name; it lists those there are
     */
    public Prep<@Nullable Object> prep(String wanted) {
        Prep<@Nullable Object> prep = preps.get(wanted);
        if (prep == null) {
            String there = preps.isEmpty() ? "none" : String.join(", ", preps.keySet());
            throw new ActionException("no prep '%s'; there is %s".formatted(wanted, there));
        }
        return prep;
    }

    /**
     * Returns a builder for a scope with its workers, to which more can be added. Worker processes
     * begin by making its actions theirs, so keep the initializer.
     *
     * @return a new builder
     */
    public ScopeBuilder scope() {
        ScopeBuilder builder = workers.get();
        return builder instanceof ProcessScopeBuilder processes
                ? processes.initializer(actions.installer())
                : builder;
    }

    /**
     * Opens a scope with its workers.
     *
     * @return the scope, to be closed by the caller
     * @throws dev.polyloom.FlavorUnavailableException if its flavor cannot be had here
     */
    public Scope open() {
        return scope().open();
    }

    /**
     * Returns what calls its actions in whichever worker is free first.
     *
     * @param scope a scope opened by this load-out
     * @return the calls
     */
    public Calls calls(Scope scope) {
        return Calls.over(scope, actions);
    }

    @Override
    public String toString() {
        return "LoadOut[%s, %s, preps %s]"
                .formatted(name().orElse("unnamed"), actions, preps.keySet());
    }
}
