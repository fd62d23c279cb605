package outpost.sales.internal.journal;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.outbox.Identity;
import outpost.outbox.Outbox;
import outpost.outbox.Terminal;
import outpost.protocol.EventType;
import outpost.protocol.JournalEntry;
import outpost.protocol.Json;
import outpost.protocol.SaleJournal;
import outpost.sales.Refusal;
import outpost.sales.RefusedException;
import outpost.store.Store;
import outpost.store.Transaction;
import outpost.values.PosId;

/**
 * Writes the till's own record of what happened, chained by hashes and signed entry by entry. An entry exists if and only if its caller's transaction commits,
 * and so does the event that tells the cloud of it.
 *
 * <p>As everything in this bundle that is to last is written down here, this is also what brings the bundle's tables to their newest form.
 */
@Component(service = Journal.class)
public final class Journal {
    private final Terminal terminal;
    private final Outbox outbox;
    private final Clock clock;

    @Activate
    public Journal(@Reference Store store, @Reference Terminal terminal, @Reference Outbox outbox) {
        this(store, terminal, outbox, Clock.systemDefaultZone());
    }

    public Journal(Store store, Terminal terminal, Outbox outbox, Clock clock) {
        this.terminal = terminal;
        this.outbox = outbox;
        this.clock = clock;
        store.migrate("sales", Journal.class);
    }

    /** The wall time of the shop, in whole milliseconds. */
    public ZonedDateTime now() {
        return ZonedDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }

    public Clock clock() {
        return clock;
    }

    /** @throws RefusedException if this till is not enrolled */
    public Identity identity() {
        return terminal.identity().orElseThrow(() -> new RefusedException(Refusal.NOT_ENROLLED));
    }

    /** Enters an act, and lets the cloud know of it. */
    public void enter(Transaction transaction, Act act) {
        enter(transaction, head(transaction, act.at()), act);
    }

    private void enter(Transaction transaction, JournalRows.Head head, Act act) {
        JournalEntry entry = JournalEntry.signed(
                identity().posId(),
                head.seq() + 1,
                text(act.at()),
                act.kind(),
                act.subject(),
                act.content(),
                head.hash(),
                terminal.privateKey());
        JournalRows.insert(transaction, entry, true);
        outbox.append(transaction, EventType.JOURNAL, Json.write(entry));
    }

    /** The place that the next sale's payload names, before it is entered in the same transaction. */
    public SaleJournal nextPlace(Transaction transaction, ZonedDateTime at) {
        JournalRows.Head head = head(transaction, at);
        return new SaleJournal(
                head.seq() + 1, text(at), head.hash(), Optional.of(identity().posId()));
    }

    /** A file that was given a new posId begins a new journal, which says first whose continuation it is. */
    private JournalRows.Head head(Transaction transaction, ZonedDateTime at) {
        JournalRows.Head last = JournalRows.head(transaction);
        String posId = identity().posId().value();
        if (last.posId().isEmpty() || last.posId().get().equals(posId)) {
            return last;
        }
        Act renumbered = new Act(
                at,
                JournalEntry.RENUMBERED,
                last.posId().get(),
                Map.of("formerSeq", last.seq(), "formerHash", last.hash()));
        enter(transaction, JournalRows.Head.NONE, renumbered);
        return JournalRows.head(transaction);
    }

    /** Enters a sale or refund, and lets the cloud know of it. */
    public void enterSale(
            Transaction transaction, SaleJournal place, EventType type, String receiptNumber, String payload) {
        PosId posId = identity().posId();
        JournalEntry entry = JournalEntry.signed(
                posId,
                place.seq(),
                place.at(),
                type.wireName(),
                receiptNumber,
                payload,
                place.previousHash(),
                terminal.privateKey());
        // The receipt holds the payload; once is enough.
        JournalRows.insert(transaction, entry, false);
        outbox.append(transaction, type, payload);
    }

    /** Sends a closed shift's report; the closing is an act of its own. */
    public void sendShift(Transaction transaction, String report) {
        outbox.append(transaction, EventType.SHIFT, report);
    }

    public static String text(ZonedDateTime at) {
        return DateTimeFormatter.ISO_ZONED_DATE_TIME.format(at);
    }
}
