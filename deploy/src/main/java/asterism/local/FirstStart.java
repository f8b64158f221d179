package asterism.local;

/**
 * What happens once the house is up, such as playing the demo county. It is called after every start of a demo house, since
 * a kill may have cut it short: it finds out itself what is still to be done.
 */
@FunctionalInterface
public interface FirstStart {

    /** Plays through the house's own doors; what it throws stops the house. */
    void play(RunningHouse house, Progress out);
}
