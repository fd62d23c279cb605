package outpost.till.ui.internal.login;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import outpost.sales.User;
import outpost.widgets.Glyph;
import outpost.widgets.Grids;
import outpost.widgets.Scale;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** Draws the cashier's place: the mark of training, and the name, which locks the till. */
final class CashierView extends Composite {
    private static final int HEIGHT = 44;

    private final CashierModel model;
    private final TouchButton training;
    private final TouchButton cashier;
    private Optional<Shown> shown = Optional.empty();

    CashierView(Composite parent, CashierModel model, LoginMessages messages) {
        super(parent, SWT.NONE);
        this.model = model;
        GridLayout layout = Grids.columns(this, 2, 8, 0);
        layout.marginRight = Scale.px(this, 16);
        setLayout(layout);
        training = new TouchButton(this, messages.training(), () -> {});
        place(Style.key(Style.classes(training, "training"), "training"));
        cashier = new TouchButton(this, "", model::lock).glyph(Glyph.LOCK).key(SWT.CTRL | 'l', "Ctrl L");
        place(Style.key(Style.classes(cashier, "tab"), "cashier"));
        model.onDraw(this::refresh);
        refresh();
    }

    private void place(TouchButton button) {
        GridData data = new GridData(SWT.RIGHT, SWT.CENTER, false, true);
        data.heightHint = Scale.px(this, HEIGHT);
        button.setLayoutData(data);
    }

    private void refresh() {
        Optional<Shown> now = Optional.of(new Shown(model.cashier().map(User::name), model.isTraining()));
        if (isDisposed() || now.equals(shown)) {
            return;
        }
        shown = now;
        Optional<String> name = now.get().cashier();
        cashier.setText(name.orElse(""));
        offer(training, now.get().training());
        offer(cashier, name.isPresent());
        // The bar gives this place as much room as it wants.
        for (Composite at = getParent(); at != null; at = at.getParent()) {
            at.layout(true);
        }
    }

    private static void offer(TouchButton button, boolean offered) {
        button.setVisible(offered);
        ((GridData) button.getLayoutData()).exclude = !offered;
    }

    /** Every change of the ticket asks; the whole bar is laid out only when the cashier or the training is another one. */
    private record Shown(Optional<String> cashier, boolean training) {}
}
