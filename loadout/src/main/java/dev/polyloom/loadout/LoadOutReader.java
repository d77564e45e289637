package dev.polyloom.loadout;

import dev.polyloom.loadout.check.Checker;
import dev.polyloom.loadout.source.DatabaseSource;
import dev.polyloom.loadout.source.Node;
import dev.polyloom.loadout.source.Problems;
import dev.polyloom.loadout.source.YamlSource;
import dev.polyloom.process.named.ClassPath;
import java.nio.file.Path;
import java.sql.Connection;

/** Reads load-outs; made by {@link LoadOut#reader()}. */
public final class LoadOutReader {
    private ClassPath classPath = ClassPath.parse("");
    private ClassFinder finder = ClassFinder.ON_CLASS_PATH;

    LoadOutReader() {}

    /**
     * Adds a class path, before that of the load-out.
     *
     * @param entries jars and folders with the system's separator between them; {@code folder/*}
     *     stands for the jars of a folder
     * @return this reader
     * @throws IllegalArgumentException if an entry cannot be read
     */
    public LoadOutReader classPath(String entries) {
        classPath = ClassPath.parse(entries);
        return this;
    }

    /**
     * Sets what finds the classes of actions.
     *
     * @param finder the finder; unless this is called, {@link ClassFinder#ON_CLASS_PATH}
     * @return this reader
     */
    public LoadOutReader finder(ClassFinder finder) {
        this.finder = finder;
        return this;
    }

    /**
     * Reads a load-out from wherever it is kept.
     *
     * @param location the path of a YAML file, or {@code jdbc:…} for a database, with {@code #name}
     *     behind it where the database holds several load-outs
     * @return the load-out
     * @throws LoadOutException with all that is wrong
     */
    public LoadOut read(String location) {
        if (!location.startsWith("jdbc:")) {
            return read(Path.of(location));
        }
        int hash = location.lastIndexOf('#');
        String url = hash < 0 ? location : location.substring(0, hash);
        String name = hash < 0 ? "" : location.substring(hash + 1);
        Problems problems = new Problems();
        return checked(DatabaseSource.read(url, name), problems, Path.of(""));
    }

    /**
     * Reads a load-out from a file. Its relative paths start from the file's folder.
     *
     * @param file the YAML file
     * @return the load-out
     * @throws LoadOutException with all that is wrong
     */
    public LoadOut read(Path file) {
        Problems problems = new Problems();
        Node root = YamlSource.read(file, problems);
        Path folder = file.toAbsolutePath().getParent();
        return checked(root, problems, folder == null ? Path.of("") : folder);
    }

    /**
     * Reads a load-out from the tables that {@link LoadOut#tables()} makes. Its relative paths
     * start from the working folder.
     *
     * @param connection a connection, which is left open
     * @param name the load-out's name, or nothing if there is only one
     * @return the load-out
     * @throws LoadOutException with all that is wrong
     */
    public LoadOut read(Connection connection, String name) {
        return checked(DatabaseSource.read(connection, name), new Problems(), Path.of(""));
    }

    private LoadOut checked(Node root, Problems problems, Path folder) {
        return new LoadOut(new Checker(problems, folder).check(root, classPath, finder));
    }
}
