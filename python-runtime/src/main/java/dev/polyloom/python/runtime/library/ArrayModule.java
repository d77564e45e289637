package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Module;

/** The module {@code array}. */
final class ArrayModule {
    private ArrayModule() {}

    static Module make() {
        return new Module("array")
                .put("array", NumberArray.TYPE)
                .put("ArrayType", NumberArray.TYPE)
                .put("typecodes", "bBuhHiIlLqQfd");
    }
}
