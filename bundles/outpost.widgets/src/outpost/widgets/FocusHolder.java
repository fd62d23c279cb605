package outpost.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** A page that has the focus itself, as nothing on it is typed into: otherwise the window system would give it to nobody, and no key would arrive. */
public class FocusHolder extends Composite {
    public FocusHolder(Composite parent) {
        super(parent, SWT.NONE);
        // A composite without a listener for keys passes the focus on.
        addListener(SWT.KeyDown, event -> {});
    }

    @Override
    public boolean setFocus() {
        return !isDisposed() && forceFocus();
    }
}
