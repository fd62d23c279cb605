package outpost.application.internal;

/** The sizes of text that a person can choose from; a machine's settings may name any between. */
enum TextSize {
    SMALL(90),
    USUAL(Appearance.USUAL_TEXT),
    LARGE(115),
    LARGEST(130);

    private final int percent;

    TextSize(int percent) {
        this.percent = percent;
    }

    /** Of what fits the screen. */
    int percent() {
        return percent;
    }

    String name(WindowMessages messages) {
        return switch (this) {
            case SMALL -> messages.textSmall();
            case USUAL -> messages.textUsual();
            case LARGE -> messages.textLarge();
            case LARGEST -> messages.textLargest();
        };
    }
}
