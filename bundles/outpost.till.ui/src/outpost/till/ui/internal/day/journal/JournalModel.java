package outpost.till.ui.internal.day.journal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outpost.sales.JournalFindings;
import outpost.sales.JournalLine;
import outpost.sales.TillJournal;
import outpost.till.ui.internal.Refusals;
import outpost.widgets.Amounts;
import outpost.widgets.Background;

/** The till's journal: its newest entries, filtered by what is typed, and whether all of it is whole. Lives on the UI thread. */
public final class JournalModel {
    private static final int MOST = 1_000;
    private static final List<String> AMOUNTS =
            List.of("totalMinor", "amountMinor", "floatMinor", "tenderedMinor", "unitPriceMinor");

    private final TillJournal journal;
    private final Background background;
    private final JournalMessages messages;
    private final Amounts amounts;
    private final Refusals refusals;
    private Runnable changed = () -> {};
    private List<JournalLine> lines = List.of();
    private boolean read;
    private String wanted = "";
    private boolean verifying;
    private Optional<JournalFindings> findings = Optional.empty();
    private Optional<String> problem = Optional.empty();

    /** @param background its own: a look through a long journal takes its time */
    public JournalModel(
            TillJournal journal, Background background, JournalMessages messages, Amounts amounts, Refusals refusals) {
        this.journal = journal;
        this.background = background;
        this.messages = messages;
        this.amounts = amounts;
        this.refusals = refusals;
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    /** Reads the newest entries anew. */
    public void refresh() {
        background.call(() -> journal.latest(MOST), this::arrived, this::failed);
    }

    void filter(String text) {
        wanted = text;
        changed.run();
    }

    String wanted() {
        return wanted;
    }

    /** Those that contain each word that was typed, in any of what is shown of them; the newest first. */
    List<JournalLine> shown() {
        List<String> words = Stream.of(wanted.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return lines.stream()
                .filter(line -> {
                    String all = String.join(" ", title(line), second(line), amount(line))
                            .toLowerCase(Locale.ROOT);
                    return words.stream().allMatch(all::contains);
                })
                .toList();
    }

    /** What was done, and to what: a product's name, or a receipt's number. */
    String title(JournalLine line) {
        String kind = KindNames.of(line.kind(), messages);
        return about(line).map(about -> kind + "  ·  " + about).orElse(kind);
    }

    /** When, by whom, by whose leave, and why. */
    String second(JournalLine line) {
        return Stream.of(
                        Optional.of(amounts.dayAndTime(line.at())),
                        line.field("by").or(() -> line.field("cashier")),
                        line.field("approvedBy").map(messages::leave),
                        line.field("reason"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("  ·  "));
    }

    String amount(JournalLine line) {
        return AMOUNTS.stream()
                .flatMap(name -> line.field(name).stream())
                .findFirst()
                .map(minor -> amounts.of(Long.parseLong(minor)))
                .orElse("");
    }

    /** Whether the entries have come from the disk. */
    boolean isRead() {
        return read;
    }

    boolean isVerifying() {
        return verifying;
    }

    /** What the last look through all of it found. */
    Optional<JournalFindings> findings() {
        return findings;
    }

    /** Why the journal could not be read. */
    Optional<String> problem() {
        return problem;
    }

    void verify() {
        if (!verifying) {
            verifying = true;
            problem = Optional.empty();
            background.call(journal::verify, this::verified, this::failed);
            changed.run();
        }
    }

    private static Optional<String> about(JournalLine line) {
        return line.field("name")
                .or(() -> line.field("receiptNumber"))
                .or(() -> Optional.of(line.subject())
                        .filter(subject -> line.kind().equals("reprint")))
                .or(() -> line.field("number"));
    }

    private void arrived(List<JournalLine> newest) {
        lines = newest;
        read = true;
        changed.run();
    }

    private void verified(JournalFindings found) {
        verifying = false;
        findings = Optional.of(found);
        changed.run();
    }

    private void failed(RuntimeException failure) {
        verifying = false;
        problem = Optional.of(refusals.sentence(failure));
        changed.run();
    }
}
