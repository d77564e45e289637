package dev.polyloom;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the scheduler chose for a scope, and why; of a scope that looks at its work also where it
 * moved tasks since.
 *
 * @param request what was asked
 * @param flavor what was chosen, never {@link Flavor#AUTO}
 * @param reason why
 * @param detail the reason in words, with the values behind it
 * @param workers how many tasks may run at once, {@link Integer#MAX_VALUE} for no bound
 * @param cores the share of the core budget that the scope may use
 * @param passedOver every other candidate with its reason, in the order of {@link Flavor}
 * @param moves what was moved since the scope opened, in order; the last {@link #MOST_MOVES} of it
 */
public record Decision(
        ScopeRequest request,
        Flavor flavor,
        ReasonCode reason,
        String detail,
        int workers,
        int cores,
        List<Candidate> passedOver,
        List<Move> moves) {
    /** How many moves are kept. */
    public static final int MOST_MOVES = 100;

    /**
     * A flavor that was not chosen.
     *
     * @param flavor the flavor
     * @param reason why not
     * @param detail the reason in words
     */
    public record Candidate(Flavor flavor, ReasonCode reason, String detail) {}

    /**
     * Tasks that run elsewhere from then on.
     *
     * @param after how long after the scope was opened
     * @param tasks what the tasks are called, after the class of their code
     * @param from where they ran
     * @param to where the next of them run
     * @param reason why
     * @param detail the reason in words, with the numbers behind it
     */
    public record Move(
            Duration after,
            String tasks,
            Flavor from,
            Flavor to,
            ReasonCode reason,
            String detail) {
        @Override
        public String toString() {
            return "after %d ms the next tasks of %s went from %s to %s (%s): %s"
                    .formatted(after.toMillis(), tasks, from.id(), to.id(), reason, detail);
        }
    }

    /** Makes a decision with unmodifiable lists. */
    public Decision {
        passedOver = List.copyOf(passedOver);
        moves = List.copyOf(moves);
    }

    /**
     * Makes a decision of a scope that has moved nothing.
     *
     * @param request what was asked
     * @param flavor what was chosen
     * @param reason why
     * @param detail the reason in words
     * @param workers how many tasks may run at once
     * @param cores the share of the core budget
     * @param passedOver every other candidate
     */
    public Decision(
            ScopeRequest request,
            Flavor flavor,
            ReasonCode reason,
            String detail,
            int workers,
            int cores,
            List<Candidate> passedOver) {
        this(request, flavor, reason, detail, workers, cores, passedOver, List.of());
    }

    /** Returns this decision with one more move. */
    Decision with(Move move) {
        List<Move> more = new ArrayList<>(moves);
        more.add(move);
        List<Move> last = more.subList(Math.max(0, more.size() - MOST_MOVES), more.size());
        return new Decision(request, flavor, reason, detail, workers, cores, passedOver, last);
    }

    /** Returns a move of a scope as the decision it is. */
    Decision moved(Move move) {
        return new Decision(
                request,
                move.to,
                move.reason,
                "%s: %s".formatted(move.tasks, move.detail),
                workers,
                cores,
                List.of(new Candidate(move.from, ReasonCode.LESS_SUITABLE, move.detail)),
                List.of(move));
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
     * Where tasks were moved since, a line for each move follows.
     *
     * @return the text, lines ending in a line feed
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
        return table(rows) + "workers: %s, cores: %d\n".formatted(workersText(), cores) + story();
    }

    private String story() {
        StringBuilder story = new StringBuilder();
        for (Move move : moves) {
            story.append(move).append('\n');
        }
        return story.toString();
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
