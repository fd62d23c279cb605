package outpost.devices.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import outpost.devices.Workplace;

/**
 * How the printer is set up at this machine.
 *
 * @param answers whether the printer can say how it does; one that can, and does not, is held to be away
 * @param pulse what opens the drawer
 */
record PrinterSettings(Address address, Paper paper, Alphabet alphabet, boolean answers, Pulse pulse) {
    static final String ADDRESS = "printer.address";
    /** The numbers are Epson's; where a printer lacks a page, it stays with the one before, and plain ASCII is right in each. */
    private static final String USUAL_PAGES = "cp858,cp866,cp852,windows-1252";

    private static final int USUAL_WIDTH = 48;
    private static final int LEAST_WIDTH = 24;
    private static final int MOST_WIDTH = 72;

    /**
     * Empty where no printer is set up.
     *
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    static Optional<PrinterSettings> of(Workplace workplace, Patience patience) {
        return workplace.setting(ADDRESS).map(address -> of(workplace, address, patience));
    }

    private static PrinterSettings of(Workplace workplace, String address, Patience patience) {
        return new PrinterSettings(
                parsed(ADDRESS, address, text -> Address.of(text, patience)),
                parsed(
                        "printer.width",
                        workplace.setting("printer.width").orElse(Integer.toString(USUAL_WIDTH)),
                        text -> new Paper(number(text, LEAST_WIDTH, MOST_WIDTH))),
                alphabet(workplace, "printer.charset"),
                parsed("printer.answers", workplace.setting("printer.answers").orElse("yes"), PrinterSettings::yesOrNo),
                parsed("drawer.pulse", workplace.setting("drawer.pulse").orElse(Pulse.USUAL), Pulse::of));
    }

    static Alphabet alphabet(Workplace workplace, String name) {
        List<CodePage> pages = parsed(name, workplace.setting(name).orElse(USUAL_PAGES), CodePage::list);
        return new Alphabet(pages);
    }

    static int number(String text, int least, int most) {
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException("it must be from " + least + " to " + most);
        }
        return number;
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException("it must be yes or no");
        };
    }

    static <T> T parsed(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the setting '" + name + "' cannot be '" + text + "': " + e.getMessage(), e);
        }
    }
}
