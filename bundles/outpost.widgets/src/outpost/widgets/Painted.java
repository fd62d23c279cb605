package outpost.widgets;

/** A control that paints itself, and takes the {@link Paint} properties from CSS. */
public interface Painted {
    Paint paint();
}
