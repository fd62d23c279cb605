package outpost.service.ui.internal.devices;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.function.Supplier;
import outpost.devices.Print;
import outpost.devices.Print.Align;
import outpost.devices.Print.Style;
import outpost.devices.Print.Symbology;

/**
 * A slip on which everything stands that a receipt can hold, so that a wrong width, a wrong code page or a torn picture is seen at once.
 *
 * @param till branch and lane
 */
public record TestPrint(String till, DeviceMessages messages, Supplier<Locale> locale, Clock clock) {
    private static final String LETTERS = "ÄÖÜß éèñ € £";
    private static final String CYRILLIC = "Квитанция, ЖЩЮЯ, Ўзбек қғҳ";
    private static final String UZBEK = "Oʻzbek, gʻisht";
    private static final String CODE = "OUTPOST-TEST";

    Print print(String by) {
        String now = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(locale.get())
                .format(LocalDateTime.now(clock));
        return Print.titled(messages.testTitle())
                .text(messages.testTitle(), Align.CENTRE, Style.DOUBLE)
                .centred(till)
                .pair(now, by)
                .rule()
                .text(messages.testEdges())
                .pair("<", ">")
                .text(LETTERS)
                .text(CYRILLIC)
                .text(UZBEK)
                .text(messages.testBold(), Align.LEFT, Style.BOLD)
                .pair(messages.testBold(), "12.34", Style.DOUBLE)
                .rule()
                .code(Symbology.CODE_128, CODE)
                .code(Symbology.QR, CODE)
                .print();
    }
}
