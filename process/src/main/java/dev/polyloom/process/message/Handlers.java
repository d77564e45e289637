package dev.polyloom.process.message;

import dev.polyloom.process.MessageHandler;
import dev.polyloom.process.NoHandlerException;
import dev.polyloom.process.Registration;
import dev.polyloom.process.named.NearNames;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The message handlers of one endpoint, by name and by type. Safe for use by several threads. */
final class Handlers {
    private static final int MAX_NAME = 1000;

    private final Map<String, Handler> byName = new ConcurrentHashMap<>();
    private final Map<Class<?>, Handler> byType = new ConcurrentHashMap<>();

    /** A handler with the class loader of whoever registered it. */
    record Handler(MessageHandler<@Nullable Object> body, @Nullable ClassLoader context) {
        static Handler of(MessageHandler<@Nullable Object> body) {
            return new Handler(
                    Objects.requireNonNull(body, "handler"),
                    Thread.currentThread().getContextClassLoader());
        }
    }

    Registration put(String name, MessageHandler<@Nullable Object> body) {
        return put(byName, checked(name), body, "messages named '%s'".formatted(name));
    }

    @SuppressWarnings("unchecked") // it is given nothing but values of its type
    <T> Registration put(Class<T> type, MessageHandler<? super T> body) {
        return put(
                byType,
                type,
                (MessageHandler<@Nullable Object>) (MessageHandler<?>) body,
                "messages of " + type.getTypeName());
    }

    private static <K> Registration put(
            Map<K, Handler> all, K key, MessageHandler<@Nullable Object> body, String what) {
        Handler handler = Handler.of(body);
        if (all.putIfAbsent(key, handler) != null) {
            throw new IllegalStateException(
                    what + " have a handler; close its registration before you set another");
        }
        return () -> all.remove(key, handler);
    }

    static String checked(String name) {
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException(
                    "the name of a message has from 1 to %d characters, not %d"
                            .formatted(MAX_NAME, name.length()));
        }
        return name;
    }

    /** Returns the handler of a message, or null. */
    @Nullable Handler find(String name, @Nullable Object value) {
        return name.isEmpty()
                ? (value == null ? null : ofType(value.getClass()))
                : byName.get(name);
    }

    private @Nullable Handler ofType(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            Handler handler = byType.get(each);
            Handler found = handler != null ? handler : ofInterfaces(each);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Handler ofInterfaces(Class<?> type) {
        for (Class<?> each : type.getInterfaces()) {
            Handler handler = byType.get(each);
            Handler found = handler != null ? handler : ofInterfaces(each);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Says that a message has no handler. */
    NoHandlerException none(String endpoint, String name, @Nullable Object value) {
        if (!name.isEmpty()) {
            String hint = NearNames.hint(name, byName.keySet(), "named handlers");
            return new NoHandlerException(
                    "%s has no handler for messages named '%s'%s".formatted(endpoint, name, hint));
        }
        String type = value == null ? "null" : value.getClass().getTypeName();
        List<String> types = byType.keySet().stream().map(Class::getTypeName).toList();
        return new NoHandlerException(
                "%s has no handler for messages of %s%s"
                        .formatted(
                                endpoint, type, NearNames.hint(type, types, "handlers of types")));
    }
}
