package outpost.replay.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import outpost.outbox.Identity;
import outpost.outbox.Terminal;
import outpost.protocol.EnrolmentException;
import outpost.protocol.EnrolmentLink;
import outpost.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One run of a till: enrol, ring this till's share, send, report. */
@Command(name = "outpost.replay.till", description = "Rings a share of a file of invoices through this till.")
final class ReplayCommand implements Callable<Integer> {
    private static final String SYNC_START = "sync.start";
    private static final String MANUAL = "manual";

    private final Callable<TillServices> services;
    private final Report report;
    private final LongSupplier nanoTime;

    @Option(names = "--invoices", required = true, description = "CSV file, gzip or not")
    private Path invoices;

    @Option(names = "--share", defaultValue = "1/1", description = "K/N: every N-th invoice from the K-th on")
    private Share share;

    @Option(names = "--enrol", description = "enrolment address, used if this till is not enrolled yet")
    private Optional<EnrolmentLink> link;

    @Option(names = "--offline", description = "ring everything before anything is sent")
    private boolean offline;

    @Option(names = "--patience", defaultValue = "300", description = "seconds without progress after which to give up")
    private long patienceSeconds;

    ReplayCommand(Callable<TillServices> services, Report report, LongSupplier nanoTime) {
        this.services = services;
        this.report = report;
        this.nanoTime = nanoTime;
    }

    /** @return the process's exit code */
    @Override
    public Integer call() throws Exception {
        try {
            run(services.call());
            return 0;
        } catch (ReplayException | EnrolmentException | StoreException e) {
            report.failed(e.getMessage());
            return 1;
        }
    }

    private void run(TillServices till) throws InterruptedException {
        if (offline && !till.settings().text(SYNC_START).equals(Optional.of(MANUAL))) {
            throw new ReplayException("--offline needs -Doutpost." + SYNC_START + "=" + MANUAL
                    + ", else sales leave while others are being rung");
        }
        Identity identity = enrolled(till);
        report.ready(identity);
        Delivery delivery = new Delivery(till, report, nanoTime, Duration.ofSeconds(patienceSeconds));
        if (!offline) {
            delivery.awaitFirstCycle();
        }
        long rungNow = ring(till, identity.currency());
        if (offline) {
            till.synchroniser().syncNow();
        }
        delivery.awaitEmptyOutbox();
        report.done(till.sales().rung(), rungNow);
    }

    private Identity enrolled(TillServices till) {
        Terminal terminal = till.terminal();
        if (terminal.identity().isEmpty()) {
            till.enroller()
                    .enrol(link.orElseThrow(() -> new ReplayException("this till is not enrolled: --enrol is needed")));
        }
        return terminal.identity().orElseThrow(() -> new ReplayException("this till is not enrolled"));
    }

    /** Reads the whole file once before the first ticket, so that a file that cannot be rung as it is leaves no trace. */
    private long ring(TillServices till, Currency currency) throws InterruptedException {
        InvoiceFile file = new InvoiceFile(invoices, currency);
        long total = share.sizeIn(file.forEach((place, invoice) -> {}));
        Round round = new Round(new Cashier(till.catalog(), till.sales(), currency), share, total, report);
        file.forEach(round::visit);
        return round.rungNow();
    }
}
