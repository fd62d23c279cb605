package outpost.till.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import outpost.sales.Approval;
import outpost.sales.Demand;
import outpost.sales.Grounds;
import outpost.sales.NotAllowedException;
import outpost.sales.Rules;
import outpost.sales.Staff;
import outpost.sales.User;
import outpost.sales.WrongPinException;
import outpost.widgets.Background;
import outpost.widgets.Notice;
import outpost.widgets.ask.Dialogue;
import outpost.widgets.ask.Question;
import outpost.widgets.ask.Question.Option;

/**
 * Does what a cashier asks for: with a reason where the business wants one, and with somebody else's leave, given by PIN, where the cashier's own role does
 * not reach that far. Lives on the UI thread.
 */
public final class Acts {
    private final Staff staff;
    private final Rules rules;
    private final Dialogue dialogue;
    private final Background background;
    private final SellMessages texts;
    private final Refusals refusals;
    private final Consumer<Notice> say;

    public Acts(
            Shop shop,
            Dialogue dialogue,
            Background background,
            SellMessages texts,
            Refusals refusals,
            Consumer<Notice> say) {
        staff = shop.staff();
        rules = shop.rules();
        this.dialogue = dialogue;
        this.background = background;
        this.texts = texts;
        this.refusals = refusals;
        this.say = say;
    }

    /** Does what never waits, at once. */
    <T> void now(Grounds grounds, Function<Grounds, T> act, Consumer<T> then) {
        attempt(Runnable::run, Runnable::run, grounds, act, then);
    }

    /** Does what reads or writes the disk, behind what was asked for before. */
    public <T> void later(Grounds grounds, Function<Grounds, T> act, Consumer<T> then) {
        attempt(background.worker(), background.ui(), grounds, act, then);
    }

    /** Asks for one of the business's reasons first. */
    public void because(Rules.Topic topic, String title, Consumer<Grounds> act) {
        List<Option> options = new ArrayList<>();
        for (String reason : reasons(topic)) {
            options.add(Option.of("reason-" + options.size(), reason, () -> act.accept(Grounds.of(reason))));
        }
        options.add(Option.of("reason-other", texts.otherReason(), () -> ownReason(title, act)));
        if (options.size() == 1) {
            ownReason(title, act);
        } else {
            dialogue.ask(new Question.Choice(texts.why(), title, options));
        }
    }

    private void ownReason(String title, Consumer<Grounds> act) {
        dialogue.ask(new Question.Words(
                texts.why(), title, texts.reason(), "", false, reason -> act.accept(Grounds.of(reason))));
    }

    private <T> void attempt(
            Executor worker, Executor ui, Grounds grounds, Function<Grounds, T> act, Consumer<T> then) {
        Consumer<RuntimeException> failed = failure -> {
            if (failure instanceof NotAllowedException refused) {
                askForLeave(
                        refused.demand(),
                        Optional.empty(),
                        leave -> attempt(worker, ui, grounds.approvedBy(leave), act, then));
            } else {
                say.accept(Notice.problem(texts.notDone(sentence(failure))));
            }
        };
        new Background(worker, ui, Refusals::isRefusal).call(() -> act.apply(grounds), then, failed);
    }

    private void askForLeave(Demand demand, Optional<String> problem, Consumer<Approval> given) {
        background.call(
                () -> staff.approvers(demand),
                approvers -> {
                    if (approvers.isEmpty()) {
                        say.accept(Notice.problem(texts.nobodyMayAllow(RightNames.of(demand.right(), texts))));
                    } else {
                        pin(demand, approvers, problem, given);
                    }
                },
                failure -> say.accept(Notice.problem(texts.notDone(sentence(failure)))));
    }

    private void pin(Demand demand, List<User> approvers, Optional<String> problem, Consumer<Approval> given) {
        List<Question.Person> people = approvers.stream()
                .map(user -> new Question.Person(user.id(), user.name(), user.role()))
                .toList();
        dialogue.ask(new Question.Pin(
                texts.leaveNeeded(),
                texts.leaveFor(RightNames.of(demand.right(), texts)),
                people,
                problem,
                (person, digits) -> approve(person, digits, demand, given)));
    }

    private void approve(Question.Person person, String digits, Demand demand, Consumer<Approval> given) {
        background.call(() -> staff.approve(person.id(), digits, demand), given, failure -> {
            if (failure instanceof WrongPinException wrong) {
                askForLeave(demand, Optional.of(wrongPin(wrong)), given);
            } else {
                say.accept(Notice.problem(texts.notDone(sentence(failure))));
            }
        });
    }

    private String wrongPin(WrongPinException wrong) {
        long seconds = wrong.waitFor().toSeconds();
        return seconds > 0 ? texts.wrongPinWait(Long.toString(seconds)) : texts.wrongPin();
    }

    /** What the cashier reads of it. */
    public String sentence(RuntimeException failure) {
        return refusals.sentence(failure);
    }

    /** The business's own; where it has none, the usual ones in the language of the moment. */
    private List<String> reasons(Rules.Topic topic) {
        List<String> own = rules.reasons(topic);
        if (!own.isEmpty()) {
            return own;
        }
        String usual =
                switch (topic) {
                    case DISCOUNT -> texts.reasonsDiscount();
                    case VOID -> texts.reasonsVoid();
                    case REFUND -> texts.reasonsRefund();
                    case CASH -> texts.reasonsCash();
                    case OVERRIDE -> texts.reasonsOverride();
                };
        return List.of(usual.split(" *; *"));
    }
}
