package dev.polyloom.hostfile;

import dev.polyloom.hostfile.read.HostSection;
import dev.polyloom.hostfile.read.Known;
import dev.polyloom.loadout.ClassFinder;
import dev.polyloom.loadout.LoadOutException;
import dev.polyloom.loadout.source.Node;
import dev.polyloom.loadout.source.Problems;
import dev.polyloom.loadout.source.YamlSource;
import dev.polyloom.process.named.ClassPath;
import java.nio.file.Path;

/** Reads host files; made by {@link HostFile#reader()}. Not for use by several threads at once. */
public final class HostFileReader {
    private ClassPath classPath = ClassPath.parse("");
    private ClassFinder finder = ClassFinder.ON_CLASS_PATH;

    HostFileReader() {}

    /**
     * Adds a class path, before that of the file.
     *
     * @param entries jars and folders with the system's separator between them; {@code folder/*}
     *     stands for the jars of a folder
     * @return this reader
     * @throws IllegalArgumentException if an entry cannot be read
     */
    public HostFileReader classPath(String entries) {
        classPath = ClassPath.parse(entries);
        return this;
    }

    /**
     * Sets what finds the classes of services and actions.
     *
     * @param value the finder; unless this is called, {@link ClassFinder#ON_CLASS_PATH}
     * @return this reader
     */
    public HostFileReader finder(ClassFinder value) {
        finder = value;
        return this;
    }

    /**
     * Reads a file. Its relative paths start from its folder.
     *
     * @param file the YAML file
     * @return the host
     * @throws HostFileException with all that is wrong
     */
    public HostFile read(Path file) {
        return read(file, Known.NOTHING);
    }

    HostFile read(Path file, Known before) {
        Path folder = file.toAbsolutePath().getParent();
        Problems problems = new Problems();
        try {
            Node root = YamlSource.read(file, problems);
            HostSection section =
                    new HostSection(problems, folder == null ? Path.of("") : folder, before);
            HostSection.Declared declared = section.read(root, classPath, finder);
            problems.throwIfAny();
            return new HostFile(file, this, declared);
        } catch (LoadOutException e) {
            throw new HostFileException(e.problems());
        }
    }
}
