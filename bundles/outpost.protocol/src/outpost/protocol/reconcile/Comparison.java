package outpost.protocol.reconcile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outpost.protocol.CatalogState;
import outpost.protocol.Entity;
import outpost.protocol.Limits;
import outpost.protocol.MalformedMessageException;
import outpost.protocol.Sink.RowKey;

/**
 * The till's side of range-based set reconciliation (A. Meyer, arXiv 2212.13567): asks for what differs in ever smaller ranges, and sends a manifest where few rows are left.
 *
 * <p>Used once: {@link #next()} and {@link #take} by turns, until nothing is to be asked. It waits for nothing and keeps no thread.
 */
public final class Comparison {
    /** From here on a list of rows costs less than one more exchange. */
    static final int FEW_ROWS = 64;

    private static final int CLAIMS_PER_REQUEST = 500;
    /** What a snapshot does better; also the bound of what is kept in memory. */
    private static final int MOST_DIFFERENCES = 10_000;

    private static final int MOST_EXCHANGES = 500;

    private final RangeIndex own;
    private final Deque<PlaceRange> open = new ArrayDeque<>();
    private final Map<RowKey, RowChange> changes = new LinkedHashMap<>();
    private List<PlaceRange> asked = List.of();
    private Optional<CatalogState> cloud = Optional.empty();
    private int exchanges;

    public Comparison(RangeIndex own) {
        this.own = own;
    }

    /** What to ask next; empty when all is known, or {@link #tooMany()}. */
    public Optional<ReconcileRequest> next() {
        if (exchanges > 0 && (open.isEmpty() || tooMany())) {
            return Optional.empty();
        }
        exchanges++;
        List<RangeClaim> claims = new ArrayList<>();
        asked = new ArrayList<>();
        int hashes = 0;
        while (!open.isEmpty() && claims.size() < CLAIMS_PER_REQUEST) {
            RangeClaim claim = claim(open.peek());
            hashes += claim.hashes();
            if (hashes > Limits.RECONCILE_HASHES) {
                break;
            }
            claims.add(claim);
            asked.add(open.remove());
        }
        return Optional.of(new ReconcileRequest(own.state(), claims));
    }

    /**
     * Takes the answer to what was asked last.
     *
     * @throws MalformedMessageException if it does not answer that
     */
    public void take(ReconcileAnswer answer) {
        if (cloud.isEmpty()) {
            cloud = Optional.of(answer.state());
        }
        require(answer.answered() >= Math.min(1, asked.size()) && answer.answered() <= asked.size());
        List<PlaceRange> unanswered = asked.subList(answer.answered(), asked.size());
        for (int i = unanswered.size() - 1; i >= 0; i--) {
            open.addFirst(unanswered.get(i));
        }
        for (RangeAnswer range : answer.ranges()) {
            require(asked.isEmpty() || asked.stream().anyMatch(one -> one.holds(range.range())));
            range.parts().ifPresent(parts -> narrow(range.range(), parts));
            range.difference().ifPresent(difference -> note(range.range(), difference));
        }
    }

    /** Whether so much differs that a snapshot is better. */
    public boolean tooMany() {
        return exchanges > MOST_EXCHANGES || changes.size() + open.size() > MOST_DIFFERENCES;
    }

    /** How many exchanges there were. */
    public int exchanges() {
        return exchanges;
    }

    /** How many rows are known to differ so far. */
    public int found() {
        return changes.size();
    }

    /**
     * What differs.
     *
     * @throws IllegalStateException while something is still to be asked
     */
    public ReconcilePlan plan() {
        if (cloud.isEmpty() || !open.isEmpty()) {
            throw new IllegalStateException("the comparison has not ended");
        }
        return new ReconcilePlan(cloud.get(), List.copyOf(changes.values()));
    }

    private RangeClaim claim(PlaceRange range) {
        if (range.isSingle() || own.sum(range).count() <= FEW_ROWS) {
            return RangeClaim.ofManifest(
                    range, own.rows(range).stream().map(Entity::digestText).toList());
        }
        return RangeClaim.ofParts(range, Answers.fingerprints(own.sums(range, Answers.parts(range))));
    }

    private void narrow(PlaceRange range, List<String> theirs) {
        List<PlaceRange> parts = parts(range, theirs.size());
        List<RangeSum> ours = own.sums(range, theirs.size());
        for (int i = 0; i < parts.size(); i++) {
            if (!ours.get(i).fingerprint().equals(theirs.get(i))) {
                open.add(parts.get(i));
            }
        }
    }

    private void note(PlaceRange range, RangeAnswer.Difference difference) {
        Map<RowKey, Entity> byKey = new HashMap<>();
        Map<String, Entity> byDigest = new HashMap<>();
        for (Entity row : own.rows(range)) {
            byKey.put(key(row), row);
            byDigest.put(row.digestText(), row);
        }
        for (String digest : difference.unknown()) {
            Optional.ofNullable(byDigest.get(digest))
                    .ifPresent(row -> changes.put(key(row), new RowChange(Optional.of(row), Optional.empty())));
        }
        for (Entity row : difference.put()) {
            require(range.holds(row.place()) && !row.deleted());
            changes.put(key(row), new RowChange(Optional.ofNullable(byKey.get(key(row))), Optional.of(row)));
        }
    }

    private static List<PlaceRange> parts(PlaceRange range, int parts) {
        try {
            return range.parts(parts);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException(e.getMessage(), e);
        }
    }

    private static RowKey key(Entity row) {
        return new RowKey(row.type(), row.id());
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw new MalformedMessageException("the cloud's answer does not fit the question", null);
        }
    }
}
