package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Typed;
import dev.polyloom.python.runtime.object.Types;

/** {@code functools.cached_property}: an attribute that is computed when it is read first. */
final class CachedProperty extends PyObject {
    static final PyType TYPE =
            PyType.library("cached_property", Types.OBJECT, CachedProperty::fill)
                    .module("functools")
                    .allocator(CachedProperty::new);

    private Object function = None.NONE;
    private Object name = None.NONE;

    private CachedProperty(PyType type) {
        super(type);
    }

    private static CachedProperty of(Object self) {
        return (CachedProperty) self;
    }

    private static void fill(PyType type) {
        type.method(
                "__init__",
                1,
                1,
                a -> {
                    of(a[0]).function = a[1];
                    return None.NONE;
                });
        type.method("__set_name__", 2, 2, a -> of(a[0]).named(a[2]));
        type.method("__get__", 1, 2, a -> of(a[0]).read(a[1]));
        type.getter("func", self -> of(self).function);
        type.getter("attrname", self -> of(self).name);
        type.getter("__doc__", self -> Attributes.get(of(self).function, "__doc__"));
    }

    private Object named(Object given) {
        if (name == None.NONE) {
            name = given;
        } else if (!name.equals(given)) {
            throw Errors.type(
                    "Cannot assign the same cached_property to two different names (%s and %s)."
                            .formatted(Text.repr(name), Text.repr(given)));
        }
        return None.NONE;
    }

    private Object read(Object object) {
        if (object == None.NONE || !(object instanceof Typed typed)) {
            return this;
        }
        if (name == None.NONE) {
            throw Errors.type(
                    "Cannot use cached_property instance without calling __set_name__ on it.");
        }
        String attribute = (String) name;
        synchronized (object) {
            Object known = typed.own(attribute);
            if (known == null) {
                known = Calls.call(function, object);
                typed.setOwn(attribute, known);
            }
            return known;
        }
    }
}
