package outpost.till.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import outpost.catalog.Catalog;
import outpost.devices.CashDrawer;
import outpost.devices.DeviceException;
import outpost.devices.Print;
import outpost.devices.PrinterStatus;
import outpost.devices.ReceiptPrinter;
import outpost.outbox.Identity;
import outpost.sales.Grounds;
import outpost.sales.Receipt;
import outpost.sales.ReceiptCopy;
import outpost.widgets.Amounts;
import outpost.widgets.Background;
import outpost.widgets.Notice;

/** Receipts to the printer, and the drawer. A sale stands whatever becomes of its paper. Lives on the UI thread. */
public final class Printing {
    private final Devices devices;
    private final Shop shop;
    private final Acts acts;
    private final Background background;
    private final Background waiting;
    private final SellMessages texts;
    private final Amounts amounts;
    private final Consumer<Notice> say;

    /**
     * What stands at this till; either may be missing.
     *
     * @param background for calls that may wait for a device that is away, so that no product waits behind them; empty: the one for everything else
     */
    public record Devices(
            Optional<ReceiptPrinter> printer, Optional<CashDrawer> drawer, Optional<Background> background) {
        public Devices(Optional<ReceiptPrinter> printer, Optional<CashDrawer> drawer) {
            this(printer, drawer, Optional.empty());
        }
    }

    public Printing(
            Devices devices,
            Shop shop,
            Acts acts,
            Background background,
            SellMessages texts,
            Amounts amounts,
            Consumer<Notice> say) {
        this.devices = devices;
        this.shop = shop;
        this.acts = acts;
        this.background = background;
        waiting = devices.background().orElse(background);
        this.texts = texts;
        this.amounts = amounts;
        this.say = say;
    }

    /** How this shop's receipts look. Reads the disk. */
    public ReceiptDocument document() {
        Catalog catalog = shop.catalog();
        List<String> header = linesOf(catalog, "receipt.header");
        return new ReceiptDocument(
                header.isEmpty() ? names(shop.identity()) : header,
                linesOf(catalog, "receipt.footer"),
                catalog.setting("receipt.logo").filter(logo -> logo.startsWith("data:image/")),
                texts,
                amounts);
    }

    /** How the printer does; cheap. Absent where there is none. */
    PrinterStatus status() {
        return devices.printer()
                .map(ReceiptPrinter::status)
                .orElseGet(() -> new PrinterStatus(PrinterStatus.Condition.ABSENT, 0));
    }

    /** Whether something stands in the printer's way, as a sentence that says what to do. */
    Optional<String> trouble() {
        PrinterStatus status = status();
        // The receipt on the screen may not have reached the queue yet.
        String waiting = Integer.toString(Math.max(1, status.waiting()));
        return switch (status.condition()) {
            case PAPER_OUT -> Optional.of(texts.printerPaperOut(waiting));
            case COVER_OPEN -> Optional.of(texts.printerCoverOpen(waiting));
            case UNREACHABLE -> Optional.of(texts.printerUnreachable(waiting));
            case FAULT -> Optional.of(texts.printerFault(waiting));
            default -> Optional.empty();
        };
    }

    /** Gives the document to the printer's queue. */
    public void print(Print document) {
        devices.printer()
                .ifPresent(printer -> waiting.call(
                        () -> {
                            printer.print(document);
                            return document;
                        },
                        done -> {},
                        failure -> say.accept(Notice.problem(texts.notPrinted(acts.sentence(failure))))));
    }

    /** Asks a printer that did not print again, at once. */
    void tryAgain() {
        devices.printer().ifPresent(ReceiptPrinter::tryAgain);
    }

    /** Prints a copy, which is marked as one and noted in the journal. */
    public void reprint(String number) {
        acts.later(Grounds.NONE, grounds -> copy(number, grounds), document -> {
            print(document);
            say.accept(Notice.hint(texts.copyPrinted(document.title())));
        });
    }

    /** Prints a copy of the newest receipt. */
    void reprintLast() {
        background.call(
                shop.checkout()::last,
                last -> last.map(Receipt::number)
                        .ifPresentOrElse(this::reprint, () -> say.accept(Notice.hint(texts.noReceiptYet()))),
                failure -> say.accept(Notice.problem(texts.notDone(acts.sentence(failure)))));
    }

    /** Opens the drawer; waits for the printer in the background. */
    public void openDrawer() {
        devices.drawer()
                .ifPresent(drawer -> waiting.call(
                        () -> {
                            drawer.open();
                            return drawer;
                        },
                        done -> {},
                        failure -> say.accept(Notice.problem(
                                failure instanceof DeviceException
                                        ? texts.drawerShut()
                                        : texts.notDone(acts.sentence(failure))))));
    }

    private Print copy(String number, Grounds grounds) {
        ReceiptCopy copy = shop.receipts().reprint(number, grounds);
        return document().of(copy.receipt(), copy.copyNo());
    }

    private static List<String> linesOf(Catalog catalog, String setting) {
        List<String> lines = new ArrayList<>();
        catalog.setting(setting).ifPresent(text -> text.lines().forEach(lines::add));
        return lines;
    }

    /** A receipt must say whose it is, also before the business has set what it wants there. */
    private static List<String> names(Identity identity) {
        return List.of(
                identity.enrolment().tenantName(),
                identity.enrolment().branchName(),
                identity.enrolment().terminalName());
    }
}
