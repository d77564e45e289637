package dev.polyloom.benchmarks;

import java.util.List;
import java.util.Set;

/**
 * What is asked of contenders.
 *
 * @param command what is sent to each
 * @param metrics what each figure of the answer is
 * @param ours which contender of ours the rows are about
 * @param contenders who is asked
 * @param busy whether all cores are kept busy meanwhile
 */
record Question(
        String command, List<Metric> metrics, String ours, Set<String> contenders, boolean busy) {}
