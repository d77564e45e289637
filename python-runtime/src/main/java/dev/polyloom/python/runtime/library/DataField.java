package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.MappingProxy;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;

/** {@code dataclasses.Field}: what is known of a field of a data class. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class DataField extends PyObject {
    static final PyType TYPE =
            PyType.library("Field", Types.OBJECT, DataField::fill).module("dataclasses");
    static final PyObject MISSING =
            new PyObject(
                    PyType.library(
                                    "_MISSING_TYPE",
                                    Types.OBJECT,
                                    type ->
                                            type.method(
                                                    "__repr__",
                                                    0,
                                                    0,
                                                    a ->
                                                            "<dataclasses._MISSING_TYPE object at"
                                                                    + " %s>"
                                                                            .formatted(
                                                                                    Text.address(
                                                                                            a[0]))))
                            .module("dataclasses"));

    /** Where a field lives. */
    enum Kind {
        PLAIN,
        CLASS_VAR,
        INIT_VAR
    }

    private final Object initial;
    private final Object factory;
    private final boolean init;
    private final boolean repr;
    private final Object hash;
    private final boolean compare;
    private final Object metadata;
    private Object keywordOnly;
    private String name = "";
    private Object annotation = None.NONE;
    private Kind kind = Kind.PLAIN;

    private DataField(Object[] a) {
        super(TYPE);
        initial = a[0];
        factory = a[1];
        init = Text.truth(a[2]);
        repr = Text.truth(a[3]);
        hash = a[4];
        compare = Text.truth(a[5]);
        metadata = a[6];
        keywordOnly = a[7];
    }

    /** Makes what {@code field(…)} returns. */
    static Object make(Object[] a) {
        if (a[0] != MISSING && a[1] != MISSING) {
            throw Errors.value("cannot specify both default and default_factory");
        }
        return new DataField(a);
    }

    /** Makes a field of which only a default is known, which may be missing. */
    static DataField of(Object initial) {
        Object none = None.NONE;
        return new DataField(
                new Object[] {initial, MISSING, true, true, none, true, none, MISSING});
    }

    DataField named(String id, Object type, Kind where, boolean onlyByKeyword) {
        name = id;
        annotation = type;
        kind = where;
        if (keywordOnly == MISSING) {
            keywordOnly = onlyByKeyword;
        }
        return this;
    }

    private static DataField of(PyObject self) {
        return (DataField) self;
    }

    private static void fill(PyType type) {
        type.getter("name", self -> of((PyObject) self).name);
        type.getter("type", self -> of((PyObject) self).annotation);
        type.getter("default", self -> of((PyObject) self).initial);
        type.getter("default_factory", self -> of((PyObject) self).factory);
        type.getter("init", self -> of((PyObject) self).init);
        type.getter("repr", self -> of((PyObject) self).repr);
        type.getter("hash", self -> of((PyObject) self).hash);
        type.getter("compare", self -> of((PyObject) self).compare);
        type.getter("kw_only", self -> of((PyObject) self).keywordOnly);
        type.getter("metadata", self -> of((PyObject) self).metadata());
        type.method("__repr__", 0, 0, a -> of((PyObject) a[0]).shown());
    }

    private Object metadata() {
        return new MappingProxy(metadata == None.NONE ? new PyDict() : metadata);
    }

    String name() {
        return name;
    }

    Object annotation() {
        return annotation;
    }

    Kind kind() {
        return kind;
    }

    boolean isPlain() {
        return kind == Kind.PLAIN;
    }

    boolean init() {
        return init;
    }

    boolean isShown() {
        return repr;
    }

    boolean isCompared() {
        return compare;
    }

    boolean isHashed() {
        return hash == None.NONE ? compare : Text.truth(hash);
    }

    boolean isKeywordOnly() {
        return keywordOnly != MISSING && Text.truth(keywordOnly);
    }

    boolean hasDefault() {
        return initial != MISSING || factory != MISSING;
    }

    boolean hasPlainDefault() {
        return initial != MISSING;
    }

    boolean hasFactory() {
        return factory != MISSING;
    }

    Object initial() {
        return initial;
    }

    /** Returns a value for an object that is given none. */
    Object fresh() {
        return factory == MISSING ? initial : Calls.call(factory);
    }

    private String shown() {
        return ("Field(name=%s,type=%s,default=%s,default_factory=%s,init=%s,repr=%s,hash=%s,"
                        + "compare=%s,metadata=%s,kw_only=%s,_field_type=%s)")
                .formatted(
                        Text.repr(name),
                        Text.repr(annotation),
                        Text.repr(initial),
                        Text.repr(factory),
                        Text.repr(init),
                        Text.repr(repr),
                        Text.repr(hash),
                        Text.repr(compare),
                        Text.repr(metadata()),
                        Text.repr(keywordOnly),
                        kind == Kind.PLAIN ? "_FIELD" : "_FIELD_" + kind.name().replace("_", ""));
    }
}
