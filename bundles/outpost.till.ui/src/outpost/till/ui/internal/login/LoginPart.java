package outpost.till.ui.internal.login;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import outpost.outbox.Outbox.Subscription;
import outpost.sales.Staff;
import outpost.till.ui.internal.Refusals;
import outpost.widgets.Background;
import outpost.widgets.Look;
import outpost.widgets.Workers;

/** What stands before the till as long as nobody is there who may use it. */
public final class LoginPart {
    private final Workers workers = new Workers("outpost-login", Refusals::isRefusal);
    private Composite place;
    private Subscription staffChanges;

    @PostConstruct
    void create(Composite parent, Look look, Staff staff) {
        LoginMessages messages = look.messages(LoginMessages.class);
        Background background = workers.on(parent);
        LoginModel model = new LoginModel(staff, background, messages, Refusals.in(look));
        staffChanges = staff.onChange(() -> background.ui().execute(model::refresh));
        parent.setLayout(new FillLayout());
        place = parent;
        look.fill(parent, () -> new LoginView(parent, model, messages));
        model.refresh();
    }

    @Focus
    void focus() {
        place.getChildren()[0].setFocus();
    }

    @PreDestroy
    void close() {
        staffChanges.close();
        workers.close();
    }
}
