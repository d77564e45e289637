package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Module;

/** The module {@code collections}. */
final class CollectionsModule {
    private CollectionsModule() {}

    static Module make() {
        return new Module("collections")
                .put("deque", Deque.TYPE)
                .put("defaultdict", DefaultDict.TYPE)
                .put("OrderedDict", OrderedDict.TYPE)
                .put("Counter", Counter.TYPE)
                .put("ChainMap", ChainMap.TYPE)
                .put("UserDict", UserContainers.DICT)
                .put("UserList", UserContainers.LIST)
                .put("UserString", UserContainers.STRING)
                .function(
                        "namedtuple",
                        "typename, field_names, *, rename=False, defaults=None, module=None",
                        NamedTuples::make);
    }
}
