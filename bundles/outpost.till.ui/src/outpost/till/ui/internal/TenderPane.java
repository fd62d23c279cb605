package outpost.till.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import outpost.sales.TenderType;
import outpost.widgets.Grids;
import outpost.widgets.Keypad;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** Amounts by finger, and the ways to pay them. */
final class TenderPane extends Composite {
    private static final int TENDER_HEIGHT = 64;
    private static final int KEYS = 3;

    private final SellMessages texts;
    private final Keypad keypad;
    private final List<TouchButton> others = new ArrayList<>();
    private final TouchButton take;
    private final TouchButton back;

    TenderPane(Composite parent, SellModel model, SellMessages texts) {
        super(parent, SWT.NONE);
        this.texts = texts;
        setLayout(Grids.columns(this, 1, 12, 0));
        keypad = Keypad.ofAmount(this, model.paying()::type, model.paying()::deleteDigit);
        keypad.setLayoutData(Grids.all());
        List<TenderType> types =
                model.paying().types().stream().filter(type -> !type.isCash()).toList();
        Composite ways = new Composite(this, SWT.NONE);
        ways.setLayoutData(Grids.wide());
        ways.setLayout(Grids.equalColumns(ways, Math.min(3, Math.max(1, types.size())), 8, 0));
        types.forEach(type -> way(ways, type, model));
        take = new TouchButton(this, texts.takeCash(), model.paying()::takeCash).key(SWT.CR, "Enter");
        Style.key(Style.classes(take, "primary"), "take").setLayoutData(Grids.wide(this, 80));
        back = new TouchButton(this, texts.backToBasket(), model::escape).key(SWT.ESC, "Esc");
        Style.key(back, "back").setLayoutData(Grids.wide(this, 60));
    }

    void show(SellModel shown) {
        Paying paying = shown.paying();
        boolean idle = !paying.isCompleting();
        boolean settled = shown.ticket().amounts().due().minor() == 0;
        take.setEnabled(idle && (paying.isPayOut() || settled || !paying.typed().isEmpty()));
        take.setText(
                idle
                        ? settled ? texts.finish() : paying.isPayOut() ? texts.payOut() : texts.takeCash()
                        : texts.storingSale());
        back.setEnabled(idle);
        keypad.setEnabled(idle);
        others.forEach(way -> way.setEnabled(idle && !settled));
    }

    private void way(Composite row, TenderType type, SellModel model) {
        TouchButton button = new TouchButton(
                row, TenderNames.of(type, texts), () -> model.paying().take(type));
        int place = others.size();
        if (place < KEYS) {
            button.key(SWT.F9 + place, "F" + (9 + place));
        } else {
            char letter = (char) ('a' + place - KEYS);
            button.key(letter, Character.toString(letter).toUpperCase(Locale.ROOT));
        }
        Style.key(Style.classes(button, "choice"), "tender-" + type.id())
                .setLayoutData(Grids.wide(this, TENDER_HEIGHT));
        others.add(button);
    }
}
