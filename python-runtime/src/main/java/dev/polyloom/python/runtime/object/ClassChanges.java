package dev.polyloom.python.runtime.object;

import java.util.ArrayList;
import java.util.List;

/** What programs may change of the classes of objects, and of the bases of classes. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class ClassChanges {
    private ClassChanges() {}

    /** Gives an object another class. */
    static void setClass(Object self, Object value) {
        if (!(value instanceof PyType wanted)) {
            throw Errors.type(
                    "__class__ must be set to a class, not '%s' object"
                            .formatted(Types.of(value).name()));
        }
        if (!(self instanceof PyObject object) || self instanceof PyType) {
            throw immutable();
        }
        PyType before = object.type();
        if (before == wanted) {
            return;
        }
        if (before.isNative() || wanted.isNative()) {
            throw immutable();
        }
        if (builtinOf(before) != builtinOf(wanted)
                || Attributes.hasDict(before) != Attributes.hasDict(wanted)) {
            throw Errors.type(
                    "__class__ assignment: '%s' object layout differs from '%s'"
                            .formatted(wanted.name(), before.name()));
        }
        object.become(wanted);
    }

    private static PyException immutable() {
        return Errors.type(
                "__class__ assignment only supported for mutable types or ModuleType subclasses");
    }

    /** Gives a class other bases. */
    static void setBases(PyType type, Object value) {
        if (!(value instanceof PyTuple tuple)) {
            throw Errors.type(
                    "can only assign tuple to %s.__bases__, not %s"
                            .formatted(type.name(), Types.of(value).name()));
        }
        if (tuple.size() == 0) {
            throw Errors.type(
                    "can only assign non-empty tuple to %s.__bases__, not ()"
                            .formatted(type.name()));
        }
        List<PyType> bases = new ArrayList<>();
        for (Object each : tuple.asList()) {
            if (!(each instanceof PyType base)) {
                throw Errors.type(
                        "%s.__bases__ must be tuple of classes, not '%s'"
                                .formatted(type.name(), Types.of(each).name()));
            }
            if (base.isSubtypeOf(type)) {
                throw Errors.type("a __bases__ item causes an inheritance cycle");
            }
            Bases.refuseFinal(base);
            bases.add(base);
        }
        PyType old = type.bases().getFirst();
        for (PyType base : bases) {
            if (builtinOf(base) != builtinOf(type) || base.isNative() != old.isNative()) {
                throw Errors.type(
                        "__bases__ assignment: '%s' %s differs from '%s'"
                                .formatted(
                                        base.name(),
                                        base.isNative() == old.isNative()
                                                ? "object layout"
                                                : "deallocator",
                                        old.name()));
            }
        }
        type.bases(bases);
    }

    /** Returns the type of the library that gives the objects of a class their form. */
    private static PyType builtinOf(PyType type) {
        return type.mro().stream()
                .filter(each -> each.isNative() && !each.isPlainlyMade())
                .findFirst()
                .orElse(Types.OBJECT);
    }
}
