package outpost.devices.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.devices.CashDrawer;
import outpost.devices.DeviceException;
import outpost.devices.Print;
import outpost.devices.PrintJob;
import outpost.devices.PrinterStatus;
import outpost.devices.PrinterStatus.Condition;
import outpost.devices.ReceiptPrinter;
import outpost.devices.Workplace;

/** An ESC/POS printer with the drawer that hangs on it, or neither, where {@code printer.address} is not set. */
@Component(
        service = {ReceiptPrinter.class, CashDrawer.class, EscPosPrinter.class},
        immediate = true)
public final class EscPosPrinter implements ReceiptPrinter, CashDrawer {
    private static final Logger LOG = LoggerFactory.getLogger(EscPosPrinter.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(2);

    private final Workplace workplace;
    private final Patience patience;
    private final Clock clock;
    private final LongSupplier nanoTime;
    /** One for all connections: what waits outlives a change of settings. */
    private Optional<PrintQueue> queue = Optional.empty();

    private volatile Optional<Connected> connected;

    @Activate
    public EscPosPrinter(@Reference Workplace workplace) {
        this(workplace, Patience.USUAL, Clock.systemUTC(), System::nanoTime);
    }

    EscPosPrinter(Workplace workplace, Patience patience, Clock clock, LongSupplier nanoTime) {
        this.workplace = workplace;
        this.patience = patience;
        this.clock = clock;
        this.nanoTime = nanoTime;
        connected = reported();
    }

    @Activate
    void start() {
        connected.ifPresent(printer -> printer.thread.start());
    }

    /** Gives up what is being sent: it is printed anew at the next start. */
    @Deactivate
    void stop() {
        connected.ifPresent(Connected::stop);
    }

    /** See {@link outpost.devices.DeviceSetup#renew}. */
    synchronized void renew() {
        Optional<Connected> next = reported();
        stop();
        connected = next;
        start();
    }

    @Override
    public void print(Print document) {
        connected.ifPresent(printer -> {
            byte[] bytes = EscPosDocument.of(document, printer.settings.paper(), printer.settings.alphabet());
            printer.queue.add(document.title(), bytes);
            printer.bell.ring();
        });
    }

    @Override
    public PrinterStatus status() {
        return connected
                .map(printer -> new PrinterStatus(printer.board.condition(), printer.queue.size()))
                .orElse(new PrinterStatus(Condition.ABSENT, 0));
    }

    @Override
    public List<PrintJob> waiting() {
        return connected.map(printer -> printer.queue.jobs()).orElse(List.of());
    }

    @Override
    public void tryAgain() {
        connected.ifPresent(printer -> printer.loop.again());
    }

    @Override
    public void cancel(PrintJob job) {
        connected.ifPresent(printer -> printer.queue.remove(job));
    }

    @Override
    public void open() {
        connected.ifPresent(printer -> {
            Kick kick = new Kick();
            printer.bell.ring(kick);
            kick.await(printer.patience.drawer());
        });
    }

    /** The framework keeps what a component's constructor throws in a log of its own; whoever mistyped a setting looks into ours. */
    private Optional<Connected> reported() {
        try {
            Optional<PrinterSettings> settings = PrinterSettings.of(workplace, patience);
            if (settings.isPresent() && queue.isEmpty()) {
                queue = Optional.of(PrintQueue.open(workplace.folder().resolve("print"), clock));
            }
            return settings.map(known -> new Connected(known, queue.orElseThrow(), patience, nanoTime));
        } catch (IllegalArgumentException | DeviceException e) {
            LOG.error("No printer: {}", e.getMessage());
            throw e;
        }
    }

    private static final class Connected {
        private final PrinterSettings settings;
        private final PrintQueue queue;
        private final Patience patience;
        private final Bell bell = new Bell();
        private final PrinterBoard board = new PrinterBoard();
        private final PrinterLoop loop;
        private final Thread thread;

        Connected(PrinterSettings settings, PrintQueue queue, Patience patience, LongSupplier nanoTime) {
            this.settings = settings;
            this.queue = queue;
            this.patience = patience;
            loop = new PrinterLoop(settings, queue, bell, board, patience, nanoTime);
            thread = new Thread(loop, "outpost-printer");
            thread.setDaemon(true);
        }

        void stop() {
            thread.interrupt();
            try {
                thread.join(STOP_LIMIT.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (thread.isAlive()) {
                LOG.warn("The printer's thread has not ended within {} s", STOP_LIMIT.toSeconds());
            }
        }
    }
}
