package outpost.till.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import outpost.devices.PrinterStatus;
import outpost.widgets.Grids;
import outpost.widgets.Notice;
import outpost.widgets.NoticeBar;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** The receipt of the sale that was just made, and how its printing goes. */
final class ReceiptPane extends Composite {
    /** The printer is looked at so often while its receipt is on the screen. */
    private static final int LOOK_MILLIS = 500;

    private final SellModel model;
    private final SellMessages texts;
    private final ReceiptPaper paper;
    private final NoticeBar printer;
    private final TouchButton copy;

    ReceiptPane(Composite parent, SellModel model, SellMessages texts) {
        super(parent, SWT.NONE);
        this.model = model;
        this.texts = texts;
        setLayout(Grids.columns(this, 1, 12, 0));
        paper = Style.key(new ReceiptPaper(this), "receipt");
        paper.setLayoutData(Grids.all());
        printer = new NoticeBar(this, "printer");
        copy = new TouchButton(this, texts.printCopy(), this::copy).key(SWT.F7, "F7");
        Style.key(copy, "copy").setLayoutData(Grids.wide(this, 56));
        // Enter reaches the model through the entry field, so that a scanned code is not taken for it.
        TouchButton next = new TouchButton(this, texts.nextCustomer(), model::nextCustomer).key(SWT.NONE, "Enter");
        Style.key(Style.classes(next, "primary"), "next").setLayoutData(Grids.wide(this, 80));
        look();
    }

    void show(SellModel shown) {
        shown.paying().paid().ifPresent(paid -> paper.show(paid.paper()));
        showPrinter();
    }

    private void look() {
        if (!isDisposed()) {
            showPrinter();
            getDisplay().timerExec(LOOK_MILLIS, this::look);
        }
    }

    private void showPrinter() {
        if (isVisible()) {
            copy.setEnabled(model.printing().status().condition() != PrinterStatus.Condition.ABSENT);
            printer.show(model.printing().trouble().map(sentence -> Notice.problem(sentence)
                    .offering(texts.tryAgain(), model.printing()::tryAgain)));
        }
    }

    private void copy() {
        model.paying().paid().ifPresent(paid -> model.printing()
                .reprint(paid.receipt().number()));
    }
}
