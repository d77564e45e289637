package dev.polyloom.process.worker;

/** Numbers of the places in which tasks run, lowest last freed first. */
final class Lanes {
    private final int[] free;
    private int count;

    Lanes(int lanes) {
        free = new int[lanes];
        count = lanes;
        for (int i = 0; i < lanes; i++) {
            free[i] = lanes - 1 - i;
        }
    }

    int free() {
        return count;
    }

    int take() {
        return free[--count];
    }

    void free(int lane) {
        free[count++] = lane;
    }
}
