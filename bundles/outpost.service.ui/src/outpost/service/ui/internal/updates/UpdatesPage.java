package outpost.service.ui.internal.updates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import outpost.room.RoomPage;
import outpost.room.RoomView;
import outpost.update.Installed;
import outpost.widgets.Buttons;
import outpost.widgets.FocusHolder;
import outpost.widgets.Glyph;
import outpost.widgets.Grids;
import outpost.widgets.Prose;
import outpost.widgets.Prose.Paragraph;
import outpost.widgets.Prose.Weight;
import outpost.widgets.Sign;
import outpost.widgets.StackCard;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** What runs, what waits beside it, and the ways forward and back. */
public final class UpdatesPage extends RoomPage {
    private static final int SECONDS_BETWEEN = 3;

    private final UpdatesModel model;
    private final UpdateMessages messages;
    private final StackCard card;
    private final Composite sheet;
    private final Prose state;
    private final Sign none;
    private final TouchButton check;
    private final TouchButton apply;
    private final TouchButton applyFrom;
    private final TouchButton rollBack;
    private final TouchButton pin;
    private final TouchButton restart;

    public UpdatesPage(RoomView view, UpdatesModel model, UpdateMessages messages) {
        super(Style.key(new FocusHolder(view.left()), "updates-page"), new Buttons(view.right()));
        this.model = model;
        this.messages = messages;
        main.setLayout(Grids.columns(main, 1, 0, 0));
        card = new StackCard(main);
        sheet = new Composite(card, SWT.NONE);
        sheet.setLayout(Grids.columns(sheet, 1, 0, 16));
        state = Style.key(new Prose(sheet), "update-state");
        state.setLayoutData(Grids.all());
        none = Style.key(new Sign(card, Glyph.LOCK), "no-updates");
        none.show(messages.cannotTitle(), messages.cannotLine());
        check = side.action(messages.check(), "update-check", SWT.F5, "F5", model::check);
        apply = side.action(messages.apply(), "update-apply", SWT.F6, "F6", model::apply);
        applyFrom = side.action(messages.applyFrom(), "update-from", SWT.F7, "F7", model::applyFromFolder);
        rollBack = side.action(messages.rollBack(), "roll-back", SWT.F8, "F8", model::rollBack);
        pin = side.action(messages.pin(), "update-pin", SWT.F9, "F9", model::pin);
        side.room();
        restart = side.leading(messages.restart(), "restart", SWT.F12, "F12", model::restart);
        readEvery(SECONDS_BETWEEN, model::refresh);
    }

    @Override
    public void show() {
        if (main.isDisposed()) {
            return;
        }
        Optional<Installed> installed = model.installed();
        installed.ifPresent(known -> state.show(paragraphs(known)));
        card.bringUp(installed.isPresent() ? sheet : none);
        for (TouchButton button : List.of(check, apply, applyFrom, pin)) {
            button.setEnabled(model.canAct());
        }
        pin.setText(model.isPinned() ? messages.unpin() : messages.pin());
        rollBack.setEnabled(model.canRollBack());
        restart.setEnabled(model.canRestart());
    }

    private List<Paragraph> paragraphs(Installed known) {
        List<Paragraph> text = new ArrayList<>();
        text.add(new Paragraph(Weight.QUIET, messages.running()));
        text.add(new Paragraph(Weight.TITLE, known.running().orElseGet(messages::asFirstInstalled)));
        text.add(new Paragraph(Weight.RULE, ""));
        text.add(new Paragraph(Weight.QUIET, messages.beside()));
        text.add(new Paragraph(
                Weight.TITLE,
                known.beside()
                        .map(other -> other.release().orElseGet(messages::asFirstInstalled))
                        .orElseGet(messages::empty)));
        text.add(new Paragraph(Weight.RULE, ""));
        text.add(new Paragraph(Weight.QUIET, messages.next()));
        text.add(new Paragraph(
                Weight.STRONG,
                switch (known.next()) {
                    case THE_SAME -> messages.nextTheSame();
                    case TRIES_BESIDE -> messages.nextTries();
                    case GOES_BACK -> messages.nextGoesBack();
                }));
        if (known.pinned()) {
            text.add(new Paragraph(Weight.STRONG, messages.isPinned()));
        }
        if (model.isBusy()) {
            text.add(new Paragraph(Weight.STRONG, messages.working()));
        }
        known.setback().ifPresent(setback -> {
            text.add(new Paragraph(Weight.RULE, ""));
            text.add(new Paragraph(Weight.ALARM, messages.problem()));
            text.add(new Paragraph(Weight.PLAIN, new RefusalWords(messages).sentence(setback)));
        });
        return text;
    }
}
