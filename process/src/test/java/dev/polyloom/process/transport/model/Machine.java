package dev.polyloom.process.transport.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Runs small programs side by side in every order there is, on memory as x86 has it: a store stays
 * in a buffer of its processor for as long as it likes, unless a fence or an atomic step flushes
 * it. So it also finds what a missing fence does, which an exploration of mere interleavings never
 * does.
 */
final class Machine {
    /** A step of a program; the machine is a copy that it may change. */
    @FunctionalInterface
    interface Step {
        /** Does the step as the process given, and tells whether it could be done. */
        boolean run(Machine machine, int process);
    }

    static final int REGISTERS = 3;

    private final List<List<Step>> programs;
    private final int[] memory;
    private final int[] counters;
    private final int[][] registers;
    private final List<Deque<int[]>> buffers = new ArrayList<>();
    private final boolean[] sleeping;

    Machine(int words, List<List<Step>> programs) {
        this.programs = programs;
        memory = new int[words];
        counters = new int[programs.size()];
        registers = new int[programs.size()][REGISTERS];
        sleeping = new boolean[programs.size()];
        programs.forEach(each -> buffers.add(new ArrayDeque<>()));
    }

    private Machine(Machine other) {
        programs = other.programs;
        memory = other.memory.clone();
        counters = other.counters.clone();
        registers = new int[other.registers.length][];
        for (int i = 0; i < registers.length; i++) {
            registers[i] = other.registers[i].clone();
        }
        sleeping = other.sleeping.clone();
        other.buffers.forEach(each -> buffers.add(new ArrayDeque<>(each)));
    }

    // ---- what steps are made of

    int word(int address) {
        return memory[address];
    }

    int register(int process, int register) {
        return registers[process][register];
    }

    void register(int process, int register, int value) {
        registers[process][register] = value;
    }

    /** Reads what this processor stored last, though others may not see it yet. */
    int load(int process, int address) {
        for (var newest = buffers.get(process).descendingIterator(); newest.hasNext(); ) {
            int[] store = newest.next();
            if (store[0] == address) {
                return store[1];
            }
        }
        return memory[address];
    }

    void store(int process, int address, int value) {
        buffers.get(process).add(new int[] {address, value});
    }

    /** Stores at once, which only an atomic step may. */
    void storeNow(int address, int value) {
        memory[address] = value;
    }

    boolean isFlushed(int process) {
        return buffers.get(process).isEmpty();
    }

    void jump(int process, int target) {
        counters[process] = target;
    }

    void fallAsleep(int process) {
        sleeping[process] = true;
    }

    void wake(int process) {
        sleeping[process] = false;
    }

    // ---- all orders

    /** Returns a state in which nobody can go on and which is not as it must be, or null. */
    @Nullable String findBadEnd(Predicate<Machine> good) {
        Set<String> seen = new HashSet<>();
        Deque<Machine> open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty()) {
            Machine next = open.pop();
            if (!seen.add(next.toString())) {
                continue;
            }
            List<Machine> successors = next.successors();
            if (successors.isEmpty() && !good.test(next)) {
                return next.toString();
            }
            successors.forEach(open::push);
        }
        return null;
    }

    private List<Machine> successors() {
        List<Machine> successors = new ArrayList<>();
        for (int process = 0; process < programs.size(); process++) {
            if (!buffers.get(process).isEmpty()) {
                Machine flushed = new Machine(this);
                int[] oldest = flushed.buffers.get(process).remove();
                flushed.memory[oldest[0]] = oldest[1];
                successors.add(flushed);
            }
            Machine stepped = new Machine(this);
            if (!sleeping[process] && stepped.step(process)) {
                successors.add(stepped);
            }
        }
        return successors;
    }

    private boolean step(int process) {
        int counter = counters[process];
        List<Step> program = programs.get(process);
        if (counter >= program.size()) {
            return false;
        }
        counters[process] = counter + 1;
        return program.get(counter).run(this, process);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append("memory ").append(Arrays.toString(memory));
        for (int i = 0; i < counters.length; i++) {
            text.append(sleeping[i] ? "; asleep at " : "; at ").append(counters[i]);
            text.append(' ').append(Arrays.toString(registers[i]));
            buffers.get(i).forEach(store -> text.append(' ').append(Arrays.toString(store)));
        }
        return text.toString();
    }
}
