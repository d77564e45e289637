package dev.polyloom.process;

import dev.polyloom.process.location.JdbcTable;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table of a database that is read and written through JDBC. Each call has a connection and a
 * transaction of its own: what one call writes is seen as a whole or not at all, also if its
 * process is killed. Drivers are found on the class path of the process that uses the table, with
 * the context class loader too. The table belongs to the user: closing the location leaves it.
 * Applications on the module path start with {@code --add-modules java.sql}, unless one of their
 * modules requires it.
 */
public sealed interface TableLocation extends WriteLocation permits JdbcTable {
    /**
     * Makes the table unless it exists.
     *
     * @param columns the columns with their types, in the database's own SQL, such as {@code id
     *     BIGINT PRIMARY KEY, name VARCHAR(80)}
     * @throws WriteLocationException if the database refuses
     */
    void create(String columns);

    /**
     * Adds rows in batches, all in one transaction.
     *
     * @param columns the names of the columns that the values are for: letters, digits and
     *     underscores
     * @param rows the rows, taken one after the other, each with a value for every column
     * @return how many rows were added
     * @throws WriteLocationException if the database refuses; then no row was added
     * @throws IllegalArgumentException if a row has another number of values; then no row was added
     */
    long write(List<String> columns, Iterable<? extends List<? extends @Nullable Object>> rows);

    /**
     * Shows the given columns of every row. Rows are fetched as they are needed where the driver
     * can.
     *
     * @param columns the names of the columns to read
     * @param action takes each row
     * @return how many rows were shown
     * @throws WriteLocationException if the database refuses
     */
    long read(List<String> columns, Consumer<? super List<@Nullable Object>> action);

    /**
     * Counts the rows.
     *
     * @return how many there are
     * @throws WriteLocationException if the database refuses
     */
    long count();

    /**
     * Lets go of an embedded database that was opened when the location was made here, else does
     * nothing. The table stays: it is the user's.
     */
    @Override
    void close();
}
