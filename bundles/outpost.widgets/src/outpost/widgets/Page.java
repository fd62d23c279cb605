package outpost.widgets;

import org.eclipse.swt.widgets.Composite;

/** One page of a perspective: on the left what is, on the right what can be done. */
public abstract class Page {
    protected final Composite main;
    protected final Buttons side;

    /** @param main can take the focus, or has first what can */
    protected Page(Composite main, Buttons side) {
        this.main = main;
        this.side = side;
    }

    /** What is. It can take the focus. */
    public final Composite main() {
        return main;
    }

    /** What can be done. */
    public final Composite side() {
        return side;
    }

    /** A card on the left for a list, which takes all the room that is left. */
    protected final Card listCard() {
        Card card = new Card(main);
        card.setLayoutData(Grids.all());
        card.setLayout(Grids.columns(card, 1, 0, 10));
        return card;
    }

    /** It comes up: whatever may have changed meanwhile is read anew. */
    public void opened() {}

    /** Draws the model's state. */
    public abstract void show();
}
