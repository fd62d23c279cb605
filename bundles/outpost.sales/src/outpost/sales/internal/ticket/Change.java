package outpost.sales.internal.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import outpost.sales.Grounds;
import outpost.store.Transaction;

/**
 * What a change makes of the open ticket.
 *
 * @param grounds whose approval is spent when the change holds
 * @param alsoDo what is stored with it: entries in the journal, voids for the shift's report
 */
record Change(Draft next, Grounds grounds, List<Consumer<Transaction>> alsoDo) {
    static Change to(Draft next) {
        return new Change(next, Grounds.NONE, List.of());
    }

    static Change to(Draft next, Grounds grounds) {
        Draft named = grounds.approval()
                .map(approval -> next.approvedBy(approval.userName()))
                .orElse(next);
        return new Change(named, grounds, List.of());
    }

    Change and(Consumer<Transaction> act) {
        List<Consumer<Transaction>> more = new ArrayList<>(alsoDo);
        more.add(act);
        return new Change(next, grounds, more);
    }
}
