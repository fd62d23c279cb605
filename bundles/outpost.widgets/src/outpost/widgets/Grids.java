package outpost.till.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;

/** Grid layouts with one distance between cells and one around them. */
final class Grids {
    private Grids() {}

    static GridLayout columns(int count, int gap, int margin) {
        GridLayout layout = new GridLayout(count, false);
        layout.horizontalSpacing = gap;
        layout.verticalSpacing = gap;
        layout.marginWidth = margin;
        layout.marginHeight = margin;
        return layout;
    }

    /** Fills its cell's width. */
    static GridData wide(int height) {
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, false);
        data.heightHint = height;
        return data;
    }

    static GridData all() {
        return new GridData(SWT.FILL, SWT.FILL, true, true);
    }
}
