package dev.polyloom.threading;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The tasks that workers know by name. All are registered before a pool is opened. Not safe for use
 * by several threads.
 */
public final class WorkerTasks {
    private static final int MOST_NEAR = 3;

    private final Map<String, WorkerTask> tasks;

    /** Makes a registry without tasks. */
    public WorkerTasks() {
        this(Map.of());
    }

    private WorkerTasks(Map<String, WorkerTask> tasks) {
        this.tasks = new TreeMap<>(tasks);
    }

    /**
     * Registers a task.
     *
     * @param name its name, not empty
     * @param task what it does
     * @return this
     * @throws IllegalArgumentException if the name is empty, or taken
     */
    public WorkerTasks register(String name, WorkerTask task) {
        Objects.requireNonNull(task, "task");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the name of a task is empty");
        }
        if (tasks.putIfAbsent(name, task) != null) {
            throw new IllegalArgumentException("there is a task '%s' already".formatted(name));
        }
        return this;
    }

    WorkerTasks copy() {
        return new WorkerTasks(tasks);
    }

    WorkerTask get(String name) {
        WorkerTask task = tasks.get(Objects.requireNonNull(name, "name"));
        if (task == null) {
            throw new IllegalArgumentException(
                    "there is no task '%s'; %s".formatted(name, hint(name)));
        }
        return task;
    }

    private String hint(String wanted) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        List<String> near =
                tasks.keySet().stream()
                        .filter(name -> distance(lower, name.toLowerCase(Locale.ROOT)) <= 3)
                        .sorted(Comparator.comparingInt(name -> distance(wanted, name)))
                        .limit(MOST_NEAR)
                        .toList();
        return near.isEmpty()
                ? "tasks are " + String.join(", ", tasks.keySet())
                : "did you mean %s?".formatted(String.join(" or ", near));
    }

    /** Returns how many letters are to be added, left out or changed, at least their difference. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > MOST_NEAR) {
            return MOST_NEAR + 1;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
