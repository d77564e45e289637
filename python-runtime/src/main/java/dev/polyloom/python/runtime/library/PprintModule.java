package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Builtins;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;

/** The module {@code pprint}. */
final class PprintModule {
    private static final String OPTIONS =
            "indent=1, width=80, depth=None, *, compact=False, sort_dicts=%s,"
                    + " underscore_numbers=False";
    private static final PyType PRINTER =
            PyType.library("PrettyPrinter", Types.OBJECT, PprintModule::fill).module("pprint");

    private PprintModule() {}

    static Module make() {
        String sorting = OPTIONS.formatted("True");
        Module module = new Module("pprint");
        module.put("PrettyPrinter", PRINTER);
        module.function("pformat", "object, " + sorting, a -> printer(a, 1).format(a[0]));
        module.function(
                "pprint",
                "object, stream=None, " + sorting,
                a -> print(printer(a, 2).format(a[0]), a[1]));
        module.function(
                "pp",
                "object, stream=None, " + OPTIONS.formatted("False"),
                a -> print(printer(a, 2).format(a[0]), a[1]));
        module.function("saferepr", 1, 1, a -> new PrettyPrinter(1, 80, 0, false, true).line(a[0]));
        return module;
    }

    private static PrettyPrinter printer(Object[] a, int from) {
        return new PrettyPrinter(
                (int) Numbers.index(a[from]),
                (int) Numbers.index(a[from + 1]),
                a[from + 2] == None.NONE ? 0 : (int) Numbers.index(a[from + 2]),
                Text.truth(a[from + 3]),
                Text.truth(a[from + 4]));
    }

    private static Object print(String text, Object stream) {
        return Calls.callNamed(Builtins.get("print"), Calls.names("file"), text, stream);
    }

    private static void fill(PyType type) {
        type.dict().put("__open__", true);
        type.method(
                "__init__",
                "indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,"
                        + " underscore_numbers=False",
                a -> {
                    String[] names = {
                        "_indent", "_width", "_depth", "_stream", "_compact", "_sort"
                    };
                    for (int i = 0; i < names.length; i++) {
                        Attributes.set(a[0], names[i], a[i + 1]);
                    }
                    return None.NONE;
                });
        type.method("pformat", 1, 1, a -> of(a[0]).format(a[1]));
        type.method(
                "pprint", 1, 1, a -> print(of(a[0]).format(a[1]), Attributes.get(a[0], "_stream")));
    }

    private static PrettyPrinter of(Object self) {
        Object depth = Attributes.get(self, "_depth");
        return new PrettyPrinter(
                (int) Numbers.index(Attributes.get(self, "_indent")),
                (int) Numbers.index(Attributes.get(self, "_width")),
                depth == None.NONE ? 0 : (int) Numbers.index(depth),
                Text.truth(Attributes.get(self, "_compact")),
                Text.truth(Attributes.get(self, "_sort")));
    }
}
