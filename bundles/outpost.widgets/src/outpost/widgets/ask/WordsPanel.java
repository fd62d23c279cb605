package outpost.widgets.ask;

import org.eclipse.swt.widgets.Composite;
import outpost.widgets.EntryField;
import outpost.widgets.Glyph;
import outpost.widgets.Grids;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** A few words by keys or fingers, or a scanned number. */
final class WordsPanel extends Panel {
    private final EntryField field;
    private final TouchButton answer;
    private final Question.Words words;

    WordsPanel(Composite parent, AskTexts texts, Dialogue dialogue, Question.Words words) {
        super(parent, texts, dialogue, words);
        this.words = words;
        field = Style.key(new EntryField(body, Glyph.RETURN, words.placeholder()), "words");
        field.setLayoutData(Grids.wide(this, 60));
        field.setText(words.before());
        field.onChange(text -> refresh());
        LetterPad pad = new LetterPad(body, texts, field::type, field::deleteLast);
        pad.setLayoutData(Grids.all());
        answer = cancelAnd(texts.ok(), () -> answer(field.getText()));
        refresh();
    }

    @Override
    void refresh() {
        answer.setEnabled(words.optional() || !field.getText().isBlank());
    }

    @Override
    boolean scanned(String code) {
        answer(code);
        return true;
    }

    @Override
    public boolean setFocus() {
        return field.setFocus();
    }

    private void answer(String text) {
        if (words.optional() || !text.isBlank()) {
            dialogue.answer(() -> words.answered().accept(text.strip()));
        }
    }
}
