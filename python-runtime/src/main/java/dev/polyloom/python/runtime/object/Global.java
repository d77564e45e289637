package dev.polyloom.python.runtime.object;

/** A variable of a module. */
public sealed class Global extends Variable permits DictModule.Entry {
    Global(String name) {
        super(name, null);
    }

    /** Returns the value, or that of the built-in of the same name. */
    @Override
    public Object get() {
        Object now = orNull();
        return now != null ? now : Builtins.get(name);
    }

    @Override
    public void delete() {
        if (orNull() == null) {
            throw Errors.name(name);
        }
        forget();
    }
}
