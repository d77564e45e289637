package dev.polyloom.process.actions;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What an action does. */
interface ActionBody extends Serializable {
    /** Calls it with as many arguments as it has parameters. */
    @Nullable Object call(@Nullable Object[] arguments) throws Throwable;

    /** Returns the class whose loader knows all that the code needs. */
    Class<?> type();

    /** Says which code it is, as error messages name it. */
    @Override
    String toString();
}
