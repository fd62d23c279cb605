package outpost.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Widget;

/** Grid layouts with one distance between cells and one around them; all lengths grow with the text, see {@link Scale}. */
public final class Grids {
    private Grids() {}

    public static GridLayout columns(Widget on, int count, int gap, int margin) {
        GridLayout layout = new GridLayout(count, false);
        layout.horizontalSpacing = Scale.px(on, gap);
        layout.verticalSpacing = Scale.px(on, gap);
        layout.marginWidth = Scale.px(on, margin);
        layout.marginHeight = Scale.px(on, margin);
        return layout;
    }

    public static GridLayout equalColumns(Widget on, int count, int gap, int margin) {
        GridLayout layout = columns(on, count, gap, margin);
        layout.makeColumnsEqualWidth = true;
        return layout;
    }

    /** Fills its cell's width and is so high. */
    public static GridData wide(Widget on, int height) {
        GridData data = wide();
        data.heightHint = Scale.px(on, height);
        return data;
    }

    /** Fills its cell's width and is as high as it wants. */
    public static GridData wide() {
        return new GridData(SWT.FILL, SWT.FILL, true, false);
    }

    /** Fills its cell's height and is so wide. */
    public static GridData tall(Widget on, int width) {
        GridData data = new GridData(SWT.FILL, SWT.FILL, false, true);
        data.widthHint = Scale.px(on, width);
        return data;
    }

    public static GridData all() {
        return new GridData(SWT.FILL, SWT.FILL, true, true);
    }
}
