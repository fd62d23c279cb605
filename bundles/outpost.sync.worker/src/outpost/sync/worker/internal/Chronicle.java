package outpost.sync.worker.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import outpost.outbox.BranchTime;
import outpost.protocol.SyncRun;
import outpost.sync.worker.internal.Tally.Count;

/**
 * Writes down what the cycles do: everything that happened, and of trouble that lasts only its beginning, each change and its end. A till that has nothing to do
 * writes no entry. Only the worker's thread touches it.
 */
final class Chronicle {
    private static final long MILLI = 1_000_000;

    private final LogBook book;
    private final Tally tally;
    private final BranchTime time;
    private final LongSupplier nanoTime;
    private final List<SyncRun> notes = new ArrayList<>();
    private Optional<String> lastCode = Optional.empty();
    private long startedNanos;

    Chronicle(LogBook book, Tally tally, BranchTime time, LongSupplier nanoTime) {
        this.book = book;
        this.tally = tally;
        this.time = time;
        this.nanoTime = nanoTime;
    }

    void cycleStarts() {
        startedNanos = nanoTime.getAsLong();
    }

    /** Notes something within a cycle. */
    void note(SyncRun.Kind kind, String sentence) {
        notes.add(entry(kind, 0, 0, Optional.empty(), Optional.of(sentence)));
    }

    void cycleSucceeds() {
        tally.add(Count.CYCLES, 1);
        boolean news = tally.of(Count.SENT) + tally.of(Count.RECEIVED) > 0 || lastCode.isPresent();
        lastCode = Optional.empty();
        end(true, news, 0, Optional.empty(), Optional.empty());
    }

    /** @param attempt how many cycles in a row have failed */
    void cycleFails(int attempt, String code, String problem) {
        tally.add(Count.FAILED_CYCLES, 1);
        boolean news = !lastCode.equals(Optional.of(code));
        lastCode = Optional.of(code);
        end(false, news, attempt, Optional.of(code), Optional.of(problem));
    }

    private void end(boolean good, boolean news, int attempt, Optional<String> code, Optional<String> problem) {
        long millis = (nanoTime.getAsLong() - startedNanos) / MILLI;
        if (news) {
            notes.add(entry(SyncRun.Kind.CYCLE, millis, attempt, code, problem));
        }
        List<SyncRun> entries = List.copyOf(notes);
        notes.clear();
        book.cycleEnded(tally.take(), millis, good ? Optional.of(time.now()) : Optional.empty(), entries);
    }

    private SyncRun entry(
            SyncRun.Kind kind, long millis, int attempt, Optional<String> code, Optional<String> problem) {
        boolean cycle = kind == SyncRun.Kind.CYCLE;
        return new SyncRun(
                0,
                kind,
                time.now().minusMillis(millis),
                millis,
                cycle ? tally.of(Count.SENT) : 0,
                cycle ? tally.of(Count.RECEIVED) : 0,
                attempt,
                code,
                problem);
    }
}
