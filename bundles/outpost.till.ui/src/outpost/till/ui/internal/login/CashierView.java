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
        if (isDisposed()) {
            return;
        }
        Optional<User> user = model.cashier();
        cashier.setText(user.map(User::name).orElse(""));
        offer(training, model.isTraining());
        offer(cashier, user.isPresent());
        // The bar gives this place as much room as it wants.
        for (Composite at = getParent(); at != null; at = at.getParent()) {
            at.layout(true);
        }
    }

    private static void offer(TouchButton button, boolean offered) {
        button.setVisible(offered);
        ((GridData) button.getLayoutData()).exclude = !offered;
    }
}
