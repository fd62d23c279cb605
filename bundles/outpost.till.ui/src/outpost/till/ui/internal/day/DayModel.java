package outpost.till.ui.internal.day;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import outpost.devices.Print;
import outpost.protocol.ShiftReport;
import outpost.sales.CashMovement;
import outpost.sales.Grounds;
import outpost.sales.Rules;
import outpost.sales.Shift;
import outpost.till.ui.internal.Acts;
import outpost.till.ui.internal.Printing;
import outpost.till.ui.internal.Refusals;
import outpost.till.ui.internal.SellMessages;
import outpost.values.Money;
import outpost.widgets.Amounts;
import outpost.widgets.Background;
import outpost.widgets.Notice;
import outpost.widgets.ask.Dialogue;
import outpost.widgets.ask.Figure;
import outpost.widgets.ask.Question;

/** The till's working day: its shift, its cash, its reports and receipts. Lives on the UI thread; what touches the disk runs in the background. */
final class DayModel {
    enum Page {
        SHIFT,
        COUNT,
        REPORT,
        RECEIPTS,
        JOURNAL
    }

    private static final int SHIFTS_SHOWN = 20;

    private final Desk desk;
    private final Background background;
    private final DayMessages messages;
    private final Amounts amounts;
    private final ReportPrint reports;
    private final Dialogue dialogue = new Dialogue(this::fireChanged);
    private final Acts acts;
    private final Printing printing;
    private final ReceiptsModel receipts;
    private Runnable changed = () -> {};
    private Page page = Page.SHIFT;
    private Optional<Notice> notice = Optional.empty();
    private Optional<Shift> shift = Optional.empty();
    private List<CashMovement> movements = List.of();
    private List<Shift> closed = List.of();
    private Optional<CashCounting> counting = Optional.empty();
    private Optional<ShiftReport> report = Optional.empty();

