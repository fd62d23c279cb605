package outpost.sales;

import java.util.List;

/**
 * What the look through a journal found.
 *
 * @param entries how many were looked at
 * @param faults sentences that name entry and fault; empty: the journal is whole
 */
public record JournalFindings(long entries, List<String> faults) {
    public JournalFindings {
        faults = List.copyOf(faults);
    }
}
