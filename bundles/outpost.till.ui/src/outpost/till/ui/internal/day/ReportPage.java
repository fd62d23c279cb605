package outpost.till.ui.internal.day;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import outpost.devices.PaperLines;
import outpost.protocol.ShiftReport;
import outpost.till.ui.internal.ReceiptPaper;
import outpost.widgets.Amounts;
import outpost.widgets.Buttons;
import outpost.widgets.Card;
import outpost.widgets.FocusHolder;
import outpost.widgets.Glyph;
import outpost.widgets.Grids;
import outpost.widgets.Page;
import outpost.widgets.Sign;
import outpost.widgets.Style;

/** An X or Z report on paper; beside it, what is to be seen first: how far the drawer is off. */
final class ReportPage extends Page {
    private static final int PAPER_CHARACTERS = 42;

    private final DayModel model;
    private final DayMessages messages;
    private final Amounts amounts;
    private final ReceiptPaper paper;
    private final Sign figure;

    ReportPage(Composite left, Composite right, DayModel model, DayMessages messages, Amounts amounts) {
        super(new FocusHolder(left), new Buttons(right));
        this.model = model;
        this.messages = messages;
        this.amounts = amounts;
        main.setLayout(Grids.columns(main, 1, 0, 0));
        paper = Style.key(new ReceiptPaper(main), "report");
        paper.setLayoutData(Grids.all());
        Card card = new Card(side);
        card.setLayoutData(Grids.all());
        card.setLayout(Grids.columns(card, 1, 0, 6));
        figure = Style.key(new Sign(card, Glyph.DRAWER), "report-figure");
        figure.setLayoutData(Grids.all());
        side.action(messages.print(), "print-report", SWT.F6, "F6", model::printReport);
        side.leading(messages.done(), "report-done", SWT.CR, "Enter", () -> model.go(DayModel.Page.SHIFT));
    }

    @Override
    public void show() {
        paper.show(model.reportPrint()
                .map(print -> PaperLines.of(print, PAPER_CHARACTERS))
                .orElse(List.of()));
        model.report().ifPresent(this::showFigure);
    }

    private void showFigure(ShiftReport report) {
        Optional<Long> difference = report.drawer().differenceMinor();
        Style.classes(figure, difference.filter(minor -> minor != 0).isPresent() ? "sum alarm" : "sum");
        figure.show(
                amounts.of(difference.orElse(report.netMinor())),
                difference.isEmpty()
                        ? messages.net()
                        : difference.get() == 0
                                ? messages.differenceNone()
                                : difference.get() < 0 ? messages.missing() : messages.tooMuch());
    }
}
