package outpost.widgets.internal;

import org.eclipse.e4.ui.css.core.dom.properties.ICSSPropertyHandler;
import org.eclipse.e4.ui.css.core.engine.CSSEngine;
import org.eclipse.e4.ui.css.swt.dom.ControlElement;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;
import org.w3c.dom.css.CSSPrimitiveValue;
import org.w3c.dom.css.CSSValue;
import outpost.widgets.Paint;
import outpost.widgets.Painted;

/** Carries the {@code outpost-…} properties of a style sheet into the painted controls. */
public final class PaintProperties implements ICSSPropertyHandler {
    @Override
    public boolean applyCSSProperty(Object element, String property, CSSValue value, String pseudo, CSSEngine engine)
            throws Exception {
        if (!(element instanceof ControlElement styled
                && styled.getNativeWidget() instanceof Control control
                && control instanceof Painted painted)) {
            return false;
        }
        apply(painted.paint(), property, value, engine, control);
        control.redraw();
        return true;
    }

    private static void apply(Paint paint, String property, CSSValue value, CSSEngine engine, Control control)
            throws Exception {
        if ("outpost-radius".equals(property)) {
            paint.radius(Math.round(((CSSPrimitiveValue) value).getFloatValue(CSSPrimitiveValue.CSS_PX)));
            return;
        }
        Color color = (Color) engine.convert(value, Color.class, control.getDisplay());
        switch (property) {
            case "outpost-edge-color" -> paint.edge(color);
            case "outpost-muted-color" -> paint.muted(color);
            case "outpost-pressed-color" -> paint.pressed(color);
            case "outpost-accent-color" -> paint.accent(color);
            case "outpost-disabled-color" -> paint.disabled(color);
            case "outpost-off-color" -> paint.off(color);
            default -> throw new IllegalArgumentException("unknown property " + property);
        }
    }
}
