package outpost.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import outpost.values.PosId;

class JournalCheckTest {
    private static final int EDITS = 10_000;
    private static final int ENTRIES = 8;
    private static final PosId POS = new PosId("K7M2QX4R");
    private static final KeyPair KEY = Ed25519.newKeyPair();
    private static final Map<String, Boolean> SIGNED = new ConcurrentHashMap<>();

    @Test
    void aJournalThatNobodyTouchedIsWhole() {
        List<JournalRow> journal = journal(KEY, ENTRIES);

        assertEquals(List.of(), faults(journal, head(journal)));
        assertEquals(List.of(), faults(journal, Optional.empty()));
        assertEquals(List.of(), faults(List.of(), Optional.empty()));
    }

    @Test
    @Tag("A-116")
    void tenThousandRandomEditsRemovalsSwapsAndTruncationsAreAllFound(TestReporter reporter) {
        long seed = new Random().nextLong();
        reporter.publishEntry("seed", Long.toString(seed));
        Random random = new Random(seed);
        List<JournalRow> whole = journal(KEY, ENTRIES);
        Optional<JournalHead> head = head(whole);
        int[] kinds = new int[Tampering.values().length];

        for (int i = 0; i < EDITS; i++) {
            Tampering tampering = Tampering.values()[random.nextInt(kinds.length)];
            List<JournalRow> touched = tampering.of(whole, random);
            assertTrue(
                    !faults(touched, head).isEmpty(),
                    () -> "seed " + seed + ", not found: " + tampering + " made it " + touched);
            kinds[tampering.ordinal()]++;
        }

        for (Tampering tampering : Tampering.values()) {
            assertFalse(kinds[tampering.ordinal()] == 0, "never tried: " + tampering);
        }
    }

    @Test
    void aFileThatWasRenumberedGoesOnInANewJournalThatSaysWhereTheFormerOneEnded() {
        List<JournalRow> former = journal(KEY, ENTRIES);
        JournalRow last = former.get(ENTRIES - 1);

        assertEquals(List.of(), faults(continued(former, last.seq(), last.hash()), Optional.empty()));
        assertFalse(faults(continued(former, last.seq() + 1, last.hash()), Optional.empty())
                .isEmpty());
        assertFalse(faults(continued(former, last.seq(), former.get(0).hash()), Optional.empty())
                .isEmpty());
        assertFalse(
                faults(continued(former.subList(0, ENTRIES - 1), last.seq(), last.hash()), Optional.empty())
                        .isEmpty(),
                "so not even the former journal's tail can be cut off unseen");
    }

    @Test
    void withoutTheCloudOnlyACutOffTailIsNotSeen() {
        List<JournalRow> whole = journal(KEY, ENTRIES);
        List<JournalRow> cut = whole.subList(0, ENTRIES - 1);

        assertEquals(List.of(), faults(cut, Optional.empty()));
        assertEquals(
                List.of("entry 8, which the cloud knows, is missing: the journal ends with 7"),
                faults(cut, head(whole)));
        assertEquals(
                List.of("entry 2: the journal begins with it", "entry 2: it does not continue the entry before it"),
                faults(whole.subList(1, ENTRIES), head(whole)));
    }

    @Test
    void aJournalThatWasWrittenAnewIsFoundByKeyOrByCloud() {
        List<JournalRow> whole = journal(KEY, ENTRIES);
        List<JournalRow> byAnotherKey = journal(Ed25519.newKeyPair(), ENTRIES);
        List<JournalRow> longer = journal(KEY, ENTRIES + 1);

        assertEquals(ENTRIES, faults(byAnotherKey, Optional.empty()).size());
        assertEquals(List.of(), faults(longer, head(whole)));
        List<JournalRow> another = new ArrayList<>(journal(KEY, ENTRIES, "another "));
        assertEquals(List.of("entry 8: the cloud knows another entry of that number"), faults(another, head(whole)));
    }

