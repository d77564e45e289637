/** What translated Python programs call: Python's values, operators, errors and library. */
@org.jspecify.annotations.NullMarked
module dev.polyloom.python.runtime {
    requires dev.polyloom.threading;
    requires static org.jspecify;

    exports dev.polyloom.python.runtime;
    exports dev.polyloom.python.runtime.object;
    exports dev.polyloom.python.runtime.library to
            dev.polyloom.python;
}
