/** Class-loader realms in this JVM, each with its own copy of the application's static state. */
@org.jspecify.annotations.NullMarked
module dev.polyloom.isolate {
    requires transitive dev.polyloom.core;
    requires static java.logging;
    requires static java.management;
    requires static java.sql;
    requires static org.jspecify;

    exports dev.polyloom.isolate;

    uses dev.polyloom.spi.FlavorProvider;

    provides dev.polyloom.spi.FlavorProvider with
            dev.polyloom.isolate.IsolateProvider;
}
