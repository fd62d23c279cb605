package outpost.till.ui.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import outpost.sales.Grounds;
import outpost.sales.OpenTicket;
import outpost.sales.Ticket;
import outpost.sales.TicketLine;
import outpost.widgets.Amounts;
import outpost.widgets.ask.Dialogue;
import outpost.widgets.ask.Question;
import outpost.widgets.ask.Question.Option;

/** Has the cashier ask for the buyer's age, once for all that asks for no more. Lives on the UI thread. */
final class AgeCheck {
    private final OpenTicket open;
    private final Acts acts;
    private final Dialogue dialogue;
    private final SellMessages texts;
    private final Amounts amounts;
    private final Consumer<Ticket> changed;

    AgeCheck(
            OpenTicket open,
            Acts acts,
            Dialogue dialogue,
            SellMessages texts,
            Amounts amounts,
            Consumer<Ticket> changed) {
        this.open = open;
        this.acts = acts;
        this.dialogue = dialogue;
        this.texts = texts;
        this.amounts = amounts;
        this.changed = changed;
    }

    /** Asks if something on the ticket is not for everybody's age. */
    void ask() {
        checked(() -> {});
    }

    /** Goes on when nothing on the ticket waits for the question any more. */
    void checked(Runnable then) {
        Optional<TicketLine> waiting = open.ticket().lines().stream()
                .filter(TicketLine::awaitsAgeCheck)
                .findFirst();
        if (waiting.isEmpty()) {
            then.run();
            return;
        }
        TicketLine line = waiting.get();
        int years = line.minimumAge().orElseThrow();
        // Somebody of exactly that age was shown as old enough before: what asks for no more needs no second question.
        boolean known = open.ticket().lines().stream()
                .anyMatch(other -> other.ageChecked() && other.minimumAge().orElse(0) >= years);
        if (known) {
            oldEnough(line, then);
            return;
        }
        dialogue.ask(new Question.Choice(
                texts.ageTitle(Integer.toString(years)),
                texts.ageLine(line.name(), amounts.bornBefore(years)),
                List.of(
                        Option.leading("old-enough", texts.oldEnough(), () -> oldEnough(line, then)),
                        Option.of("too-young", texts.tooYoung(), () -> tooYoung(line, then)))));
    }

    private void oldEnough(TicketLine line, Runnable then) {
        acts.now(Grounds.NONE, grounds -> open.confirmAge(line.id()), ticket -> {
            changed.accept(ticket);
            checked(then);
        });
    }

    private void tooYoung(TicketLine line, Runnable then) {
        acts.now(Grounds.of(texts.tooYoung()), grounds -> open.voidLine(line.id(), grounds), ticket -> {
            changed.accept(ticket);
            checked(then);
        });
    }
}
