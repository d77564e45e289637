/** The {@code polyloom} command. */
@org.jspecify.annotations.NullMarked
module dev.polyloom.cli {
    requires dev.polyloom.core;
    requires dev.polyloom.hostfile;
    requires dev.polyloom.isolate;
    requires dev.polyloom.loadout;
    requires dev.polyloom.process;
    requires dev.polyloom.python;
    requires dev.polyloom.supervisor;
    requires info.picocli;
    requires java.compiler;
    requires java.logging;
    requires jdk.net;
    requires static org.jspecify;

    opens dev.polyloom.cli to
            info.picocli;
}
