package outpost.application.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import outpost.widgets.Banner;
import outpost.widgets.Grids;
import outpost.widgets.Scale;
import outpost.widgets.Shortcuts;
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
        Shell shell = Style.classes(new Shell(over, SWT.APPLICATION_MODAL | SWT.NO_TRIM), "dialog");
        shell.setLayout(new FillLayout());
        Composite content = Style.classes(new Composite(shell, SWT.NONE), "dialog");
        content.setLayout(Grids.columns(content, 1, 16, 24));
        Banner banner = Style.key(Style.classes(new Banner(content), "problem"), key);
        banner.setText(text);
        banner.setLayoutData(Grids.wide());
        TouchButton button = new TouchButton(content, done, () -> {
                    shell.close();
                    read.run();
                })
                .key(SWT.CR, "Enter");
        Style.key(Style.classes(button, "primary"), key + "-read").setLayoutData(Grids.wide(content, 72));
        Shortcuts.listen(shell);
        SettingsWindow.centre(shell, over, Scale.px(shell, WIDTH));
        shell.open();
        shell.forceFocus();
        return shell;
    }
}
