/** The executors of {@code java.util.concurrent} under their own names, known to Polyloom. */
@org.jspecify.annotations.NullMarked
module dev.polyloom.compat {
    requires transitive dev.polyloom.core;
    requires static org.jspecify;

    exports dev.polyloom.compat;
}
