package outpost.protocol.reconcile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import outpost.protocol.CatalogState;
import outpost.protocol.Entity;

/** The cloud's side of range-based set reconciliation: says of each range that a till claims what differs in it. It remembers nothing between two requests. */
public final class Answers {
    private static final int FIRST_PARTS = 256;
    private static final int FURTHER_PARTS = 16;
    /** A range with so few rows is not split: the till lists its own. */
    private static final int HARDLY_ANY = 16;
    /** How many rows an answer to a manifest may be reckoned from. */
    private static final int MOST_ROWS = 4 * Comparison.FEW_ROWS;

    private static final int ANSWER_CHARS = 4 * 1024 * 1024;
    private static final int HASH_CHARS = 19;
    private static final int ROW_CHARS = 200;

    private final RangeIndex own;
    private final List<RangeAnswer> ranges = new ArrayList<>();
    private long chars;

    private Answers(RangeIndex own) {
        this.own = own;
    }

    /**
     * @throws IllegalArgumentException if a claim has another number of parts than its range, or the manifests are longer than
     *     {@link outpost.protocol.Limits#RECONCILE_HASHES} together
     */
    public static ReconcileAnswer answer(RangeIndex own, ReconcileRequest request) {
        return new Answers(own).to(request);
    }

    /** How many rows the manifests of a request list together. */
    public static int manifestRows(ReconcileRequest request) {
        return request.ranges().stream()
                .filter(claim -> claim.manifest().isPresent())
                .mapToInt(RangeClaim::hashes)
                .sum();
    }

    /** Into how many parts that range is split: the whole catalog into more, which saves an exchange. */
    static int parts(PlaceRange range) {
        return range.equals(PlaceRange.ALL) ? FIRST_PARTS : FURTHER_PARTS;
    }

    static List<String> fingerprints(List<RangeSum> sums) {
        return sums.stream().map(RangeSum::fingerprint).toList();
    }

    private ReconcileAnswer to(ReconcileRequest request) {
        CatalogState state = own.state();
        if (request.ranges().isEmpty()) {
            if (!isSame(state, request.state())) {
                split(PlaceRange.ALL, state.count());
            }
            return new ReconcileAnswer(state, 0, ranges);
        }
        int answered = 0;
        for (RangeClaim claim : request.ranges()) {
            if (chars > ANSWER_CHARS) {
                break;
            }
            answer(claim);
            answered++;
        }
        return new ReconcileAnswer(state, answered, ranges);
    }

    private void answer(RangeClaim claim) {
        claim.parts().ifPresent(theirs -> compare(claim.range(), theirs));
        claim.manifest().ifPresent(theirs -> {
            long count = own.sum(claim.range()).count();
            if (count > MOST_ROWS && !claim.range().isSingle()) {
                split(claim.range(), count);
            } else {
                differ(claim.range(), theirs);
            }
        });
    }

    private void compare(PlaceRange range, List<String> theirs) {
        List<PlaceRange> parts = range.parts(theirs.size());
        List<RangeSum> sums = own.sums(range, theirs.size());
        for (int i = 0; i < parts.size(); i++) {
            if (!sums.get(i).fingerprint().equals(theirs.get(i))) {
                split(parts.get(i), sums.get(i).count());
            }
        }
    }

    private void split(PlaceRange range, long count) {
        int parts = range.isSingle() || count <= HARDLY_ANY ? 1 : parts(range);
        ranges.add(RangeAnswer.ofParts(range, fingerprints(own.sums(range, parts))));
        chars += (long) parts * HASH_CHARS;
    }

    private void differ(PlaceRange range, List<String> manifest) {
        Set<String> unknown = new HashSet<>(manifest);
        List<Entity> put = new ArrayList<>();
        for (Entity row : own.rows(range)) {
            if (!unknown.remove(row.digestText())) {
                put.add(row);
                chars += ROW_CHARS + row.body().map(String::length).orElse(0);
            }
        }
        if (!put.isEmpty() || !unknown.isEmpty()) {
            ranges.add(RangeAnswer.ofDifference(range, put, List.copyOf(unknown)));
            chars += (long) unknown.size() * HASH_CHARS;
        }
    }

    private static boolean isSame(CatalogState own, CatalogState theirs) {
        return own.count() == theirs.count() && own.digest().equals(theirs.digest());
    }
}
