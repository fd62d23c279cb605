package outpost.till.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import outpost.widgets.Amounts;
import outpost.widgets.EntryField;
import outpost.widgets.Grids;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** What fingers do while selling: quick keys or digits, the line's and the ticket's actions, and paying. */
final class SidePane extends Composite {
    private static final int ACTION_HEIGHT = 52;
    private static final int ACTIONS_IN_A_ROW = 3;

    private final SellMessages texts;
    private final Amounts amounts;
    private final KeyPages keys;
    private final Composite actions;
    private final TouchButton quantity;
    private final TouchButton discount;
    private final TouchButton hold;
    private final TouchButton remove;
    private final TouchButton price;
    private final TouchButton voidTicket;
    private final TouchButton pay;

    SidePane(Composite parent, SellModel model, SellMessages texts, Amounts amounts, EntryField entry) {
        super(parent, SWT.NONE);
        this.texts = texts;
        this.amounts = amounts;
        setLayout(Grids.columns(this, 1, 12, 0));
        keys = new KeyPages(this, model, amounts, entry);
        keys.setLayoutData(Grids.all());
        actions = new Composite(this, SWT.NONE);
        actions.setLayoutData(Grids.wide());
        actions.setLayout(Grids.equalColumns(actions, ACTIONS_IN_A_ROW, 8, 0));
        quantity = action(texts.quantity(), "quantity", () -> {
                    String typed = entry.getText();
                    entry.setText("");
                    model.line().quantity(typed);
                })
                .key(SWT.F4, "F4");
        discount = action(texts.discount(), "discount", model.line()::discount).key(SWT.F5, "F5");
        action(texts.comesBack(), "return", model.returns()::ask).key(SWT.F6, "F6");
        hold = action(texts.hold(), "hold", model.whole()::hold).key(SWT.F7, "F7");
        remove = action(texts.remove(), "remove", model.line()::remove).key(SWT.F8, "F8");
        price = action(texts.price(), "price", model.line()::price).key(SWT.F9, "F9");
        action(texts.more(), "more", model.more()::ask).key(SWT.F10, "F10");
        action(texts.customer(), "customer", () -> model.whole().customer(() -> {}))
                .key(SWT.F11, "F11");
        voidTicket = action(texts.voidTicket(), "void", model.whole()::voidTicket);
        pay = Style.key(Style.classes(new TouchButton(this, texts.pay(), model::pay), "primary"), "pay")
                .key(SWT.F12, "F12");
        pay.setLayoutData(Grids.wide(this, 80));
    }

    void show(SellModel shown) {
        boolean some = !shown.ticket().isEmpty();
        boolean selected = shown.selection().line().isPresent();
        int waiting = shown.whole().waiting().size();
        keys.show(shown);
        quantity.setEnabled(selected);
        discount.setEnabled(selected);
        remove.setEnabled(selected);
        price.setEnabled(selected);
        voidTicket.setEnabled(some);
        hold.setEnabled(some || waiting > 0);
        hold.setText(some || waiting == 0 ? texts.hold() : texts.heldCount(waiting));
        pay.setEnabled(some);
        pay.setText(some ? texts.payAmount(amounts.of(shown.ticket().amounts().total())) : texts.pay());
    }

    private TouchButton action(String text, String key, Runnable action) {
        TouchButton button = Style.key(new TouchButton(actions, text, action), key);
        button.setLayoutData(Grids.wide(this, ACTION_HEIGHT));
        return button;
    }
}
