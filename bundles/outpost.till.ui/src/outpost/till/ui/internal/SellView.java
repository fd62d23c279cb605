package outpost.till.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.FormAttachment;
import org.eclipse.swt.layout.FormData;
import org.eclipse.swt.layout.FormLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import outpost.widgets.Amounts;
import outpost.widgets.Look;
import outpost.widgets.Scale;
import outpost.widgets.Scanner;
import outpost.widgets.ask.AskPane;
import outpost.widgets.ask.AskTexts;

/** The Sell perspective in two halves: on the left what is sold and due, on the right what can be done, or what is asked. */
final class SellView extends Composite {
    private static final int MARGIN = 16;
    private static final int LEFT_PERCENT = 52;

    private final SellModel model;
    private final Composite left = new Composite(this, SWT.NONE);
    private final Composite right = new Composite(this, SWT.NONE);
    private final StackLayout lefts = new StackLayout();
    private final StackLayout rights = new StackLayout();
    private final BasketPane basket;
    private final DuePane due;
    private final SidePane side;
    private final TenderPane tenders;
    private final ReceiptPane receipt;
    private final AskPane ask;

    SellView(Composite parent, SellModel model, SellMessages texts, Amounts amounts, Look look) {
        super(parent, SWT.NONE);
        this.model = model;
        layoutHalves();
        basket = new BasketPane(left, model, texts, amounts);
        due = new DuePane(left, model, texts, amounts);
        side = new SidePane(right, model, texts, amounts, basket.entry());
        tenders = new TenderPane(right, model, texts);
        receipt = new ReceiptPane(right, model, texts);
        ask = new AskPane(right, look.messages(AskTexts.class), model.dialogue(), amounts::of);
        Scanner.of(getShell()).onCode(this, this::scanned);
        model.show(this::refresh, basket.entry()::setText);
    }

    @Override
    public boolean setFocus() {
        if (model.dialogue().question().isPresent()) {
            return ask.setFocus();
        }
        return model.screen() == SellModel.Screen.PAY
                ? due.setFocus()
                : basket.entry().setFocus();
    }

    private void layoutHalves() {
        setLayout(new FormLayout());
        int margin = Scale.px(this, MARGIN);
        FormData leftData = new FormData();
        leftData.left = new FormAttachment(0, margin);
        leftData.top = new FormAttachment(0, margin);
        leftData.bottom = new FormAttachment(100, -margin);
        leftData.right = new FormAttachment(LEFT_PERCENT, -margin / 2);
        left.setLayoutData(leftData);
        left.setLayout(lefts);
        FormData rightData = new FormData();
        rightData.left = new FormAttachment(LEFT_PERCENT, margin / 2);
        rightData.top = new FormAttachment(0, margin);
        rightData.bottom = new FormAttachment(100, -margin);
        rightData.right = new FormAttachment(100, -margin);
        right.setLayoutData(rightData);
        right.setLayout(rights);
    }

    private void refresh() {
        boolean paying = model.screen() == SellModel.Screen.PAY;
        boolean asking = model.dialogue().question().isPresent();
        basket.entry().setEnabled(!asking);
        boolean otherQuestion = ask.refresh();
        boolean otherLeft = bringUp(left, lefts, paying ? due : basket);
        boolean otherRight = bringUp(
                right,
                rights,
                asking ? ask : paying ? tenders : model.screen() == SellModel.Screen.PAID ? receipt : side);
        if (paying) {
            due.show(model);
            tenders.show(model);
        } else {
            basket.show(model);
            side.show(model);
            receipt.show(model);
        }
        if (otherQuestion || otherLeft || otherRight) {
            setFocus();
        }
    }

    private void scanned(String code) {
        if (!ask.scanned(code)) {
            model.ringing().scanned(code, basket.entry().getText());
        }
    }

    private static boolean bringUp(Composite stack, StackLayout layout, Control page) {
        boolean other = layout.topControl != page;
        if (other) {
            layout.topControl = page;
            stack.layout();
        }
        return other;
    }
}
