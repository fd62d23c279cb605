package outpost.reconcile.ui.internal.conflict;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import outpost.catalog.PastEdit;
import outpost.protocol.ProductConflict;
import outpost.protocol.Sibling;
import outpost.values.TerminalId;

/**
 * A conflict as two sides of which a person takes one.
 *
 * @param product its name as it is sold here
 * @param mine this till's own value; where it has none, that of this branch, and otherwise the one that holds
 * @param theirs the last written of the others
 * @param history what the branch changed of the product, the newest first
 */
record Clash(ProductConflict conflict, String product, Sibling mine, Sibling theirs, List<PastEdit> history) {
    Clash {
        history = List.copyOf(history);
    }

    static Clash of(ProductConflict conflict, String product, TerminalId own, List<PastEdit> history) {
        Sibling mine = conflict.values().stream()
                .min(Comparator.comparing((Sibling value) -> !value.terminal().equals(own.value()))
                        .thenComparing(value -> value.terminal().equals(Sibling.CLOUD))
                        .thenComparing(value -> !value.value().equals(conflict.standing())))
                .orElseThrow();
        Sibling theirs = conflict.values().stream()
                .filter(value -> value != mine)
                .max(Comparator.comparing(Sibling::at))
                .orElse(mine);
        return new Clash(conflict, product, mine, theirs, history);
    }

    String id() {
        return conflict.id();
    }

    Optional<String> value(boolean ours) {
        return ours ? mine.value() : theirs.value();
    }
}
