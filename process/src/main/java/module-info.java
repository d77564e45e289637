/**
 * Scopes whose workers are processes of their own and talk to each other, and the agent that lets
 * plain lambdas travel.
 */
@org.jspecify.annotations.NullMarked
module dev.polyloom.process {
    requires transitive dev.polyloom.core;
    requires java.instrument;
    requires java.management;
    requires jdk.unsupported;
    // who uses a table brings a driver, which requires it
    requires static java.sql;
    requires static org.jspecify;

    exports dev.polyloom.process;
    exports dev.polyloom.process.agent to
            java.instrument;
    exports dev.polyloom.process.child to
            dev.polyloom.cli,
            dev.polyloom.supervisor;
    exports dev.polyloom.process.named to
            dev.polyloom.cli,
            dev.polyloom.hostfile,
            dev.polyloom.loadout;
    exports dev.polyloom.process.start to
            dev.polyloom.cli;

    uses java.sql.Driver;

    provides dev.polyloom.spi.FlavorProvider with
            dev.polyloom.process.pool.ProcessProvider;
}