    @Test
    void unsignedEntriesOfTheFirstVersionStandOnlyBeforeSignedOnes() {
        List<JournalRow> journal = new ArrayList<>(List.of(ofVersion1(1, Event.NO_HASH)));
        journal.add(ofVersion1(2, journal.get(0).hash()));
        assertEquals(
                List.of("no entry is signed, and nobody else knows any of them: all of it may have been written anew"),
                faults(journal, Optional.empty()));

        journal.add(JournalRow.of(entry(KEY, 3, "3", journal.get(1).hash())));
        assertEquals(List.of(), faults(journal, Optional.empty()));

        journal.add(ofVersion1(4, journal.get(2).hash()));
        assertEquals(List.of("entry 4: it is not signed"), faults(journal, Optional.empty()));
    }

    @Test
    void theCloudReckonsTheHashOfASalesEntryFromItsPayload() {
        JournalEntry before = entry(KEY, 1, "1", Event.NO_HASH);
        SaleJournal place =
                new SaleJournal(2, "2026-01-31T10:15:30.123+01:00[Europe/Berlin]", before.hash(), Optional.empty());
        String payload = "{\"the\":\"payload\"}";

        JournalEntry sale = JournalEntry.signed(
                POS, 2, place.at(), "sale", "till-1-K7M2QX4R-000001", payload, before.hash(), KEY.getPrivate());

        assertEquals(sale.hash(), place.entryHash(POS, EventType.SALE, "till-1-K7M2QX4R-000001", Sha256.hex(payload)));
    }

    private static List<JournalRow> continued(List<JournalRow> former, long seq, String hash) {
        List<JournalRow> both = new ArrayList<>(former);
        both.add(JournalRow.of(JournalEntry.signed(
                new PosId("NEWFILE"),
                1,
                "2026-01-31T10:15:30+01:00[Europe/Berlin]",
                JournalEntry.RENUMBERED,
                POS.value(),
                Json.write(Map.of("formerSeq", seq, "formerHash", hash)),
                Event.NO_HASH,
                KEY.getPrivate())));
        return both;
    }

    private static List<String> faults(List<JournalRow> rows, Optional<JournalHead> known) {
        JournalCheck check = new JournalCheck(JournalCheckTest::isSigned, known);
        rows.forEach(check::next);
        return check.faults();
    }

    /** Signatures take their time, and most entries of a journal that was touched are those of the whole one: each is looked at once. */
    private static boolean isSigned(String hash, String signature) {
        return SIGNED.computeIfAbsent(hash + signature, pair -> Ed25519.isSignedBy(KEY.getPublic(), hash, signature));
    }

    private static Optional<JournalHead> head(List<JournalRow> rows) {
        JournalRow last = rows.get(rows.size() - 1);
        return Optional.of(new JournalHead(last.seq(), last.hash()));
    }

    private static List<JournalRow> journal(KeyPair key, int entries) {
        return journal(key, entries, "");
    }

    private static List<JournalRow> journal(KeyPair key, int entries, String mark) {
        List<JournalRow> journal = new ArrayList<>();
        String previous = Event.NO_HASH;
        for (int seq = 1; seq <= entries; seq++) {
            JournalEntry entry = entry(key, seq, mark + seq, previous);
            journal.add(JournalRow.of(entry));
            previous = entry.hash();
        }
        return journal;
    }

    private static JournalEntry entry(KeyPair key, long seq, String mark, String previous) {
        return JournalEntry.signed(
                POS,
                seq,
                ZonedDateTime.parse("2026-01-31T10:15:30.123+01:00[Europe/Berlin]")
                        .plusSeconds(seq)
                        .toString(),
                seq % 3 == 0 ? "void_line" : "sale",
                "subject " + mark,
                "{\"by\":\"Cashier\",\"amountMinor\":" + seq * 10 + "}",
                previous,
                key.getPrivate());
    }

    private static JournalRow ofVersion1(long seq, String previous) {
        String at = "2026-01-31T10:15:30.123Z";
        String contentHash = Sha256.hex("payload " + seq);
        String hash = Sha256.hex(String.join(
                "\n", "outpost-journal-1", Long.toString(seq), at, "sale", "number", contentHash, previous));
        return new JournalRow(
                seq,
                Optional.empty(),
                at,
                "sale",
                "number",
                Optional.empty(),
                contentHash,
                previous,
                hash,
                Optional.empty());
    }
}
