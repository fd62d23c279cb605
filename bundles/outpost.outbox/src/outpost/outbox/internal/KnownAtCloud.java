package outpost.outbox.internal;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import outpost.outbox.BranchEvents.Delivered;
import outpost.store.Transaction;
import outpost.values.EventKey;
import outpost.values.PosId;

/**
 * Which events the cloud is known to have by what the lanes tell each other. A number alone says nothing: a lane whose file was restored gives it out twice, and the cloud has
 * one of the two events. So an event counts only if the chain of hashes leads from it to one that is known to be there.
 */
final class KnownAtCloud {
    private static final String ACKNOWLEDGE_CHAIN = "WITH RECURSIVE chain (number, previous) AS ("
            + "SELECT local_event_id, previous_hash FROM outbox"
            + " WHERE pos_id = ?1 AND local_event_id = ?2 AND hash = ?3"
            + " UNION ALL SELECT o.local_event_id, o.previous_hash FROM chain JOIN outbox AS o"
            + " ON o.pos_id = ?1 AND o.local_event_id = chain.number - 1 AND o.hash = chain.previous"
            + " WHERE chain.number > ?4 + 1)"
            + " UPDATE outbox SET state = 'acknowledged', code = NULL, reason = NULL"
            + " WHERE pos_id = ?1 AND state IN ('pending', 'held') AND local_event_id IN (SELECT number FROM chain)";

    private KnownAtCloud() {}

    /** @return whether that was news, and the event that it names is here */
    static boolean note(Transaction transaction, PosId posId, Delivered delivered) {
        long before = Streams.atCloud(transaction, posId);
        if (delivered.upTo() <= before || !isHere(transaction, posId, delivered)) {
            return false;
        }
        transaction.update(
                "INSERT INTO at_cloud (pos_id, up_to) VALUES (?, ?)"
                        + " ON CONFLICT (pos_id) DO UPDATE SET up_to = excluded.up_to",
                posId.value(),
                delivered.upTo());
        acknowledgeChain(transaction, posId, delivered, before);
        return true;
    }

    /** Finds those that have just come in and are at the cloud already. */
    static void recognise(Transaction transaction, Collection<EventKey> stored) {
        stored.stream()
                .collect(Collectors.groupingBy(
                        EventKey::posId,
                        Collectors.mapping(EventKey::localEventId, Collectors.toCollection(TreeSet::new))))
                .forEach((posId, numbers) -> {
                    long upTo = Streams.atCloud(transaction, posId);
                    if (numbers.first() <= upTo) {
                        at(transaction, posId, upTo).ifPresent(there -> acknowledgeChain(transaction, posId, there, 0));
                    }
                });
    }

    /**
     * Up to which number the events here follow each other by their hashes. Behind a break, this till has one of two histories of a restored file, and what is
     * at the cloud of the other is not said by a hash from behind the break.
     */
    static long endOfChain(Transaction transaction, PosId posId) {
        return transaction.number(
                "SELECT coalesce(min(piece.first_event) - 1, ?) FROM chain_pieces AS piece JOIN chain_pieces AS before"
                        + " ON before.pos_id = piece.pos_id AND before.last_event = piece.first_event - 1"
                        + " WHERE piece.pos_id = ?",
                Long.MAX_VALUE,
                posId.value());
    }

    /** What the cloud has up to that number, if the event with that number is here. */
    static Optional<Delivered> at(Transaction transaction, PosId posId, long upTo) {
        return upTo < 1
                ? Optional.empty()
                : Streams.hash(transaction, posId, upTo).map(hash -> new Delivered(upTo, hash));
    }

    private static boolean isHere(Transaction transaction, PosId posId, Delivered delivered) {
        return at(transaction, posId, delivered.upTo()).equals(Optional.of(delivered));
    }

    private static void acknowledgeChain(Transaction transaction, PosId posId, Delivered delivered, long floor) {
        transaction.update(ACKNOWLEDGE_CHAIN, posId.value(), delivered.upTo(), delivered.hash(), floor);
    }
}
