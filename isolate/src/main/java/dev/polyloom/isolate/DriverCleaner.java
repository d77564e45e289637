package dev.polyloom.isolate;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;

/**
 * Takes back the JDBC drivers of a realm. The driver manager shows and takes back only what the
 * caller's class loader knows; so this class is defined in the realm once more, and run there.
 */
public final class DriverCleaner implements Runnable {
    /** Makes a cleaner of the drivers that the loader of this class has defined. */
    public DriverCleaner() {}

    @Override
    @SuppressWarnings("ReferenceEquality") // a loader is itself
    public void run() {
        // to ask for drivers may load some here, which then register themselves
        DriverManager.getDrivers();
        for (Driver driver : Collections.list(DriverManager.getDrivers())) {
            if (driver.getClass().getClassLoader() == DriverCleaner.class.getClassLoader()) {
                try {
                    DriverManager.deregisterDriver(driver);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
