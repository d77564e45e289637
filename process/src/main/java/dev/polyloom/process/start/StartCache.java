package dev.polyloom.process.start;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets workers start with classes that an earlier run has loaded and linked: the JVM's AOT cache.
 * It is made in the background, by a process of its own that trains with a worker of its own, when
 * a pool has run for which there is none. What goes wrong with it costs time, nothing else, and is
 * said once, in a debug line.
 */
public final class StartCache {
    private static final Logger LOG = System.getLogger("dev.polyloom.process");
    private static final List<String> SILENT = List.of("-Xlog:aot*=off", "-Xlog:cds*=off");
    private static final int MAX_KNOWN = 64;
    private static final StartCache INSTANCE = new StartCache(setting());

    private final CacheSetting setting;
    private final @Nullable CacheFolder folder;
    private final Map<Line, Recipe> recipes = new HashMap<>();
    private final Set<Path> checked = new HashSet<>();
    private final Set<String> said = new HashSet<>();
    private final Set<String> trained = new HashSet<>();

    StartCache(CacheSetting setting) {
        this.setting = setting;
        Path place = setting.folder();
        this.folder = place == null ? null : new CacheFolder(place);
    }

    /** Returns the caches of this JVM's user. */
    public static StartCache ofThisUser() {
        return INSTANCE;
    }

    private static CacheSetting setting() {
        try {
            return CacheSetting.ofThisJvm();
        } catch (InvalidPathException e) {
            LOG.log(Level.DEBUG, "start caches are off: {0}", e.getMessage());
            return new CacheSetting(null, null);
        }
    }

    /** Returns the options that make a worker's own pools use the same caches. */
    public List<String> handedOn() {
        String text = setting.text();
        return text == null ? List.of() : List.of("-D" + CacheSetting.PROPERTY + "=" + text);
    }

    /**
     * A worker's command line without its main class.
     *
     * @param java the command that starts the JVM
     * @param jvm options of the JVM
     * @param code options that say where code is found, the Polyloom classes first
     * @param ownJars how many of the first entries of the class path are jars with nothing but
     *     Polyloom classes
     */
    public record Line(String java, List<String> jvm, List<String> code, int ownJars) {}

    /**
     * Returns further options that make a worker use its cache, none if it has none.
     *
     * @param line its command line
     * @return the options, to be put before the others
     */
    public synchronized List<String> options(Line line) {
        if (folder == null) {
            return List.of();
        }
        try {
            Path cache = folder.find(recipe(line).key());
            if (cache == null || !isSound(cache)) {
                return List.of();
            }
            return List.of("-XX:AOTCache=" + cache, SILENT.getFirst(), SILENT.getLast());
        } catch (UnfitException | IOException | RuntimeException e) {
            say(e);
            return List.of();
        }
    }

    private Recipe recipe(Line line) throws UnfitException {
        Recipe known = recipes.get(line);
        if (known == null) {
            known = Recipe.of(line.java(), line.jvm(), line.code(), line.ownJars());
            if (recipes.size() < MAX_KNOWN) {
                recipes.put(line, known);
            }
        }
        return known;
    }

    /** Looks at a cache when it is used for the first time; a damaged one goes. */
    private boolean isSound(Path cache) throws IOException {
        if (checked.contains(cache)) {
            return true;
        }
        if (!CacheFolder.isWhole(cache)) {
            CacheFolder.delete(cache);
            throw new IOException(cache + " was damaged and is deleted");
        }
        CacheFolder.touch(cache);
        checked.add(cache);
        return true;
    }

    private void say(Exception reason) {
        if (said.size() < MAX_KNOWN && said.add(String.valueOf(reason.getMessage()))) {
            LOG.log(Level.DEBUG, "workers start without a start cache: {0}", reason.getMessage());
        }
    }

    /**
     * Tells whether a cache should be made for a worker.
     *
     * @param line its command line
     * @return whether there is none, and none was tried by this JVM
     */
    public synchronized boolean wantsTraining(Line line) {
        try {
            return folder != null && wantsTraining(folder, recipe(line).key());
        } catch (UnfitException | IOException | RuntimeException e) {
            say(e);
            return false;
        }
    }

    private boolean wantsTraining(CacheFolder in, String key) throws IOException {
        return !trained.contains(key) && !in.hasFailed(key) && in.find(key) == null;
    }

    /**
     * Makes a cache for a worker in the background, unless somebody does already.
     *
     * @param line its command line
     */
    public synchronized void train(Line line) {
        if (folder == null || !wantsTraining(line)) {
            return;
        }
        try {
            Recipe recipe = recipe(line);
            trained.add(recipe.key());
            folder.prepare();
            if (isFree(folder)) {
                Training.start(folder.path(), recipe);
            }
        } catch (UnfitException | IOException | RuntimeException e) {
            say(e);
        }
    }

    private static boolean isFree(CacheFolder in) throws IOException {
        try (var lock = in.lock()) {
            return lock != null;
        }
    }
}
