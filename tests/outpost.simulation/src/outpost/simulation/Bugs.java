package outpost.simulation;

import java.util.List;

/** Bugs of the kinds that lose, double, block or part data in such programs. Each breaks one of the invariants, and only under some faults. */
final class Bugs {
    private static final String OUTBOX = "bundles/outpost.outbox/src/outpost/outbox/internal/SqliteOutbox.java";
    private static final String ANSWERS = "bundles/outpost.outbox/src/outpost/outbox/internal/Answers.java";
    private static final String WORKER = "bundles/outpost.sync.worker/src/outpost/sync/worker/internal/";
    private static final String CATALOG = "bundles/outpost.catalog/src/outpost/catalog/internal/SqliteCatalog.java";
    private static final String CLOUD = "server-bundle/src/outpost/cloud/internal/sync/";
    private static final String VALUES = "bundles/outpost.values/src/outpost/values/";

    static final List<Bug> ALL = List.of(
            new Bug(
                    "the cloud does not look whether an event is there already",
                    CLOUD + "Intake.java",
                    "Optional<String> stored = ledger.hash(event.key());",
                    "Optional<String> stored = Optional.empty();"),
            new Bug(
                    "the till takes an event for delivered before the answer",
                    WORKER + "Pusher.java",
                    "long[] started = new long[1];",
                    """
                    long[] started = new long[1];
                    outbox.settle(batch, java.util.stream.IntStream.range(0, batch.size())
                            .mapToObj(EventAnswer::accepted).toList());
                    """),
            new Bug(
                    "the till takes the duplicate that it made itself for a refusal",
                    ANSWERS,
                    "answer.get().status() != EventAnswer.Status.REJECTED",
                    "answer.get().status() == EventAnswer.Status.ACCEPTED"),
            new Bug(
                    "the till does not take up again what it was sending when its power went",
                    OUTBOX,
                    "transaction.update(\"UPDATE outbox SET state = 'pending' WHERE state = 'sending'\")",
                    "0"),
            new Bug(
                            "events are numbered in memory, and not in the sale's transaction",
                            OUTBOX,
                            "private final Clock clock;",
                            "private final Clock clock;\n    private long given;")
                    .and(
                            "identity.posId(), head.localEventId() + 1)",
                            "identity.posId(), given = Math.max(given, head.localEventId()) + 1)"),
            new Bug(
                    "the cursor moves before the rows are stored",
                    CATALOG,
                    "public void apply(PullAnswer delta) {",
                    "public void apply(PullAnswer delta) {\n        change((transaction, meta) -> meta.ended(delta.cursor()));"),
            new Bug(
                    "a snapshot that goes on takes the later cursor",
                    CATALOG,
                    "meta.running().isPresent() ? meta : meta.started(header)",
                    "meta.started(header)"),
            new Bug(
                    "stamps follow a clock that is set back",
                    VALUES + "HybridClock.java",
                    "if (now > last.millis()) {",
                    "if (now != last.millis()) {"),
            new Bug(
                    "the pause between two cycles grows without a bound",
                    WORKER + "BackOff.java",
                    "Math.min(moved, settings.longestPause().toMillis())",
                    "moved * 60"),
            new Bug(
                    "what the cloud refuses is sent again for ever",
                    ANSWERS,
                    "WHEN own = 1 THEN 'parked' ELSE 'held' END",
                    "ELSE 'pending' END"),
            new Bug(
                    "of two events of one number, the till writes only its own again",
                    "bundles/outpost.outbox/src/outpost/outbox/internal/Histories.java",
                    "if (!OutboxRows.isElsewhere(transaction, other)) {",
                    "if (OutboxRows.isElsewhere(transaction, other)) {"),
            new Bug(
                    "a till that was put back goes on with its numbers",
                    "bundles/outpost.outbox/src/outpost/outbox/internal/SqliteTerminal.java",
                    "new Identity(before.enrolment(), newPosId(),",
                    "new Identity(before.enrolment(), before.posId(),"),
            new Bug(
                    "what only the cloud has stays there",
                    WORKER + "Gathering.java",
                    "branch.storeFromCloud(",
                    "List.copyOf("),
            new Bug(
                    "the cloud overlooks a gap",
                    CLOUD + "Streams.java",
                    "stream.missing() == 0 ? stream.highest() : lastWithoutGap(stream)",
                    "stream.highest()"),
            new Bug(
                    "what a restored cloud has lost is not sent again",
                    OUTBOX,
                    "int again = Streams.sendAgain(transaction, cloud);",
                    "int again = 0;"),
            new Bug(
                    "a comparison believes what is noted of the rows",
                    WORKER + "Reconciliation.java",
                    "long damaged = replica.check(done -> desk.show(Phase.CHECKING, done, rows));",
                    "long damaged = 0;"));

    private Bugs() {}
}
