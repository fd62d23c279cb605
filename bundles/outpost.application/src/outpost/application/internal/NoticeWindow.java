package outpost.application.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import outpost.widgets.Banner;
import outpost.widgets.Grids;
import outpost.widgets.Overlay;
import outpost.widgets.Scale;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** A window over the till's with something that a person must have read. */
final class NoticeWindow {
    private static final int WIDTH = 640;

    private NoticeWindow() {}

    /**
     * @param key by which the text is found; its button has {@code KEY-read}
     * @param read follows when the person closes it
     */
    static Shell open(Shell over, String text, String key, String done, Runnable read) {
        Shell shell = Overlay.over(over);
        Composite content = Overlay.content(shell);
        Banner banner = Style.key(Style.classes(new Banner(content), "problem"), key);
        banner.setText(text);
        banner.setLayoutData(Grids.wide());
        TouchButton button = new TouchButton(content, done, () -> {
                    shell.close();
                    read.run();
                })
                .key(SWT.CR, "Enter");
        Style.key(Style.classes(button, "primary"), key + "-read").setLayoutData(Grids.wide(content, 72));
        Overlay.show(shell, Scale.px(shell, WIDTH));
        return shell;
    }
}
