package outpost.devices.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.devices.PrintJob;
import outpost.devices.PrinterStatus.Condition;

/**
 * The one thread that talks to the printer. It prints what waits, one document after the other, looks now and then how an idle printer does, and opens the
 * drawer in between. The connection is closed after each document, since most printers have only one, and lanes may share a printer.
 */
final class PrinterLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(PrinterLoop.class);
    private static final Duration STEP = Duration.ofMillis(100);
    /** A document that breaks off again and again must not use up the roll. */
    private static final int MAX_BREAKS = 3;

    private final PrinterSettings settings;
    private final PrintQueue queue;
    private final Bell bell;
    private final PrinterBoard board;
    private final Patience patience;
    private final LongSupplier nanoTime;
    private Optional<PrintJob> broken = Optional.empty();
    private int breaks;
    private boolean saysDone = true;
    private volatile boolean again;

    /** @param nanoTime a clock that only goes forward, whatever is done to the machine's date */
    PrinterLoop(
            PrinterSettings settings,
            PrintQueue queue,
            Bell bell,
            PrinterBoard board,
            Patience patience,
            LongSupplier nanoTime) {
        this.settings = settings;
        this.queue = queue;
        this.bell = bell;
        this.board = board;
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    /** Gives a document that broke off too often another chance. */
    void again() {
        again = true;
        bell.ring();
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                boolean printed = turn();
                pause(printed ? Duration.ZERO : untilNext());
            }
        } catch (InterruptedException e) {
            LOG.debug("Printing ends", e);
        }
    }

    /** Prints the oldest document, or only looks. Answers whether a document was printed. */
    private boolean turn() throws InterruptedException {
        Optional<PrintQueue.Document> next = queue.first();
        try (PrinterTalk talk = open()) {
            if (look(talk).needsHelp() || next.isEmpty()) {
                return false;
            }
            if (!mayBePrinted(next.get())) {
                board.seen(Condition.FAULT, "breaks off again and again");
                return false;
            }
            print(talk, next.get());
            return true;
        } catch (IOException e) {
            board.seen(Condition.UNREACHABLE, e.getMessage());
            return false;
        } catch (RuntimeException e) {
            // The thread's last resort: whatever a driver does to this attempt, the next one gets its chance.
            LOG.error("Printing failed", e);
            board.seen(Condition.FAULT, e.toString());
            return false;
        }
    }

    private boolean mayBePrinted(PrintQueue.Document document) {
        boolean another = broken.filter(document.job()::equals).isEmpty();
        if (another || again) {
            breaks = 0;
            again = false;
            broken = Optional.empty();
        }
        return breaks < MAX_BREAKS;
    }

    private void print(PrinterTalk talk, PrintQueue.Document document) throws IOException, InterruptedException {
        try {
            talk.send(document.bytes());
            awaitDone(talk);
        } catch (InterruptedIOException e) {
            // The till ends; the document waits for its next start.
            throw e;
        } catch (IOException e) {
            broken = Optional.of(document.job());
            breaks++;
            LOG.warn("'{}' broke off: {}", document.job().title(), e.getMessage());
            throw e;
        }
        queue.remove(document.job());
    }

    /** A printer without paper goes on by itself when it has some, so only one that is gone or silent is given up. */
    private void awaitDone(PrinterTalk talk) throws IOException, InterruptedException {
        long heard = nanoTime.getAsLong();
        long readySince = heard;
        while (talk.answers() && !talk.isDone()) {
            Optional<Kick> kick = bell.await(STEP);
            if (kick.isPresent()) {
                kick(talk, kick.get());
            }
            Optional<Condition> condition = talk.condition();
            long now = nanoTime.getAsLong();
            if (condition.isPresent()) {
                heard = now;
                board.seen(condition.get(), "");
            }
            if (condition.isEmpty() || condition.get().needsHelp()) {
                readySince = now;
            }
            if (now - heard > patience.silence().toNanos()) {
                throw new IOException("the printer does not answer any more");
            }
            if (now - readySince > (saysDone ? patience.completion() : STEP).toNanos()) {
                LOG.info("The printer is ready, but does not say that it is done");
                saysDone = false;
                return;
            }
        }
    }

    private Duration untilNext() {
        return queue.size() > 0 || board.condition().needsHelp() ? patience.pause() : patience.rest();
    }

    private void pause(Duration limit) throws InterruptedException {
        Optional<Kick> kick = bell.await(limit);
        if (kick.isPresent()) {
            kickAlone(kick.get());
        }
    }

    private void kickAlone(Kick kick) {
        try (PrinterTalk talk = open()) {
            look(talk);
            kick(talk, kick);
        } catch (IOException e) {
            board.seen(Condition.UNREACHABLE, e.getMessage());
            if (kick.take()) {
                kick.failed(e);
            }
        }
    }

    private void kick(PrinterTalk talk, Kick kick) throws IOException {
        if (!kick.take()) {
            return;
        }
        try {
            talk.kick(settings.pulse(), board.condition().needsHelp());
            kick.done();
        } catch (IOException e) {
            kick.failed(e);
            throw e;
        }
    }

    private Condition look(PrinterTalk talk) throws IOException {
        Condition condition = talk.condition().orElseThrow(() -> new IOException("the printer does not answer"));
        board.seen(condition, "");
        return condition;
    }

    private PrinterTalk open() throws IOException {
        return new PrinterTalk(settings.address().open(), settings.answers(), patience);
    }
}
