package dev.polyloom.python.runtime.multiprocessing;

import dev.polyloom.python.runtime.object.Forkable;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.Realm;

/** The blocks of shared memory by their names, which all processes of a program see. */
public final class SharedBlocks extends PyDict implements Forkable {
    private SharedBlocks() {}

    /** Makes the module {@code _shared}, which holds them. */
    public static Module make() {
        return new Module("_shared").put("blocks", new SharedBlocks());
    }

    @Override
    public Object fork(Realm.Copier copier) {
        return this;
    }
}
