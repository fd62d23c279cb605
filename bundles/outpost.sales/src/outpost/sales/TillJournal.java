package outpost.sales;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import outpost.protocol.JournalRow;

/** What happened at this till, in order: every receipt, void, drawer opening, report, override, log-in, wrong PIN. Every call reads the disk. */
@ProviderType
public interface TillJournal {
    /**
     * The newest first.
     *
     * @param limit at most so many, 1 to 1,000
     */
    List<JournalRow> latest(int limit);

    /** Looks through all of it. */
    JournalFindings verify();
}
