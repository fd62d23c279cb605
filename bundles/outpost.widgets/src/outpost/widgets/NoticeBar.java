package outpost.widgets;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;

/** A sentence for the cashier with its way on beside it; takes no room while there is none. */
public final class NoticeBar extends Composite {
    private final GridLayout layout;
    private final Banner banner;
    private final TouchButton offer;
    private Optional<Notice> shown = Optional.empty();

    public NoticeBar(Composite parent, String name) {
        super(parent, SWT.NONE);
        layout = Grids.columns(this, 1, 8, 0);
        setLayout(layout);
        banner = Style.key(new Banner(this), name);
        banner.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        offer = new TouchButton(this, "", this::take).key(SWT.INSERT, "Ins");
        Style.key(Style.classes(offer, "choice"), name + "-offer")
                .setLayoutData(new GridData(SWT.FILL, SWT.FILL, false, true));
        setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
        setVisible(false);
        ((GridData) getLayoutData()).exclude = true;
    }

    public void show(Optional<Notice> notice) {
        if (notice.equals(shown)) {
            return;
        }
        shown = notice;
        boolean problem =
                notice.filter(said -> said.kind() == Notice.Kind.PROBLEM).isPresent();
        Optional<Notice.Offer> wayOn = notice.flatMap(Notice::offer);
        banner.setText(notice.map(Notice::text).orElse(""));
        Style.classes(banner, problem ? "problem" : "hint");
        offer.setText(wayOn.map(Notice.Offer::text).orElse(""));
        offer.setVisible(wayOn.isPresent());
        ((GridData) offer.getLayoutData()).exclude = wayOn.isEmpty();
        layout.numColumns = wayOn.isPresent() ? 2 : 1;
        setVisible(notice.isPresent());
        ((GridData) getLayoutData()).exclude = notice.isEmpty();
        layout();
        getParent().layout();
        if (problem) {
            getDisplay().beep();
        }
    }

    private void take() {
        shown.flatMap(Notice::offer).map(Notice.Offer::taken).ifPresent(Runnable::run);
    }
}
