package dev.polyloom.python.runtime.object;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A class of Python: its name, its bases, and the attributes that its objects share. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
public final class PyType extends PyObject {
    private String name;
    private volatile List<PyType> bases;
    private volatile List<PyType> mro;
    private final TypeDict dict = new TypeDict();
    private final Layout layout = new Layout();
    private final List<PyType> subtypes = new CopyOnWriteArrayList<>();
    private final List<PyType> registered = new CopyOnWriteArrayList<>();
    private final boolean nativeType;
    private boolean builtin;
    private @Nullable PyType meta;
    private String qualname;
    private String module = "builtins";
    private volatile @Nullable Consumer<PyType> filler;
    private volatile int concreteAt = -1;
    private boolean filling;

    /** Whether a process has attributes of its own for it. */
    private volatile boolean forked;

    private volatile @Nullable Boolean ownAccess;
    private @Nullable Function<PyType, Object> allocator;
    private @Nullable Maker maker;
    private @Nullable Consumer<PyType> subtypeHook;
    private volatile Construction.@Nullable Start start;

    /** Makes an object of a type from the arguments of a call. */
    public interface Maker {
        /** Returns the object. */
        Object make(PyType type, Object[] args, String[] names);
    }

    private PyType(String name, List<PyType> bases, boolean nativeType) {
        this.name = name;
        this.qualname = name;
        this.bases = List.copyOf(bases);
        this.nativeType = nativeType;
        this.builtin = nativeType;
        this.mro = Mro.of(this, this.bases);
        for (PyType base : this.bases) {
            base.subtypes.add(this);
            if (meta == null || (base.meta != null && base.meta.isSubtypeOf(meta))) {
                meta = base.meta;
            }
            if (allocator == null) {
                allocator = base.allocator;
            }
            if (maker == null) {
                maker = base.maker;
            }
            if (subtypeHook == null) {
                subtypeHook = base.subtypeHook;
            }
        }
    }

    /** Makes a type of the library; the filler defines its attributes when one is first asked. */
    public static PyType library(String name, PyType base, @Nullable Consumer<PyType> filler) {
        return library(name, List.of(base), filler);
    }

    /** Makes a type of the library that rests on several. */
    public static PyType library(
            String name, List<PyType> bases, @Nullable Consumer<PyType> filler) {
        PyType made = new PyType(name, bases, true);
        made.filler = filler;
        return made;
    }

    /** Makes the type that all others rest on. */
    static PyType root(Consumer<PyType> filler) {
        PyType made = new PyType("object", List.of(), true);
        made.filler = filler;
        return made;
    }

    /** Makes a type that a program defines. */
    public static PyType user(String name, List<PyType> bases) {
        return new PyType(name, bases.isEmpty() ? List.of(Types.OBJECT) : bases, false);
    }

    /** Makes a type that a program defines, with a metaclass. */
    static PyType user(String name, List<PyType> bases, PyType metaclass) {
        PyType made = user(name, bases);
        if (metaclass != Types.TYPE) {
            made.meta = metaclass;
        }
        return made;
    }

    /** Returns what the metaclass has of a name that {@code type} has not, or null. */
    @Nullable Object metaMethod(String id) {
        Object found = meta == null ? null : meta.lookup(id);
        return found == Types.TYPE.lookup(id) ? null : found;
    }

    /** Says how an empty object of the type, or of one that rests on it, is made. */
    public PyType allocator(Function<PyType, Object> how) {
        allocator = how;
        return this;
    }

    /** Says how an object is made from the arguments of a call, where that is one step. */
    public PyType maker(Maker how) {
        maker = how;
        return this;
    }

    /** Says what is done with each class of a program that rests on this type. */
    public PyType subtypeHook(Consumer<PyType> hook) {
        subtypeHook = hook;
        return this;
    }

    /** Says what the type of this type is, and of those that will rest on it. */
    public PyType meta(PyType value) {
        meta = value;
        return this;
    }

    @Override
    public PyType type() {
        return meta == null ? super.type() : meta;
    }

    /** Names the module of the type. */
    public PyType module(String value) {
        module = value;
        builtin = nativeType && value.equals("builtins");
        return this;
    }

    /** Sets the name with those of the functions and classes around. */
    public PyType qualname(String value) {
        qualname = value;
        return this;
    }

