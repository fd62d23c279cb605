package outpost.till.ui.internal;

import outpost.widgets.ask.Figure;
import outpost.widgets.ask.Finder;
import outpost.widgets.ask.LinePick;
import outpost.widgets.ask.Question;

/** Answers the question that stands on the screen, as its panel does. A question of another kind fails the test. */
final class Questions {
    private Questions() {}

    static void choose(SellModel model, String option) {
        Question.Choice choice = (Question.Choice) standing(model);
        Question.Option chosen = choice.options().stream()
                .filter(one -> one.name().equals(option))
                .findFirst()
                .orElseThrow(() -> new AssertionError(option + " is not among " + choice));
        model.dialogue().answer(chosen.chosen());
    }

    static void number(SellModel model, Figure.Unit unit, String digits) {
        Question.Number number = (Question.Number) standing(model);
        number.figure().become(unit);
        number.figure().type(digits);
        model.dialogue().answer(() -> number.answered().accept(number.figure()));
    }

    static void words(SellModel model, String text) {
        Question.Words words = (Question.Words) standing(model);
        model.dialogue().answer(() -> words.answered().accept(text));
    }

    static Finder search(SellModel model) {
        return ((Question.Search) standing(model)).finder();
    }

    static void takeFound(SellModel model, String id) {
        Finder finder = search(model);
        Finder.Row found = finder.rows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not among " + finder.rows()));
        model.dialogue().answer(() -> finder.chosen(found));
    }

    static void pin(SellModel model, String digits) {
        Question.Pin pin = (Question.Pin) standing(model);
        model.dialogue().answer(() -> pin.answered().accept(pin.people().get(0), digits));
    }

    static LinePick lines(SellModel model) {
        return ((Question.Lines) standing(model)).pick();
    }

    static void takeLines(SellModel model) {
        Question.Lines lines = (Question.Lines) standing(model);
        model.dialogue().answer(() -> lines.answered().accept(lines.pick()));
    }

    static Question standing(SellModel model) {
        return model.dialogue().question().orElseThrow(() -> new AssertionError("nothing is asked"));
    }
}
