package outpost.bench.internal.screen;

import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Shell;
import outpost.bench.internal.Samples;

/** The least that a window can do: a key comes in, and a line of text is drawn. It is what the till's window is compared with. */
final class EmptyWindow implements AutoCloseable {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 600;

    private final Desk desk;
    private final Shell shell;
    private final Canvas canvas;
    private final AtomicLong drawnAt = new AtomicLong();
    private final AtomicLong keys = new AtomicLong();
    private final AtomicLong drawnKeys = new AtomicLong();

    EmptyWindow(Desk desk) {
        this.desk = desk;
        shell = desk.newShell();
        canvas = desk.onScreen(this::open);
    }

    Samples keys(int times) {
        Samples samples = new Samples();
        desk.onScreen(() -> {
            shell.setVisible(true);
            return true;
        });
        desk.focus(canvas);
        for (int time = 0; time < times; time++) {
            desk.reach();
            long before = drawnKeys.get();
            long pressed = desk.press('x', 'x');
            desk.await("the drawn key", () -> drawnKeys.get() > before);
            samples.add(drawnAt.get() - pressed);
        }
        desk.onScreen(() -> {
            shell.setVisible(false);
            return true;
        });
        return samples;
    }

    @Override
    public void close() {
        desk.onScreen(() -> {
            shell.dispose();
            return true;
        });
    }

    private Canvas open() {
        shell.setSize(WIDTH, HEIGHT);
        Canvas made = new Canvas(shell, SWT.DOUBLE_BUFFERED);
        made.setSize(WIDTH, HEIGHT);
        made.addListener(SWT.KeyDown, event -> {
            keys.incrementAndGet();
            made.redraw();
        });
        made.addListener(SWT.Paint, event -> {
            event.gc.drawText("key " + keys.get(), 10, 10);
            drawnAt.set(desk.now());
            drawnKeys.set(keys.get());
        });
        return made;
    }
}
