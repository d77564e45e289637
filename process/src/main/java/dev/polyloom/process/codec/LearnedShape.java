package dev.polyloom.process.codec;

import java.io.InvalidObjectException;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * A shape as a worker knows it. Holds its class weakly, so that the class can be unloaded; what
 * never captures is made once for as long as somebody uses it.
 */
final class LearnedShape {
    private static final Object[] NOTHING = {};

    private final ShapeDefinition definition;
    private final int loader;
    private final LoaderTable loaders;
    private volatile WeakReference<@Nullable LambdaMaker> maker = new WeakReference<>(null);
    private volatile WeakReference<@Nullable Object> only = new WeakReference<>(null);

    LearnedShape(ShapeDefinition definition, int loader, LoaderTable loaders) {
        this.definition = definition;
        this.loader = loader;
        this.loaders = loaders;
    }

    int captured() {
        return definition.captured();
    }

    /** Returns the lambda that captures nothing. */
    Object make() throws ClassNotFoundException, InvalidObjectException {
        Object known = only.get();
        if (known == null) {
            known = make(NOTHING);
            only = new WeakReference<>(known);
        }
        return known;
    }

    /** Makes a lambda that has captured these values; may run the initialiser of its class. */
    Object make(Object[] values) throws ClassNotFoundException, InvalidObjectException {
        LambdaMaker known = maker.get();
        if (known == null) {
            known = LambdaMaker.of(capturing());
            maker = new WeakReference<>(known);
        }
        return known.make(definition.with(known.capturing(), values), false);
    }

    private Class<?> capturing() throws ClassNotFoundException, InvalidObjectException {
        String name = definition.capturing().replace('/', '.');
        try {
            return Class.forName(name, false, loaders.loader(loader));
        } catch (IllegalArgumentException e) {
            InvalidObjectException gone = new InvalidObjectException(name + ": " + e.getMessage());
            gone.initCause(e);
            throw gone;
        }
    }
}
