package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A function that a program defines. A process that the program forks has attributes and defaults
 * of its own for it.
 */
@SuppressWarnings("ReferenceEquality") // a function is one object
public final class Function extends PyObject implements Descriptor {
    private Signature signature;
    private final Builtin.Body body;
    private String name;
    private String qualname;
    private Object doc = None.NONE;
    private String module = "__main__";
    private boolean asynchronous;
    private long generating;
    private int line;
    private String[] locals = {};
    private Object[] closure = {};

    /** Whether it only holds what a process has of its own for another one. */
    private boolean ofRealm;

    /**
     * Makes one.
     *
     * @param qualname the name with those of the functions and classes around
     * @param parameters the parameters as Python writes them; one with a default ends in {@code =}
     * @param body what it does, given a value for each parameter
     * @param defaults the values of the defaults, in order
     */
    public Function(String qualname, String parameters, Builtin.Body body, Object... defaults) {
        super(Types.FUNCTION);
        this.qualname = qualname;
        this.name = qualname.substring(qualname.lastIndexOf('.') + 1);
        this.signature = Signature.of(parameters, defaults);
        this.body = body;
    }

    private Function(Function like, Signature signature) {
        super(Types.FUNCTION);
        ofRealm = true;
        this.qualname = like.qualname;
        this.name = like.name;
        this.signature = signature;
        this.body = like.body;
    }

    /** Sets the text that documents it. */
    public Function doc(String text) {
        doc = text;
        return this;
    }

    /** Sets the annotations, names and values in turn. */
    public Function annotations(Object... pairs) {
        setOwn("__annotations__", PyDict.of(pairs));
        return this;
    }

    /** Says that its calls give coroutines. */
    public Function asynchronous() {
        asynchronous = true;
        return this;
    }

    /** Says by a flag of code objects what kind of generators its calls give. */
    public Function generating(long kind) {
        generating = kind;
        return this;
    }

    long generating() {
        return generating;
    }

    /** Tells whether its calls give coroutines. */
    public boolean isAsynchronous() {
        return asynchronous;
    }

    /** Returns the parameters: of each its name, its kind, whether it has a default, and that. */
    public PyList parameters() {
        return signature.described();
    }

    /** Says in which line its code begins, and the names of its variables but parameters. */
    public Function code(int firstLine, String... variables) {
        line = firstLine;
        locals = variables;
        return this;
    }

    /** Says which variables it takes from functions around it: names, and values or cells. */
    public Function closure(Object... pairs) {
        closure = pairs;
        return this;
    }

    /** Returns the cells of the variables that it takes from functions around it. */
    Object closure() {
        if (closure.length == 0) {
            return None.NONE;
        }
        Object[] cells = new Object[closure.length / 2];
        for (int i = 0; i < cells.length; i++) {
            Object held = closure[i * 2 + 1];
            cells[i] =
                    new CellObject(
                            held instanceof Cell cell ? cell : new Cell(taken().get(i), held));
        }
        return PyTuple.of(cells);
    }

    /** Returns the variables that it shares with functions around it. */
    List<Cell> variables() {
        return Arrays.stream(closure).filter(Cell.class::isInstance).map(Cell.class::cast).toList();
    }

    /** Returns the names of the variables that it takes from functions around it. */
    List<String> taken() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < closure.length; i += 2) {
            names.add((String) closure[i]);
        }
        return names;
    }

    Object code() {
        return Code.of(this, Traceback.file(body.getClass().getName()), line, locals);
    }

    Object globals() {
        Module own = Traceback.module(body.getClass().getName());
        return own == null ? None.NONE : Modules.globals(own);
    }

    void setDefaults(Object values) {
        signature =
                signature.withDefaults(values == None.NONE ? List.of() : Iteration.toList(values));
    }

    /** Names the module. */
    public Function module(String value) {
        module = value;
        return this;
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns the name with those around. */
    public String qualname() {
        return qualname;
    }

    /** Returns the parameters. */
    public Signature signature() {
        return signature;
    }

    Object doc() {
        return doc;
    }

    void setDoc(Object value) {
        doc = value;
    }

    String module() {
        return module;
    }

    void setName(Object value) {
        name = (String) value;
    }

    void setQualname(Object value) {
        qualname = (String) value;
    }

    @Override
    public Object get(@Nullable Object object, PyType owner) {
        return object == null ? this : new BoundMethod(this, object);
    }

    @Override
    public Object call(Object[] args, String[] names) {
        if (names.length == 0 && signature.isPlain(args.length)) {
            return body.call(args);
        }
        return body.call(here().signature.bind(qualname, args, names));
    }

    /** Returns what has its attributes and defaults in the process of the calling thread. */
    private Function here() {
        return Realm.isForked() && !ofRealm ? Realm.get(this) : this;
    }

    /** Returns what has its attributes, and has none of another process. */
    private Function own() {
        return Realm.isForked() && !ofRealm ? Realm.own(this) : this;
    }

    /** Returns the same function with attributes of its own. */
    Function twin() {
        return with(signature, value -> value);
    }

    /** Returns what a new process has for its attributes and defaults, or itself. */
    Function fork(Realm.Copier copier) {
        Function from = here();
        Signature copied = from.signature.copied(copier::copy);
        return copied == signature && from.owned().isEmpty()
                ? this
                : from.with(copied, copier::copy);
    }

    private Function with(Signature other, UnaryOperator<Object> copy) {
        Function made = new Function(this, other);
        owned().forEach((id, value) -> made.setOwn(id, copy.apply(value)));
        return made;
    }

    @Override
    public @Nullable Object own(String id) {
        Function at = here();
        return at == this ? super.own(id) : at.own(id);
    }

    @Override
    public void setOwn(String id, Object value) {
        Function at = own();
        if (at == this) {
            super.setOwn(id, value);
        } else {
            at.setOwn(id, value);
        }
    }

    @Override
    public boolean deleteOwn(String id) {
        Function at = own();
        return at == this ? super.deleteOwn(id) : at.deleteOwn(id);
    }

    @Override
    public Map<String, Object> owned() {
        Function at = here();
        return at == this ? super.owned() : at.owned();
    }
}
