package outpost.till.ui.internal.day;

import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import outpost.till.ui.internal.day.journal.JournalMessages;
import outpost.till.ui.internal.day.journal.JournalModel;
import outpost.till.ui.internal.day.journal.JournalPage;
import outpost.widgets.Amounts;
import outpost.widgets.Grids;
import outpost.widgets.Look;
import outpost.widgets.NoticeBar;
import outpost.widgets.Page;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;
import outpost.widgets.ask.AskPane;
import outpost.widgets.ask.AskTexts;

/** Draws the day: above its pages, on the left what is, on the right what can be done, or what is asked. */
final class DayView extends Composite {
    private static final int SIDE_WIDTH = 400;
    private static final int TAB_HEIGHT = 52;

    private final DayModel model;
    private final TouchButton shiftTab;
    private final TouchButton receiptsTab;
    private final TouchButton journalTab;
    private final NoticeBar notice;
    private final Composite left;
    private final Composite right;
    private final StackLayout lefts = new StackLayout();
    private final StackLayout rights = new StackLayout();
    private final ShiftPage shift;
    private final CountPage count;
    private final ReportPage report;
    private final ReceiptsPage receipts;
    private final JournalPage journal;
    private final AskPane ask;

    DayView(
            Composite parent,
            DayModel model,
            JournalModel journalModel,
            DayMessages messages,
            Amounts amounts,
            Look look) {
        super(parent, SWT.NONE);
        this.model = model;
        setLayout(Grids.columns(this, 2, 16, 16));
        Composite main = new Composite(this, SWT.NONE);
        main.setLayoutData(Grids.all());
        main.setLayout(Grids.columns(main, 1, 12, 0));
        Composite tabs = new Composite(main, SWT.NONE);
        tabs.setLayoutData(Grids.wide(this, TAB_HEIGHT));
        tabs.setLayout(Grids.equalColumns(tabs, 3, 8, 0));
        shiftTab = tab(tabs, messages.pageShift(), DayModel.Page.SHIFT, SWT.F4, "F4");
        receiptsTab = tab(tabs, messages.pageReceipts(), DayModel.Page.RECEIPTS, SWT.F5, "F5");
        journalTab = tab(tabs, messages.pageJournal(), DayModel.Page.JOURNAL, SWT.F10, "F10");
        notice = new NoticeBar(main, "day-notice");
        left = new Composite(main, SWT.NONE);
        left.setLayoutData(Grids.all());
        left.setLayout(lefts);
        right = new Composite(this, SWT.NONE);
        right.setLayoutData(Grids.tall(this, SIDE_WIDTH));
        right.setLayout(rights);
        shift = new ShiftPage(left, right, model, messages, amounts, look.locale());
        count = new CountPage(left, right, model, messages, amounts);
        report = new ReportPage(left, right, model, messages, amounts);
        receipts = new ReceiptsPage(left, right, model, messages, amounts);
        journal = new JournalPage(left, right, journalModel, look.messages(JournalMessages.class));
        ask = new AskPane(right, look.messages(AskTexts.class), model.dialogue(), amounts::of);
        model.onChange(this::refresh);
        refresh();
    }

    @Override
    public boolean setFocus() {
        if (model.dialogue().question().isPresent()) {
            return ask.setFocus();
        }
        return page().main().setFocus();
    }

    private Page page() {
        return switch (model.page()) {
            case SHIFT -> shift;
            case COUNT -> count;
            case REPORT -> report;
            case RECEIPTS -> receipts;
            case JOURNAL -> journal;
        };
    }

    private void refresh() {
        if (isDisposed()) {
            return;
        }
        boolean asked = model.dialogue().question().isPresent();
        offer(receiptsTab, model.page() == DayModel.Page.RECEIPTS, asked);
        offer(journalTab, model.page() == DayModel.Page.JOURNAL, asked);
        offer(shiftTab, page() != receipts && page() != journal, asked);
        notice.show(model.notice());
        page().show();
        boolean otherQuestion = ask.refresh();
        boolean otherLeft = bringUp(left, lefts, page().main());
        if (otherLeft) {
            page().opened();
        }
        boolean otherRight = bringUp(right, rights, asked ? ask : page().side());
        if ((otherQuestion || otherLeft || otherRight) && isVisible()) {
            setFocus();
        }
    }

    private static void offer(TouchButton tab, boolean chosen, boolean asked) {
        Style.classes(tab, chosen ? "choice chosen" : "choice");
        tab.setEnabled(!asked);
    }

    private TouchButton tab(Composite tabs, String text, DayModel.Page page, int key, String keyName) {
        TouchButton button = new TouchButton(tabs, text, () -> model.go(page)).key(key, keyName);
        button.setLayoutData(Grids.all());
        return Style.key(button, "day-" + page.name().toLowerCase(Locale.ROOT));
    }

    private static boolean bringUp(Composite stack, StackLayout layout, Control page) {
        boolean other = layout.topControl != page;
        if (other) {
            layout.topControl = page;
            stack.layout();
        }
        return other;
    }
}
