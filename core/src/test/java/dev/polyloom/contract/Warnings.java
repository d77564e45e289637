package dev.polyloom.contract;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What the heart of the library logs, from the start of a test to its end. The logging of the JDK
 * is reached by name, since the module under test does not read it.
 */
final class Warnings implements AutoCloseable {
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final Object logger;
    private final Class<?> filterType;

    Warnings() throws ReflectiveOperationException {
        Class<?> loggerType = Class.forName("java.util.logging.Logger");
        filterType = Class.forName("java.util.logging.Filter");
        logger = loggerType.getMethod("getLogger", String.class).invoke(null, "dev.polyloom");
        Method message = Class.forName("java.util.logging.LogRecord").getMethod("getMessage");
        setFilter(
                Proxy.newProxyInstance(
                        filterType.getClassLoader(),
                        new Class<?>[] {filterType},
                        (proxy, method, arguments) -> {
                            messages.add(String.valueOf(message.invoke(arguments[0])));
                            return false;
                        }));
    }

    private void setFilter(@org.jspecify.annotations.Nullable Object filter)
            throws ReflectiveOperationException {
        logger.getClass().getMethod("setFilter", filterType).invoke(logger, filter);
    }

    List<String> messages() {
        return messages;
    }

    @Override
    public void close() throws ReflectiveOperationException {
        setFilter(null);
    }
}
