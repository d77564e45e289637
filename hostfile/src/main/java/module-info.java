/** Host files: supervised services described in YAML. */
@org.jspecify.annotations.NullMarked
module dev.polyloom.hostfile {
    requires transitive dev.polyloom.loadout;
    requires transitive dev.polyloom.supervisor;
    requires static org.jspecify;

    exports dev.polyloom.hostfile;
}
