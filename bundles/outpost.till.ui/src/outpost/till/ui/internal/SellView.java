package outpost.till.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import outpost.widgets.Grids;

/** The pages of the Sell perspective; shows the one that the model is at. */
final class SellView extends Composite {
    private static final int SIDE_WIDTH = 360;

    private final SellModel model;
    private final StackLayout pages = new StackLayout();
    private final StackLayout sides = new StackLayout();
    private final Composite sellPage;
    private final Composite side;
    private final BasketPane basket;
    private final CheckoutPane checkout;
    private final ReceiptPane receipt;
    private final PayPage payPage;

    SellView(Composite parent, SellModel model, MoneyText money) {
        super(parent, SWT.NONE);
        this.model = model;
        setLayout(pages);
        sellPage = new Composite(this, SWT.NONE);
        sellPage.setLayout(Grids.columns(this, 2, 16, 16));
        basket = new BasketPane(sellPage, model, money);
        basket.setLayoutData(Grids.all());
        side = new Composite(sellPage, SWT.NONE);
        side.setLayout(sides);
        side.setLayoutData(Grids.tall(this, SIDE_WIDTH));
        checkout = new CheckoutPane(side, model, money, basket.entry());
        receipt = new ReceiptPane(side, model);
        payPage = new PayPage(this, model, money);
        model.show(this::refresh, basket.entry()::setText);
    }

    @Override
    public boolean setFocus() {
        return model.screen() == SellModel.Screen.PAY
                ? payPage.setFocus()
                : basket.entry().setFocus();
    }

    private void refresh() {
        boolean paying = model.screen() == SellModel.Screen.PAY;
        if (paying) {
            payPage.show(model);
        } else {
            basket.show(model);
            checkout.show(model);
            receipt.show(model);
            bringUp(side, sides, model.screen() == SellModel.Screen.PAID ? receipt : checkout);
        }
        if (bringUp(this, pages, paying ? payPage : sellPage)) {
            setFocus();
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