    DayModel(
            Desk desk,
            Printing.Devices devices,
            Background background,
            DayMessages messages,
            SellMessages sellMessages,
            Refusals refusals,
            Amounts amounts,
            ReportPrint reports) {
        this.desk = desk;
        this.background = background;
        this.messages = messages;
        this.amounts = amounts;
        this.reports = reports;
        acts = new Acts(desk.shop(), dialogue, background, sellMessages, refusals, this::say);
        printing = new Printing(devices, desk.shop(), acts, background, sellMessages, amounts, this::say);
        receipts =
                new ReceiptsModel(desk.shop().receipts(), printing, background, refusals, this::say, this::fireChanged);
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    Page page() {
        return page;
    }

    Dialogue dialogue() {
        return dialogue;
    }

    ReceiptsModel receipts() {
        return receipts;
    }

    Optional<Notice> notice() {
        return notice;
    }

    /** The open shift. */
    Optional<Shift> shift() {
        return shift;
    }

    List<CashMovement> movements() {
        return movements;
    }

    /** The newest first. */
    List<Shift> closedShifts() {
        return closed;
    }

    Optional<CashCounting> counting() {
        return counting;
    }

    /** The report on the screen. */
    Optional<ShiftReport> report() {
        return report;
    }

    Optional<Print> reportPrint() {
        return report.map(reports::of);
    }

    /** Whether somebody is logged in who can leave. */
    boolean canLogOut() {
        return !desk.shop().staff().isOpenTill();
    }

    void logOut() {
        background.worker().execute(desk.shop().staff()::logOut);
    }

    boolean isTraining() {
        return desk.training().isOn();
    }

    boolean mayTrain() {
        return desk.shop().rules().trainingAllowed();
    }

    /** Reads anew what the page shows. */
    void refresh() {
        background.call(this::look, this::seen, this::failed);
        if (page == Page.RECEIPTS) {
            receipts.refresh();
        }
    }

    void go(Page wanted) {
        notice = Optional.empty();
        page = wanted;
        counting = Optional.empty();
        report = Optional.empty();
        refresh();
        fireChanged();
    }

    void openShift() {
        askAmount(
                messages.openShift(),
                messages.floatQuestion(),
                cashFloat -> acts.later(
                        Grounds.NONE,
                        grounds -> desk.shifts().open(cashFloat, grounds),
                        opened -> done(messages.shiftOpened(opened.number()))));
    }

    void cashIn() {
        moveCash(messages.cashIn(), desk.shifts()::cashIn);
    }

    void cashOut() {
        moveCash(messages.cashOut(), desk.shifts()::cashOut);
    }

    void x() {
        acts.later(Grounds.NONE, desk.shifts()::x, this::show);
    }

    /** The Z report of a shift that was closed before. */
    void z(int place) {
        Shift wanted = closed.get(place);
        acts.later(
                Grounds.NONE, grounds -> desk.shifts().z(wanted.id(), grounds), found -> found.ifPresent(this::show));
    }

    /** Goes on to the count; what should lie in the drawer is not told before it. */
    void count() {
        page = Page.COUNT;
        notice = Optional.empty();
        counting = Optional.of(new CashCounting(desk.shop().rules().denominations(), Money.zero(amounts.currency())));
        fireChanged();
    }

    /** Ends the shift with what was counted, and shows its Z report. */
    void close() {
        counting.ifPresent(
                counted -> acts.later(Grounds.NONE, grounds -> desk.shifts().close(counted.counted(), grounds), z -> {
                    show(z);
                    printReport();
                }));
    }

    void printReport() {
        reportPrint().ifPresent(printing::print);
    }

    void openDrawer() {
        acts.because(
                Rules.Topic.CASH,
                messages.openDrawer(),
                reason -> acts.later(
                        reason,
                        grounds -> {
                            desk.shop().drawer().open(grounds);
                            return grounds;
                        },
                        noted -> {
                            printing.openDrawer();
                            done(messages.drawerOpened());
                        }));
    }

    void train() {
        boolean on = desk.training().isOn();
        acts.later(
                Grounds.NONE,
                grounds -> {
                    if (on) {
                        desk.training().end();
                    } else {
                        desk.training().begin(grounds);
                    }
                    return grounds;
                },
                done -> done(on ? messages.trainingEnded() : messages.trainingBegun()));
    }

    /** Draws anew after something in a page's own state changed. */
    void fireChanged() {
        changed.run();
    }

    private void moveCash(String title, BiFunction<Money, Grounds, CashMovement> move) {
        askAmount(
                title,
                messages.amountQuestion(),
                amount -> acts.because(
                        Rules.Topic.CASH,
                        title,
                        reason -> acts.later(
                                reason,
                                grounds -> move.apply(amount, grounds),
                                moved -> done(messages.cashMoved(amounts.of(moved.amount()), moved.reason())))));
    }

    private void askAmount(String title, String explanation, Consumer<Money> answered) {
        dialogue.ask(new Question.Number(title, explanation, amounts.figure(Figure.Unit.MONEY), figure -> figure.money()
                .ifPresent(answered)));
    }

    private void show(ShiftReport made) {
        report = Optional.of(made);
        counting = Optional.empty();
        page = Page.REPORT;
        notice = Optional.empty();
        refresh();
        fireChanged();
    }

    private void done(String sentence) {
        say(Notice.hint(sentence));
        refresh();
    }

    private void say(Notice sentence) {
        notice = Optional.of(sentence);
        fireChanged();
    }

    private void failed(RuntimeException failure) {
        say(Notice.problem(messages.dayUnreadable(acts.sentence(failure))));
    }

    private Seen look() {
        Optional<Shift> open = desk.shifts().current();
        return new Seen(
                open,
                open.isPresent() ? desk.shifts().movements() : List.of(),
                desk.shifts().latest(SHIFTS_SHOWN).stream()
                        .filter(one -> !one.isOpen())
                        .toList());
    }

    private void seen(Seen now) {
        shift = now.open();
        movements = now.movements();
        closed = now.closed();
        fireChanged();
    }

    private record Seen(Optional<Shift> open, List<CashMovement> movements, List<Shift> closed) {}
}
