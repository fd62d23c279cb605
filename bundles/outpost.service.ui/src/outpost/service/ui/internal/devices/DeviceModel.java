package outpost.service.ui.internal.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import outpost.devices.CashDrawer;
import outpost.devices.CustomerDisplay;
import outpost.devices.DeviceException;
import outpost.devices.DeviceSetup;
import outpost.devices.PrinterStatus;
import outpost.devices.PrinterStatus.Condition;
import outpost.devices.ReceiptPrinter;
import outpost.room.Room;
import outpost.sales.Deed;
import outpost.store.LocalChoices;
import outpost.widgets.Notice;
import outpost.widgets.ask.Question;
import outpost.widgets.ask.Question.Option;

/** Setting up and trying the devices. Lives on the UI thread; keeps and tries in the background. */
public final class DeviceModel {
    private final Room room;
    private final LocalChoices choices;
    private final Sources devices;
    private final TestPrint testPrint;
    private final Consumer<String> scannerPrefix;
    private final DeviceMessages messages;
    private int selected;

    /** The devices; each is empty where its unit is not installed, or does not start. */
    public record Sources(
            Supplier<Optional<DeviceSetup>> setup,
            Supplier<Optional<ReceiptPrinter>> printer,
            Supplier<Optional<CashDrawer>> drawer,
            Supplier<Optional<CustomerDisplay>> display) {}

    /** @param scannerPrefix hears what this machine's scanner sends before each code */
    public DeviceModel(
            Room room,
            LocalChoices choices,
            Sources devices,
            TestPrint testPrint,
            Consumer<String> scannerPrefix,
            DeviceMessages messages) {
        this.room = room;
        this.choices = choices;
        this.devices = devices;
        this.testPrint = testPrint;
        this.scannerPrefix = scannerPrefix;
        this.messages = messages;
    }

    List<DeviceSetting> settings() {
        return List.of(DeviceSetting.values());
    }

    int selected() {
        return selected;
    }

    void select(int place) {
        selected = Math.max(0, Math.min(settings().size() - 1, place));
        room.fireChanged();
    }

    /** What is set, or what counts where nothing is. */
    String value(DeviceSetting setting) {
        return choices.text(setting.id())
                .map(text -> setting.words(text, messages))
                .orElseGet(() -> setting.choices().isEmpty()
                        ? messages.none()
                        : messages.usual(setting.words(setting.choices().get(0), messages)));
    }

    PrinterStatus printer() {
        return devices.printer().get().map(ReceiptPrinter::status).orElse(new PrinterStatus(Condition.ABSENT, 0));
    }

    /** Asks what the selected setting is to be. */
    void change() {
        DeviceSetting setting = settings().get(selected);
        if (setting.isAddress()) {
            askConnection(setting);
        } else if (setting.choices().isEmpty()) {
            askWords(setting, choices.text(setting.id()).orElse(""), setting.help(messages), "]C1", text -> text);
        } else {
            askChoice(setting);
        }
    }

    void printTest() {
        devices.printer()
                .get()
                .filter(printer -> isThere())
                .ifPresentOrElse(
                        printer -> room.act(
                                Deed.of("service_test_print", ""),
                                by -> attempt(() -> printer.print(testPrint.print(by))),
                                failure -> say(failure, messages.testPrinted())),
                        () -> room.say(Notice.problem(messages.noPrinter())));
    }

    void openDrawer() {
        devices.drawer()
                .get()
                .filter(drawer -> isThere())
                .ifPresentOrElse(
                        drawer -> room.act(
                                Deed.of("service_drawer", ""),
                                by -> attempt(drawer::open),
                                failure -> say(failure, messages.drawerOpened())),
                        () -> room.say(Notice.problem(messages.noPrinter())));
    }

    void showOnDisplay() {
        if (choices.text(DeviceSetting.DISPLAY.id()).isEmpty()) {
            room.say(Notice.problem(messages.noDisplay()));
            return;
        }
        room.act(
                Deed.of("service_test_display", ""),
                by -> attempt(() -> devices.display()
                        .get()
                        .ifPresent(display -> display.show(
                                new CustomerDisplay.Row(messages.testTitle(), ""),
                                new CustomerDisplay.Row("1234567890", "12.34")))),
                failure -> say(failure, messages.displayed()));
    }

    /** Shows what a scanner sent, so that a prefix can be seen and tried. */
    void scanned(String code) {
        room.say(Notice.hint(messages.scanned(code)));
    }

    private boolean isThere() {
        return printer().condition() != Condition.ABSENT;
    }

    private void askConnection(DeviceSetting setting) {
        List<Option> options = new ArrayList<>();
        String now = choices.text(setting.id()).orElse("");
        for (Connection kind : Connection.values()) {
            options.add(Option.of(
                    kind.name().toLowerCase(Locale.ROOT),
                    kind.title(messages),
                    () -> askWords(setting, kind.typed(now), kind.title(messages), kind.example(), kind::address)));
        }
        options.add(Option.of("none", messages.none(), () -> keep(setting, "")));
        room.dialogue().ask(new Question.Choice(setting.title(messages), setting.help(messages), options));
    }

    private void askChoice(DeviceSetting setting) {
        List<Option> options = setting.choices().stream()
                .map(value -> Option.of(value, setting.words(value, messages), () -> keep(setting, value)))
                .toList();
        room.dialogue().ask(new Question.Choice(setting.title(messages), setting.help(messages), options));
    }

    private void askWords(
            DeviceSetting setting, String before, String explanation, String example, UnaryOperator<String> value) {
        room.dialogue()
                .ask(new Question.Words(
                        setting.title(messages), explanation, example, before, !setting.isAddress(), typed -> {
                            try {
                                keep(setting, typed.isBlank() ? "" : value.apply(typed.strip()));
                            } catch (IllegalArgumentException e) {
                                room.say(Notice.problem(messages.cannotBe(e.getMessage())));
                            }
                        }));
    }

    /** What the devices could not be with is not kept: a till whose printer's setting cannot be would start without one. */
    private void keep(DeviceSetting setting, String value) {
        Optional<String> fault = devices.setup().get().flatMap(setup -> setup.fault(Map.of(setting.id(), value)));
        if (fault.isPresent()) {
            room.say(Notice.problem(messages.cannotBe(fault.get())));
            return;
        }
        Deed deed = Deed.of("service_setting", setting.id())
                .with("before", choices.text(setting.id()).orElse(""))
                .with("after", value);
        room.act(
                deed,
                by -> {
                    choices.keep(setting.id(), value);
                    devices.setup().get().ifPresent(DeviceSetup::renew);
                    return value;
                },
                kept -> {
                    if (setting == DeviceSetting.SCANNER) {
                        scannerPrefix.accept(kept);
                    }
                    room.say(Notice.hint(messages.kept(setting.title(messages), value(setting))));
                });
    }

    private void say(Optional<String> failure, String done) {
        room.say(failure.map(why -> Notice.problem(messages.deviceFailed(why))).orElseGet(() -> Notice.hint(done)));
    }

    private static Optional<String> attempt(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (DeviceException e) {
            return Optional.of(e.getMessage());
        }
    }
}
