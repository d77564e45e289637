package dev.polyloom.process.transport.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts together the steps of one process of a {@link Machine}. */
final class Program {
    private final List<Machine.Step> steps = new ArrayList<>();
    private final Map<String, Integer> labels = new HashMap<>();

    List<Machine.Step> steps() {
        return List.copyOf(steps);
    }

    private Program add(Machine.Step step) {
        steps.add(step);
        return this;
    }

    /** A step that the hardware does at once, with all its earlier stores seen by all. */
    private Program atomic(Machine.Step step) {
        return add((machine, p) -> machine.isFlushed(p) && step.run(machine, p));
    }

    Program label(String name) {
        labels.put(name, steps.size());
        return this;
    }

    Program go(String label) {
        return add((machine, p) -> jump(machine, p, label));
    }

    private boolean jump(Machine machine, int process, String label) {
        machine.jump(process, labels.getOrDefault(label, steps.size()));
        return true;
    }

    /** Goes to a label if a register holds 0. */
    Program goIfZero(int register, String label) {
        return add((machine, p) -> machine.register(p, register) != 0 || jump(machine, p, label));
    }

    /** Goes to a label if a register holds a value. */
    Program goIfHolds(int register, int value, String label) {
        return add(
                (machine, p) -> machine.register(p, register) != value || jump(machine, p, label));
    }

    /** Goes to a label if two words are equal as this process sees them. */
    Program goIfEqual(int one, int other, String label) {
        return load(Machine.REGISTERS - 1, one)
                .add((machine, p) ->
                        machine.register(p, Machine.REGISTERS - 1) != machine.load(p, other)
                                || jump(machine, p, label));
    }

    Program load(int register, int address) {
        return add((machine, p) -> {
            machine.register(p, register, machine.load(p, address));
            return true;
        });
    }

    Program store(int address, int value) {
        return add((machine, p) -> {
            machine.store(p, address, value);
            return true;
        });
    }

    /** Stores what a register holds. */
    Program storeRegister(int address, int register) {
        return add((machine, p) -> {
            machine.store(p, address, machine.register(p, register));
            return true;
        });
    }

    Program fence() {
        return atomic((machine, p) -> true);
    }

    /** Stores a value and takes the one that was there, at once. */
    Program swap(int register, int address, int value) {
        return atomic((machine, p) -> {
            machine.register(p, register, machine.word(address));
            machine.storeNow(address, value);
            return true;
        });
    }

    Program increment(int address) {
        return atomic((machine, p) -> {
            machine.storeNow(address, machine.word(address) + 1);
            return true;
        });
    }

    Program lock(int address) {
        return atomic((machine, p) -> {
            boolean free = machine.word(address) == 0;
            machine.storeNow(address, 1);
            return free;
        });
    }

    /** Takes a lock, or goes to a label if it is held. */
    Program tryLock(int address, String otherwise) {
        return atomic((machine, p) -> {
            boolean free = machine.word(address) == 0;
            machine.storeNow(address, 1);
            return free || jump(machine, p, otherwise);
        });
    }

    Program unlock(int address) {
        return atomic((machine, p) -> {
            machine.storeNow(address, 0);
            return true;
        });
    }

    /** Sleeps like a futex: not at all if the word is no longer what the register holds. */
    Program awaitChange(int address, int register) {
        return atomic((machine, p) -> {
            if (machine.word(address) == machine.register(p, register)) {
                machine.fallAsleep(p);
            }
            return true;
        });
    }

    Program wake(int process) {
        return atomic((machine, p) -> {
            machine.wake(process);
            return true;
        });
    }

    /** Sleeps like a socket: until a byte is there, then takes all. */
    Program awaitBytes(int address) {
        return atomic((machine, p) -> {
            boolean some = machine.word(address) != 0;
            machine.storeNow(address, 0);
            return some;
        });
    }
}
