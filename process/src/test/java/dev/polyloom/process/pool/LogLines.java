package dev.polyloom.process.pool;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What the module logs where people see it, until this is closed. The logging of the JDK is reached
 * by name, since the module under test does not read it.
 */
public final class LogLines implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Object logger;
    private final Class<?> filterType;

    /** Begins to keep lines. */
    public LogLines() throws ReflectiveOperationException {
        Class<?> loggerType = Class.forName("java.util.logging.Logger");
        Class<?> recordType = Class.forName("java.util.logging.LogRecord");
        filterType = Class.forName("java.util.logging.Filter");
        logger =
                loggerType
                        .getMethod("getLogger", String.class)
                        .invoke(null, "dev.polyloom.process");
        Method message = recordType.getMethod("getMessage");
        Method parameters = recordType.getMethod("getParameters");
        setFilter(
                Proxy.newProxyInstance(
                        filterType.getClassLoader(),
                        new Class<?>[] {filterType},
                        (proxy, method, arguments) -> {
                            Object[] values = (Object[]) parameters.invoke(arguments[0]);
                            String text = (String) message.invoke(arguments[0]);
                            lines.add(values == null ? text : MessageFormat.format(text, values));
                            return false;
                        }));
    }

    private void setFilter(@Nullable Object filter) throws ReflectiveOperationException {
        logger.getClass().getMethod("setFilter", filterType).invoke(logger, filter);
    }

    /** Returns the lines so far. */
    public List<String> lines() {
        return lines;
    }

    @Override
    public void close() throws ReflectiveOperationException {
        setFilter(null);
    }
}
