package dev.polyloom.process.location;

import dev.polyloom.process.WriteLocationException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds drivers, connects, and runs work in transactions. */
final class Jdbc {
    private static final String H2 = "jdbc:h2:";
    private static final String H2_ADDRESS = "h2.bindAddress";

    private Jdbc() {}

    /** Something done with a connection. */
    @FunctionalInterface
    interface Work {
        long run(Connection connection) throws SQLException;
    }

    /** Tells users of modular applications what is missing, before a class is. */
    static void requireModule() {
        if (ModuleLayer.boot().findModule("java.sql").isEmpty()) {
            throw new WriteLocationException(
                    "this JVM runs without the module java.sql, which tables need; add"
                            + " --add-modules java.sql",
                    null);
        }
    }

    static String embedded(Path database) {
        String path = database.toAbsolutePath().normalize().toString();
        if (path.indexOf(';') >= 0) {
            throw new IllegalArgumentException(
                    "the path of an embedded database must not have a ';': " + path);
        }
        return H2 + "file:" + path + ";AUTO_SERVER=TRUE;USER=sa;PASSWORD=";
    }

    /** Returns what of a URL may be shown. */
    static String withoutSecrets(String url) {
        return url.replaceFirst("[;?].*", "").replaceFirst("//[^/@]*@", "//");
    }

    static Connection connect(String url) throws SQLException {
        if (url.startsWith(H2)
                && url.contains("AUTO_SERVER")
                && System.getProperty(H2_ADDRESS) == null) {
            // who serves the others must not do so to the network
            System.setProperty(H2_ADDRESS, "localhost");
        }
        Connection connection = driver(url).connect(url, new Properties());
        if (connection == null) {
            throw noDriver(url);
        }
        return connection;
    }

    private static Driver driver(String url) throws SQLException {
        try {
            return DriverManager.getDriver(url);
        } catch (SQLException e) {
            Driver driver = driverOfTask(url);
            if (driver == null) {
                throw noDriver(url);
            }
            return driver;
        }
    }

    private static SQLException noDriver(String url) {
        return new SQLException(
                "no JDBC driver on the class path takes %s; add that of the database, such as"
                                .formatted(withoutSecrets(url))
                        + " com.h2database:h2 or org.postgresql:postgresql");
    }

    /** Asks drivers that only the loader of the task can see. */
    private static @Nullable Driver driverOfTask(String url) throws SQLException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        Iterator<Driver> drivers = ServiceLoader.load(Driver.class, loader).iterator();
        try {
            while (drivers.hasNext()) {
                Driver driver = drivers.next();
                if (driver.acceptsURL(url)) {
                    return driver;
                }
            }
        } catch (ServiceConfigurationError e) {
            throw new SQLException("a JDBC driver on the class path cannot be loaded: " + e, e);
        }
        return null;
    }

    static long inTransaction(Connection connection, Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            long result = work.run(connection);
            connection.commit();
            return result;
        } catch (Throwable e) {
            rollback(connection, e);
            throw e;
        }
    }

    private static void rollback(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
