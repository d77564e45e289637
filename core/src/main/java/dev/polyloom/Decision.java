package dev.polyloom;

import java.util.ArrayList;
import java.util.List;

/**
 * What the scheduler chose for a scope, and why.
 *
 * @param request what was asked
 * @param flavor what was chosen, never {@link Flavor#AUTO}
 * @param reason why
 * @param detail the reason in words, with the values behind it
 * @param workers how many tasks may run at once, {@link Integer#MAX_VALUE} for no bound
 * @param cores the share of the core budget that the scope may use
 * @param passedOver every other candidate with its reason, in the order of {@link Flavor}
 */
public record Decision(
        ScopeRequest request,
        Flavor flavor,
        ReasonCode reason,
        String detail,
        int workers,
        int cores,
        List<Candidate> passedOver) {

    /**
     * A flavor that was not chosen.
     *
     * @param flavor the flavor
     * @param reason why not
     * @param detail the reason in words
     */
    public record Candidate(Flavor flavor, ReasonCode reason, String detail) {}

    /** Makes a decision with an unmodifiable list. */
    public Decision {
        passedOver = List.copyOf(passedOver);
    }

    /**
     * Tells whether the scope uses the workers of the scope around it.
     *
     * @return whether the parent is reused
     */
    public boolean reusesParent() {
        return reason == ReasonCode.PARENT_REUSED;
    }

    /**
     * Tells whether something better suited could not be had.
     *
     * @return whether this is a fallback
     */
    public boolean fellBack() {
        return reason == ReasonCode.FALLBACK;
    }

    /**
     * Returns the decision as a table that a person can read, a row a flavor, the chosen one first.
     *
     * @return the table, lines ending in a line feed
     */
    public String explain() {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"flavor", "chosen", "reason", "detail"});
        rows.add(new String[] {flavor.id(), "yes", reason.name(), detail});
        for (Candidate candidate : passedOver) {
            rows.add(
                    new String[] {
                        candidate.flavor.id(), "no", candidate.reason.name(), candidate.detail
                    });
        }
        return table(rows)
                + "workers: %s, cores: %d%n".formatted(workersText(), cores).replace("\r\n", "\n");
    }

    private String workersText() {
        return workers == Integer.MAX_VALUE ? "no bound" : Integer.toString(workers);
    }

    private static String table(List<String[]> rows) {
        int[] widths = new int[4];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            text.append(line(row, widths)).append('\n');
        }
        return text.toString();
    }

    private static String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            line.append(row[i]).repeat(" ", widths[i] - row[i].length() + 2);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public String toString() {
        return "%s (%s: %s), workers %s, cores %d"
                .formatted(flavor.id(), reason, detail, workersText(), cores);
    }
}
