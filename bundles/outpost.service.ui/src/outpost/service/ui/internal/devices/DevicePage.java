package outpost.service.ui.internal.devices;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import outpost.devices.PrinterStatus;
import outpost.room.RoomPage;
import outpost.room.RoomView;
import outpost.widgets.Buttons;
import outpost.widgets.Card;
import outpost.widgets.Column;
import outpost.widgets.FocusHolder;
import outpost.widgets.Grids;
import outpost.widgets.Prose;
import outpost.widgets.Prose.Paragraph;
import outpost.widgets.Prose.Weight;
import outpost.widgets.RowList;
import outpost.widgets.Style;

/** Printer, drawer, customer display and scanner: how they are set, and whether they work. */
public final class DevicePage extends RoomPage {
    private static final int ROW_HEIGHT = 68;
    private static final int VALUE_WIDTH = 340;

    private final DeviceModel model;
    private final DeviceMessages messages;
    private final RowList<DeviceSetting> settings;
    private final Prose state;

    public DevicePage(RoomView view, DeviceModel model, DeviceMessages messages) {
        super(Style.key(new FocusHolder(view.left()), "devices-page"), new Buttons(view.right()));
        this.model = model;
        this.messages = messages;
        main.setLayout(Grids.columns(main, 1, 0, 0));
        Card card = listCard();
        settings = Style.key(new RowList<DeviceSetting>(card, ROW_HEIGHT), "device-settings");
        settings.column(Column.wide(setting -> setting.title(messages), setting -> setting.help(messages)))
                .column(Column.text(VALUE_WIDTH, SWT.RIGHT, SWT.BOLD, model::value))
                .onTap(model::select);
        settings.setLayoutData(Grids.all());
        main.addListener(SWT.KeyDown, this::key);
        state = side.prose("printer-state");
        side.action(messages.testPrint(), "test-print", SWT.F6, "F6", model::printTest);
        side.action(messages.testDrawer(), "test-drawer", SWT.F7, "F7", model::openDrawer);
        side.action(messages.testDisplay(), "test-display", SWT.F8, "F8", model::showOnDisplay);
        side.leading(messages.change(), "device-change", SWT.CR, "Enter", model::change);
    }

    /** A code that was scanned with the page in sight. */
    public void scanned(String code) {
        model.scanned(code);
    }

    @Override
    protected void elapsed() {
        show();
    }

    @Override
    public void show() {
        if (main.isDisposed()) {
            return;
        }
        settings.show(model.settings(), model.selected());
        state.show(paragraphs());
    }

    private List<Paragraph> paragraphs() {
        PrinterStatus status = model.printer();
        List<Paragraph> text = new ArrayList<>();
        text.add(new Paragraph(Weight.TITLE, messages.printer()));
        text.add(new Paragraph(
                status.condition().needsHelp() ? Weight.ALARM : Weight.STRONG, condition(status.condition())));
        text.add(new Paragraph(Weight.PLAIN, messages.waitingPrints(Integer.toString(status.waiting()))));
        text.add(new Paragraph(Weight.RULE, ""));
        text.add(new Paragraph(Weight.QUIET, messages.scanToTry()));
        return text;
    }

    private String condition(PrinterStatus.Condition condition) {
        return switch (condition) {
            case ABSENT -> messages.printerAbsent();
            case UNKNOWN -> messages.printerUnknown();
            case READY -> messages.printerReady();
            case PAPER_LOW -> messages.printerPaperLow();
            case PAPER_OUT -> messages.printerPaperOut();
            case COVER_OPEN -> messages.printerCoverOpen();
            case UNREACHABLE -> messages.printerUnreachable();
            case FAULT -> messages.printerFault();
        };
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ARROW_DOWN) {
            model.select(model.selected() + 1);
        } else if (event.keyCode == SWT.ARROW_UP) {
            model.select(model.selected() - 1);
        }
    }
}
