package outpost.cloud.internal.access;

/** An answer that knows what the call was about, where the address of the call does not tell it. */
public interface Audited {
    /** A few words for the trail of administrative acts; without anything secret. */
    String about();
}
