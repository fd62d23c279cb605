package outpost.till.ui.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import outpost.values.Money;
import outpost.widgets.Banner;
import outpost.widgets.Card;
import outpost.widgets.Grids;
import outpost.widgets.Keypad;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** Taking cash: type what was handed over or tap a likely amount; the change shows at once. */
final class PayPage extends Composite {
    private static final int SIDE_WIDTH = 420;
    private static final int QUICK_BUTTONS = 4;

    private final SellModel model;
    private final MoneyText money;
    private final CashPanel cash;
    private final Banner banner;
    private final TouchButton take;
    private final TouchButton back;
    private final List<TouchButton> quick = new ArrayList<>();
    private final Keypad keypad;

    PayPage(Composite parent, SellModel model, MoneyText money) {
        super(parent, SWT.NONE);
        this.model = model;
        this.money = money;
        setLayout(Grids.columns(this, 2, 16, 16));

        Composite left = new Composite(this, SWT.NONE);
        left.setLayoutData(Grids.all());
        left.setLayout(Grids.columns(this, 1, 12, 0));
        banner = Style.classes(new Banner(left), "problem");
        banner.setLayoutData(Grids.wide());
        Card card = new Card(left);
        card.setLayoutData(Grids.all());
        card.setLayout(Grids.columns(this, 1, 0, 24));
        cash = Style.key(new CashPanel(card, money), "cash");
        cash.setLayoutData(Grids.all());
        quickRow(left);

        Composite right = new Composite(this, SWT.NONE);
        right.setLayoutData(Grids.tall(this, SIDE_WIDTH));
        right.setLayout(Grids.columns(this, 1, 12, 0));
        keypad = Keypad.ofAmount(right, model.checkout()::digits, model.checkout()::deleteDigit);
        keypad.setLayoutData(Grids.all());
        take = new TouchButton(right, "Take cash", model.checkout()::take).key(SWT.CR, "Enter");
        Style.key(Style.classes(take, "primary"), "take").setLayoutData(Grids.wide(this, 80));
        back = new TouchButton(right, "Back to the basket", model::escape).key(SWT.ESC, "Esc");
        Style.key(back, "back").setLayoutData(Grids.wide(this, 64));

        cash.addListener(SWT.KeyDown, this::key);
    }

    @Override
    public boolean setFocus() {
        return cash.forceFocus();
    }

    void show(SellModel shown) {
        String problem = shown.notice().map(Notice::text).orElse("");
        banner.setText(problem);
        banner.setVisible(!problem.isEmpty());
        ((GridData) banner.getLayoutData()).exclude = problem.isEmpty();
        banner.getParent().layout();
        shown.checkout().payment().ifPresent(payment -> {
            cash.show(payment);
            boolean open = !shown.checkout().isCompleting();
            take.setEnabled(open && payment.isEnough());
            take.setText(open ? (payment.isPayOut() ? "Pay out" : "Take cash") : "Storing the sale …");
            back.setEnabled(open);
            keypad.setEnabled(open && !payment.isPayOut());
            showQuick(payment.quickAmounts(), open);
        });
    }

    private void quickRow(Composite parent) {
        Composite row = new Composite(parent, SWT.NONE);
        row.setLayoutData(Grids.wide(this, 72));
        row.setLayout(Grids.equalColumns(this, QUICK_BUTTONS, 8, 0));
        for (int i = 0; i < QUICK_BUTTONS; i++) {
            int place = i;
            TouchButton button = new TouchButton(row, "", () -> takeQuick(place)).key(SWT.F5 + i, "F" + (5 + i));
            Style.key(Style.classes(button, "amount"), "quick-" + i).setLayoutData(Grids.all());
            quick.add(button);
        }
    }

    private void takeQuick(int place) {
        model.checkout().payment().ifPresent(payment -> model.checkout()
                .take(payment.quickAmounts().get(place)));
    }

    private void showQuick(List<Money> amounts, boolean open) {
        for (int i = 0; i < quick.size(); i++) {
            boolean used = i < amounts.size();
            quick.get(i).setVisible(used);
            quick.get(i).setEnabled(open);
            quick.get(i).setText(used ? money.of(amounts.get(i)) : "");
        }
    }

    private void key(Event event) {
        if (event.character >= '0' && event.character <= '9') {
            model.checkout().digits(Character.toString(event.character));
        } else if (event.keyCode == SWT.BS || event.keyCode == SWT.DEL) {
            model.checkout().deleteDigit();
        }
    }
}
