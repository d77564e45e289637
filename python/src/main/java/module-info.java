/** Python programs on the JVM: reads them, and tells what can be translated. */
@org.jspecify.annotations.NullMarked
module dev.polyloom.python {
    requires static org.jspecify;

    exports dev.polyloom.python;
}
