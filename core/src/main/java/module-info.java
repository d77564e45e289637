/** The heart: scopes that are executors, the scheduler that chooses them, and parallel maps. */
@org.jspecify.annotations.NullMarked
module dev.polyloom.core {
    requires jdk.jfr;
    requires jdk.management;
    requires static org.jspecify;

    exports dev.polyloom;
    exports dev.polyloom.spi;

    uses dev.polyloom.spi.FlavorProvider;

    provides dev.polyloom.spi.FlavorProvider with
            dev.polyloom.internal.ThreadsProvider,
            dev.polyloom.internal.VirtualProvider,
            dev.polyloom.internal.NoneProvider;
}
