package outpost.widgets.ask;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import outpost.widgets.Glyph;
import outpost.widgets.Grids;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** Letters for fingers, in the order that the language's keyboards have. */
final class LetterPad extends Composite {
    private static final int GAP = 6;

    LetterPad(Composite parent, AskTexts texts, Consumer<String> typed, Runnable backspace) {
        super(parent, SWT.NONE);
        setLayout(Grids.columns(this, 1, GAP, 0));
        for (String letters : texts.letters().split(" ")) {
            Composite row = row(letters.length());
            letters.chars().forEach(letter -> key(row, Character.toString(letter), Character.toString(letter), typed));
        }
        Composite last = row(3);
        ((GridLayout) last.getLayout()).makeColumnsEqualWidth = true;
        key(last, texts.space(), " ", typed);
        ((GridData) last.getChildren()[0].getLayoutData()).horizontalSpan = 2;
        TouchButton back =
                Style.classes(new TouchButton(last, "", backspace), "key sign").glyph(Glyph.BACKSPACE);
        back.setLayoutData(Grids.all());
    }

    private Composite row(int columns) {
        Composite row = new Composite(this, SWT.NONE);
        row.setLayoutData(Grids.all());
        row.setLayout(Grids.equalColumns(row, columns, GAP, 0));
        return row;
    }

    private static void key(Composite row, String label, String letter, Consumer<String> typed) {
        TouchButton button = Style.classes(new TouchButton(row, label, () -> typed.accept(letter)), "letter");
        GridData data = Grids.all();
        data.widthHint = 10;
        Style.key(button, "letter-" + letter).setLayoutData(data);
    }
}
