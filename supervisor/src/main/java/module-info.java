/** Supervised services: a host starts them, watches them, and restarts those that crash. */
@org.jspecify.annotations.NullMarked
module dev.polyloom.supervisor {
    requires dev.polyloom.isolate;
    requires transitive dev.polyloom.core;
    requires transitive dev.polyloom.process;
    requires jdk.jfr;
    requires static org.jspecify;

    exports dev.polyloom.supervisor;
    exports dev.polyloom.supervisor.spi;
}