    /** Sets the name. */
    void name(String value) {
        name = value;
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns the name with those of the functions and classes around. */
    public String qualname() {
        return qualname;
    }

    /** Returns the name of the module. */
    public String module() {
        return module;
    }

    /** Returns the name with its module, which built-in types do not show. */
    public String fullName() {
        return module.equals("builtins") ? qualname : module + "." + qualname;
    }

    /** Returns the bases. */
    public List<PyType> bases() {
        return bases;
    }

    /** Makes it rest on other types than before, unless it or a subtype has no order then. */
    void bases(List<PyType> others) {
        List<PyType> before = bases;
        rest(others);
        try {
            order();
        } catch (PyException e) {
            rest(before);
            order();
            throw e;
        } finally {
            forget();
        }
    }

    private void rest(List<PyType> others) {
        bases.forEach(each -> each.subtypes.remove(this));
        others.forEach(each -> each.subtypes.add(this));
        bases = List.copyOf(others);
    }

    private void order() {
        mro = Mro.of(this, bases);
        subtypes.forEach(PyType::order);
    }

    /** Returns the order in which attributes are looked up, with this type first. */
    public List<PyType> mro() {
        return mro;
    }

    /** Returns the types that name this one among their bases. */
    public List<PyType> subtypes() {
        return List.copyOf(subtypes);
    }

    /** Tells whether the type belongs to the library. */
    public boolean isNative() {
        return nativeType;
    }

    /** Tells whether the type is one of those that need no import. */
    public boolean isBuiltin() {
        return builtin;
    }

    /** Makes another type count as one that rests on this. */
    public void register(PyType other) {
        registered.add(other);
    }

    /** Tells whether a type, or one that it rests on, has been registered with this one. */
    boolean hasRegistered(PyType other) {
        return registered.stream().anyMatch(each -> Types.isSubclass(other, each));
    }

    /** Returns what is done with classes that rest on this type, or null. */
    @Nullable Consumer<PyType> subtypeHook() {
        return subtypeHook;
    }

    /** Tells whether the type is another or rests on it. */
    public boolean isSubtypeOf(PyType other) {
        if (this == other) {
            return true;
        }
        List<PyType> all = mro;
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i) == other) {
                return true;
            }
        }
        return false;
    }

    /** Returns the attributes of the type itself. */
    public Map<String, Object> dict() {
        fill();
        return names().defined;
    }

    /** Returns the attributes that it has in the process of the calling thread. */
    private TypeDict names() {
        return forked ? Realm.get(this, dict) : dict;
    }

    /** Adds what a new process has for each class of the program that rests on the type. */
    void fork(Map<PyType, TypeDict> all, Realm.Copier copier) {
        if (all.containsKey(this)) {
            return;
        }
        if (!nativeType && !isEnumeration()) {
            forked = true;
            all.put(this, names().fork(copier));
        }
        subtypes.forEach(each -> each.fork(all, copier));
    }

    /** Returns an attribute of the type or of one that it rests on, or null. */
    public @Nullable Object lookup(String id) {
        return names().lookup(this, id);
    }

    /** Returns the attribute that types after another one in the order have, or null. */
    public @Nullable Object lookupAfter(PyType other, String id) {
        int from = mro.indexOf(other) + 1;
        for (PyType each : mro.subList(from, mro.size())) {
            Object value = each.dict().get(id);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** Sets an attribute of the type. */
    public void define(String id, Object value) {
        Object before = lookup(id);
        dict().put(id, value);
        changed(id, before, value);
    }

    /** Removes an attribute of the type, and tells whether it was there. */
    public boolean undefine(String id) {
        Object before = dict().remove(id);
        forget(id);
        changed(id, before, lookup(id));
        return before != null;
    }

    private void changed(String id, @Nullable Object before, @Nullable Object after) {
        if (TypeDict.isSpecial(id) || !TypeDict.isData(before) || !TypeDict.isData(after)) {
            if (forked) {
                unsettle();
            }
            forget();
        } else {
            forget(id);
        }
    }

    private void forget(String id) {
        names().forget(id);
        subtypes.forEach(each -> each.forget(id));
    }

    /** Says that its methods are not the same for all processes. */
    private void unsettle() {
        layout.unsettle();
        subtypes.forEach(PyType::unsettle);
    }

    /** Defines a method of the library that takes arguments by position only. */
    public PyType method(String id, int least, int most, Builtin.Body body) {
        dict.defined.put(id, Builtin.method(this, id, least, most, body));
        return this;
    }

    /** Defines a method of the library; the parameters are written as in Python. */
    public PyType method(String id, String parameters, Builtin.Body body, Object... defaults) {
        dict.defined.put(id, Builtin.method(this, id, parameters, body, defaults));
        return this;
    }

    /** Defines an attribute that is computed. */
    public PyType getter(String id, Function<Object, Object> how) {
        dict.defined.put(id, new Getter(id, how, null));
        return this;
    }

    /** Defines an attribute that is computed and can be set. */
    public PyType getter(String id, Function<Object, Object> how, Getter.Setter setter) {
        dict.defined.put(id, new Getter(id, how, setter));
        return this;
    }

    /** Tells whether a class of the program says itself how attributes are read. */
    boolean hasOwnAccess() {
        Boolean known = ownAccess;
        if (known == null) {
            known =
                    !nativeType
                            && lookup("__getattribute__")
                                    instanceof dev.polyloom.python.runtime.object.Function;
            ownAccess = known;
        }
        return known;
    }

    /** Tells whether its objects are members of an enumeration, of which there is one each. */
    public boolean isEnumeration() {
        return lookup("_member_map_") != null;
    }

    /** Tells whether no method of the class is abstract. */
    boolean isConcrete() {
        int now = layout.version();
        if (concreteAt != now) {
            if (dict().get(Construction.ABSTRACT) instanceof PySet names && names.size() > 0) {
                return false;
            }
            concreteAt = now;
        }
        return true;
    }

    private void forget() {
        layout.renew();
        names().forget();
        ownAccess = null;
        subtypes.forEach(PyType::forget);
    }

    private void fill() {
        if (filler != null) {
            synchronized (dict.defined) {
                Consumer<PyType> how = filler;
                if (how != null && !filling) {
                    filling = true;
                    how.accept(this);
                    filler = null;
                    forget();
                }
            }
        }
    }

    /** Returns the places of attributes in objects of the type. */
    Layout layout() {
        return layout;
    }

    @Override
    public @Nullable Object own(String id) {
        return dict().get(id);
    }

    @Override
    public void setOwn(String id, Object value) {
        define(id, value);
    }

    @Override
    public boolean deleteOwn(String id) {
        return undefine(id);
    }

    @Override
    public Map<String, Object> owned() {
        Map<String, Object> all = dict();
        synchronized (all) {
            return new LinkedHashMap<>(all);
        }
    }

    /** Returns what is kept of how its objects begin, or null. */
    Construction.@Nullable Start start() {
        return start;
    }

    /** Keeps how its objects begin. */
    void start(Construction.Start found) {
        start = found;
    }

    /** Tells whether the library has no say in how objects of the type are made. */
    boolean isPlainlyMade() {
        return maker == null && allocator == null;
    }

    /** Makes an empty object of the type. */
    public Object allocate() {
        Function<PyType, Object> how = allocator;
        return how == null ? new PyObject(this, layout.size()) : how.apply(this);
    }

    @Override
    public Object call(Object[] args, String[] names) {
        if (meta == null) {
            PyObject made = Construction.plainly(this, args, names);
            if (made != null) {
                return made;
            }
        }
        Object custom = metaMethod("__call__");
        return custom == null
                ? construct(args, names)
                : Calls.call(Attributes.bind(custom, this, type()), args, names);
    }

    /** Makes an object as {@code type.__call__} does. */
    public Object construct(Object[] args, String[] names) {
        return Construction.construct(this, args, names, maker);
    }

    /** Makes an object from arguments as the library does it, whatever classes define. */
    Object make(Object[] args, String[] names) {
        return maker == null ? allocate() : maker.make(this, args, names);
    }

    boolean hasMaker() {
        return maker != null;
    }

    @Override
    public String toString() {
        Object custom = metaMethod("__repr__");
        if (custom != null) {
            return (String) Calls.call(custom, this);
        }
        return "<class '%s'>".formatted(fullName());
    }
}
