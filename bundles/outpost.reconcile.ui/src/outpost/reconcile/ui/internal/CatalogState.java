package outpost.reconcile.ui.internal;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import outpost.widgets.Fonts;
import outpost.widgets.Paint;
import outpost.widgets.Painted;
import outpost.widgets.TextFit;

/** A sentence of at most two lines about the catalog. */
final class CatalogState extends Canvas implements Painted {
    private static final int LINES = 2;

    private final Paint paint = new Paint();
    private final Fonts fonts = new Fonts(this);
    private String sentence = "";

    CatalogState(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        addListener(SWT.Paint, event -> draw(event.gc));
        addListener(SWT.Resize, event -> redraw());
    }

    void show(String newSentence) {
        if (!newSentence.equals(sentence)) {
            sentence = newSentence;
            redraw();
        }
    }

    public String getText() {
        return sentence;
    }

    @Override
    public Paint paint() {
        return paint;
    }

    private void draw(GC gc) {
        gc.setFont(fonts.at(95, SWT.NORMAL));
        gc.setForeground(getForeground());
        List<String> lines = TextFit.lines(gc, sentence, getSize().x);
        int height = gc.getFontMetrics().getHeight();
        int y = (getSize().y - Math.min(LINES, lines.size()) * height) / 2;
        for (String line : lines.subList(0, Math.min(LINES, lines.size()))) {
            gc.drawText(line, 0, y, true);
            y += height;
        }
    }
}
