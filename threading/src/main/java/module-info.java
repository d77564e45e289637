/** The portable threading kernel: one API for programs on the JVM, in a browser and on WASI. */
@org.jspecify.annotations.NullMarked
module dev.polyloom.threading {
    requires static transitive org.jspecify;

    exports dev.polyloom.threading;
}
