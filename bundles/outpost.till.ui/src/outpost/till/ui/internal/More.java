package outpost.till.ui.internal;

import java.util.ArrayList;
import java.util.List;
import outpost.widgets.ask.Dialogue;
import outpost.widgets.ask.Question;
import outpost.widgets.ask.Question.Option;

/** What a cashier does seldom enough that it needs no button of its own. */
final class More {
    private final SellModel model;
    private final Dialogue dialogue;
    private final SellMessages texts;

    More(SellModel model, Dialogue dialogue, SellMessages texts) {
        this.model = model;
        this.dialogue = dialogue;
        this.texts = texts;
    }

    void ask() {
        List<Option> options = new ArrayList<>();
        boolean some = !model.ticket().isEmpty();
        model.selection().line().ifPresent(line -> {
            options.add(Option.of("line-note", texts.note(), model.line()::note));
            if (line.discount().isPresent()) {
                options.add(Option.of("line-full-price", texts.removeDiscount(), model.line()::removeDiscount));
            }
        });
        if (some) {
            options.add(Option.of("ticket-discount", texts.ticketDiscount(), model.whole()::discount));
            if (model.ticket().discount().isPresent()) {
                options.add(
                        Option.of("ticket-full-price", texts.removeTicketDiscount(), model.whole()::removeDiscount));
            }
            options.add(Option.of("ticket-note", texts.ticketNote(), model.whole()::note));
            options.add(Option.of("void-ticket", texts.voidTicket(), model.whole()::voidTicket));
        }
        if (!model.whole().waiting().isEmpty() && !some) {
            options.add(Option.of("held", texts.held(), model.whole()::hold));
        }
        options.add(
                Option.of("open-item", texts.openItem(), () -> model.adding().openItem("")));
        options.add(Option.of("drawer", texts.openDrawer(), model.whole()::openDrawer));
        options.add(Option.of("reprint", texts.reprintLast(), model.printing()::reprintLast));
        dialogue.ask(new Question.Choice(texts.more(), "", options));
    }
}
