package outpost.till.ui.internal.day;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import outpost.sales.CashMovement;
import outpost.sales.Shift;
import outpost.widgets.Amounts;
import outpost.widgets.Buttons;
import outpost.widgets.Card;
import outpost.widgets.Column;
import outpost.widgets.FocusHolder;
import outpost.widgets.Glyph;
import outpost.widgets.Grids;
import outpost.widgets.Page;
import outpost.widgets.RowList;
import outpost.widgets.Sign;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** The open shift with its cash movements, the shifts before it, and what can be done with the drawer. */
final class ShiftPage extends Page {
    private static final int ROW_HEIGHT = 60;
    private static final int AMOUNT_WIDTH = 150;

    private final DayModel model;
    private final DayMessages messages;
    private final Amounts amounts;
    private final Locale locale;
    private final Sign state;
    private final StackLayout stack = new StackLayout();
    private final Composite lists;
    private final Composite open;
    private final Label title;
    private final Label line;
    private final RowList<CashMovement> movements;
    private final RowList<Shift> closed;
    private final TouchButton openShift;
    private final TouchButton cashIn;
    private final TouchButton cashOut;
    private final TouchButton x;
    private final TouchButton train;
    private final TouchButton logOut;
    private final TouchButton close;

    ShiftPage(Composite left, Composite right, DayModel model, DayMessages messages, Amounts amounts, Locale locale) {
        super(new FocusHolder(left), new Buttons(right));
        this.model = model;
        this.messages = messages;
        this.amounts = amounts;
        this.locale = locale;
        main.setLayout(Grids.columns(main, 1, 12, 0));
        Card now = new Card(main);
        now.setLayoutData(Grids.all());
        stack.marginHeight = 2;
        stack.marginWidth = 2;
        now.setLayout(stack);
        state = Style.key(new Sign(now, Glyph.DRAWER), "no-shift");
        state.show(messages.noShiftTitle(), messages.noShiftLine());
        open = new Composite(now, SWT.NONE);
        open.setLayout(Grids.columns(open, 1, 4, 14));
        title = Style.key(Style.classes(new Label(open, SWT.NONE), "title"), "shift-title");
        title.setLayoutData(Grids.wide());
        line = Style.key(Style.classes(new Label(open, SWT.WRAP), "explanation"), "shift-line");
        line.setLayoutData(Grids.wide());
        movements = Style.key(new RowList<CashMovement>(open, ROW_HEIGHT), "movements");
        movements
                .column(Column.wide(
                        CashMovement::reason, moved -> amounts.dayAndTime(moved.at()) + "  ·  " + moved.by()))
                .column(Column.text(AMOUNT_WIDTH, SWT.RIGHT, SWT.BOLD, moved -> amounts.of(moved.amount())));
        movements.setLayoutData(Grids.all());
        lists = new Card(main);
        lists.setLayoutData(Grids.all());
        lists.setLayout(Grids.columns(lists, 1, 4, 14));
        Style.classes(new Label(lists, SWT.NONE), "explanation").setText(messages.earlierShifts());
        closed = Style.key(new RowList<Shift>(lists, ROW_HEIGHT), "closed-shifts");
        closed.column(Column.wide(
                        shift -> messages.shiftTitle(shift.number(), day(shift)),
                        shift -> shift.closedAt().map(amounts::dayAndTime).orElse("")))
                .column(Column.text(AMOUNT_WIDTH, SWT.RIGHT, SWT.NORMAL, shift -> messages.showZ()))
                .onTap(model::z);
        closed.setLayoutData(Grids.all());

        cashIn = side.action(messages.cashIn(), "cash-in", SWT.F6, "F6", model::cashIn);
        cashOut = side.action(messages.cashOut(), "cash-out", SWT.F7, "F7", model::cashOut);
        x = side.action(messages.xButton(), "x-report", SWT.F8, "F8", model::x);
        side.action(messages.openDrawer(), "open-drawer", SWT.F9, "F9", model::openDrawer);
        train = side.action(messages.train(), "train", SWT.F11, "F11", model::train);
        logOut = side.action(messages.logOut(), "log-out", SWT.CTRL | 'q', "Ctrl Q", model::logOut);
        side.room();
        openShift = side.leading(messages.openShift(), "open-shift", SWT.F12, "F12", model::openShift);
        close = side.leading(messages.closeShift(), "close-shift", SWT.F12, "F12", model::count);
    }

    @Override
    public void show() {
        boolean working = model.shift().isPresent();
        model.shift().ifPresent(this::show);
        movements.show(model.movements(), -1);
        closed.show(model.closedShifts(), -1);
        cashIn.setEnabled(working);
        cashOut.setEnabled(working);
        x.setEnabled(working);
        train.setEnabled(model.mayTrain() || model.isTraining());
        train.setText(model.isTraining() ? messages.endTraining() : messages.train());
        Buttons.offer(logOut, model.canLogOut());
        Buttons.offer(openShift, !working);
        Buttons.offer(close, working);
        side.layout();
        Control top = working ? open : state;
        if (stack.topControl != top) {
            stack.topControl = top;
            top.getParent().layout();
        }
    }

    private void show(Shift shift) {
        title.setText(messages.shiftTitle(shift.number(), day(shift)));
        line.setText(messages.shiftLine(
                amounts.dayAndTime(shift.openedAt()), shift.openedBy(), amounts.of(shift.cashFloat())));
        // The line may need a second one now.
        open.layout();
    }

    private String day(Shift shift) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(shift.businessDay());
    }
}
