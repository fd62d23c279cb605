package outpost.till.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import outpost.widgets.Grids;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** The receipt of the sale that was just made. */
final class ReceiptPane extends Composite {
    private final ReceiptPaper paper;

    ReceiptPane(Composite parent, SellModel model) {
        super(parent, SWT.NONE);
        setLayout(Grids.columns(this, 1, 12, 0));
        paper = Style.key(new ReceiptPaper(this), "receipt");
        paper.setLayoutData(Grids.all());
        // Enter reaches the model through the entry field, so that a scanned code is not taken for it.
        TouchButton next = new TouchButton(this, "Next customer", model::nextCustomer).key(SWT.NONE, "Enter");
        Style.key(Style.classes(next, "primary"), "next").setLayoutData(Grids.wide(this, 80));
    }

    void show(SellModel shown) {
        shown.checkout().paid().ifPresent(paid -> paper.show(paid.paper()));
    }
}
