package outpost.sales;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What happened at this till, in order: every receipt, void, drawer opening, report, override, log-in, wrong PIN. Every call reads the disk. */
@ProviderType
public interface TillJournal {
    /**
     * The newest first.
     *
     * @param limit at most so many, 1 to 1,000
     */
    List<JournalLine> latest(int limit);

    /** Looks through all of it, which takes some seconds for every 10,000 entries. */
    JournalFindings verify();
}
