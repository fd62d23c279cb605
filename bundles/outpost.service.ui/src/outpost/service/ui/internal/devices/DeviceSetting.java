package outpost.service.ui.internal.devices;

import java.util.List;

/** What can be set of the devices at this machine. */
enum DeviceSetting {
    PRINTER("printer.address", List.of()),
    PAPER("printer.width", List.of("48", "42", "32")),
    ANSWERS("printer.answers", List.of("yes", "no")),
    DRAWER("drawer.pulse", List.of("pin2,100ms", "pin2,200ms", "pin5,100ms", "pin5,200ms")),
    DISPLAY("display.address", List.of()),
    DISPLAY_WIDTH("display.width", List.of("20", "16", "40")),
    SCANNER("scanner.prefix", List.of());

    private final String id;
    private final List<String> choices;

    DeviceSetting(String id, List<String> choices) {
        this.id = id;
        this.choices = choices;
    }

    /** The setting's name at this machine. */
    String id() {
        return id;
    }

    /** What it can be, the usual first; empty where it is typed. */
    List<String> choices() {
        return choices;
    }

    boolean isAddress() {
        return this == PRINTER || this == DISPLAY;
    }

    String title(DeviceMessages messages) {
        return switch (this) {
            case PRINTER -> messages.printer();
            case PAPER -> messages.paper();
            case ANSWERS -> messages.answers();
            case DRAWER -> messages.drawer();
            case DISPLAY -> messages.display();
            case DISPLAY_WIDTH -> messages.displayWidth();
            case SCANNER -> messages.scanner();
        };
    }

    String help(DeviceMessages messages) {
        return switch (this) {
            case PRINTER -> messages.printerHelp();
            case PAPER -> messages.paperHelp();
            case ANSWERS -> messages.answersHelp();
            case DRAWER -> messages.drawerHelp();
            case DISPLAY -> messages.displayHelp();
            case DISPLAY_WIDTH -> messages.displayWidthHelp();
            case SCANNER -> messages.scannerHelp();
        };
    }

    /** A value of it in words; what has none is shown as it is set. */
    String words(String value, DeviceMessages messages) {
        return this == ANSWERS ? value.equals("no") ? messages.no() : messages.yes() : value;
    }
}
