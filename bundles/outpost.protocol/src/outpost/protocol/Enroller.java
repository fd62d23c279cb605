package outpost.protocol;

/** Makes this installation a lane of a branch. Needs the network, once. */
public interface Enroller {
    /**
     * Enrols with the cloud and stores who this terminal is. Waits for the network, at most some 10 seconds.
     *
     * <p>When it throws, the cloud may have used the code up; trying again with the same code from here works all the same.
     *
     * @throws EnrolmentException with a sentence for the technician
     */
    void enrol(EnrolmentLink link);
}
