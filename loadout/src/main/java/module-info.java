/** Load-outs: actions, preps and workers described in YAML or in a database. */
@org.jspecify.annotations.NullMarked
module dev.polyloom.loadout {
    requires transitive dev.polyloom.process;
    requires transitive java.sql;
    requires org.snakeyaml.engine;
    requires static org.jspecify;

    exports dev.polyloom.loadout;
    exports dev.polyloom.loadout.check to
            dev.polyloom.hostfile;
    exports dev.polyloom.loadout.source to
            dev.polyloom.hostfile;
}
