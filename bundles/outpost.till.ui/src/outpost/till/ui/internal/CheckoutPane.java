package outpost.till.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import outpost.widgets.Card;
import outpost.widgets.EntryField;
import outpost.widgets.Grids;
import outpost.widgets.Keypad;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** What the basket costs, and what can be done with it. */
final class CheckoutPane extends Composite {
    private static final int ACTION_HEIGHT = 56;

    private final Totals totals;
    private final TouchButton quantity;
    private final TouchButton comesBack;
    private final TouchButton remove;
    private final TouchButton clear;
    private final TouchButton pay;
    private final MoneyText money;

    CheckoutPane(Composite parent, SellModel model, MoneyText money, EntryField entry) {
        super(parent, SWT.NONE);
        this.money = money;
        setLayout(Grids.columns(this, 1, 12, 0));
        Card card = new Card(this);
        card.setLayoutData(Grids.all());
        card.setLayout(Grids.columns(this, 1, 0, 12));
        totals = Style.key(new Totals(card, money), "totals");
        totals.setLayoutData(Grids.all());

        Composite actions = new Composite(this, SWT.NONE);
        actions.setLayoutData(Grids.wide());
        actions.setLayout(Grids.equalColumns(this, 2, 8, 0));
        quantity = action(actions, "Quantity", "quantity", () -> model.applyQuantity(entry.getText()))
                .key(SWT.F4, "F4");
        comesBack = action(actions, "Return", "return", model::turnSelected).key(SWT.F6, "F6");
        remove = action(actions, "Remove", "remove", model::removeSelected).key(SWT.F8, "F8");
        clear = action(actions, "Clear", "clear", model::clear).key(SWT.F9, "F9");

        Keypad keypad = Keypad.ofEntry(this, entry::type, entry::deleteLast, () -> model.submit(entry.getText()));
        keypad.setLayoutData(Grids.wide(this, 4 * ACTION_HEIGHT + 3 * 8));

        pay = Style.key(Style.classes(new TouchButton(this, "Pay", model::pay), "primary"), "pay")
                .key(SWT.F12, "F12");
        pay.setLayoutData(Grids.wide(this, 80));
    }

    void show(SellModel shown) {
        boolean some = !shown.ticket().isEmpty();
        boolean selected = shown.ticket().selectedLine().isPresent();
        totals.show(shown.ticket().basket());
        quantity.setEnabled(selected);
        comesBack.setEnabled(selected);
        remove.setEnabled(selected);
        clear.setEnabled(some);
        pay.setEnabled(some);
        pay.setText(some ? "Pay " + money.of(shown.ticket().basket().total()) : "Pay");
    }

    private static TouchButton action(Composite parent, String text, String key, Runnable action) {
        TouchButton button = Style.key(new TouchButton(parent, text, action), key);
        button.setLayoutData(Grids.wide(parent, ACTION_HEIGHT));
        return button;
    }
}
