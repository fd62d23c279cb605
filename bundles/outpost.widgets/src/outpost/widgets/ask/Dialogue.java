package outpost.widgets.ask;

import java.util.Optional;

/** The question that stands on the screen, if there is one. Lives on the UI thread. */
public final class Dialogue {
    private final Runnable changed;
    private Optional<Question> question = Optional.empty();
    private Runnable leave = () -> {};

    public Dialogue(Runnable changed) {
        this.changed = changed;
    }

    public Optional<Question> question() {
        return question;
    }

    /** Asks; what was asked before is answered or given up. */
    public void ask(Question next) {
        ask(next, () -> {});
    }

    /** @param given what happens when the cashier gives up instead of answering */
    public void ask(Question next, Runnable given) {
        question = Optional.of(next);
        leave = given;
        changed.run();
    }

    /** The question was answered, so it goes; then the answer has its effect, which may be another question. */
    public void answer(Runnable effect) {
        question = Optional.empty();
        leave = () -> {};
        effect.run();
        changed.run();
    }

    /** Nothing happens after all. */
    public void giveUp() {
        answer(leave);
    }
}
