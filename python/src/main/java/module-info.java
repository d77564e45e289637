/** Python programs on the JVM: reads them, and tells what can be translated. */
@org.jspecify.annotations.NullMarked
module dev.polyloom.python {
    requires transitive dev.polyloom.python.runtime;
    requires java.compiler;
    requires static org.jspecify;

    exports dev.polyloom.python;
}
