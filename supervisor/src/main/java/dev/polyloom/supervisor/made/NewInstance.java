package dev.polyloom.supervisor.made;

import dev.polyloom.supervisor.AsyncService;
import dev.polyloom.supervisor.SerializableAsyncService;
import dev.polyloom.supervisor.SerializableService;
import dev.polyloom.supervisor.Service;
import dev.polyloom.supervisor.ServiceContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.concurrent.CompletionStage;

/** Makes a new instance of a class at each start, and runs that. */
public final class NewInstance {
    private NewInstance() {}

    private record Blocking(Class<?> type) implements SerializableService, OfClass {
        @Override
        public void run(ServiceContext context) throws Exception {
            switch (make(type)) {
                case Service service -> service.run(context);
                case Object body -> {
                    context.ready();
                    ((Runnable) body).run();
                }
            }
        }
    }

    private record Async(Class<?> type) implements SerializableAsyncService, OfClass {
        @Override
        public CompletionStage<?> runAsync(ServiceContext context) throws Exception {
            return ((AsyncService) make(type)).runAsync(context);
        }
    }

    /**
     * Makes a service of a class.
     *
     * @throws IllegalArgumentException if that cannot be
     */
    public static Service of(Class<?> type) {
        if (!Service.class.isAssignableFrom(type) && !Runnable.class.isAssignableFrom(type)) {
            throw new IllegalArgumentException(
                    "%s is neither a Service nor a Runnable".formatted(type.getName()));
        }
        Constructor<?> _ = constructor(type);
        return AsyncService.class.isAssignableFrom(type) ? new Async(type) : new Blocking(type);
    }

    private static Object make(Class<?> type) throws Exception {
        try {
            return constructor(type).newInstance();
        } catch (InvocationTargetException e) {
            throw Thrown.by(e);
        }
    }

    /** Finds the constructor without parameters, and opens it. */
    static Constructor<?> constructor(Class<?> type) {
        if (Modifier.isAbstract(type.getModifiers())) {
            throw new IllegalArgumentException(
                    "%s is abstract, so there can be no instance".formatted(type.getName()));
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            if (!constructor.trySetAccessible()) {
                throw new IllegalArgumentException(
                        "the constructor of %s cannot be reached; open its package to %s"
                                .formatted(type.getName(), NewInstance.class.getModule()));
            }
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(
                    "%s has no constructor without parameters".formatted(type.getName()), e);
        }
    }
}
