package asterism.checking;

/**
 * Something that must not be.
 *
 * @param invariant I1 to I10
 * @param position  of the fact it shows at; 0 where it is about none
 * @param what      is wrong, in a sentence
 */
public record Finding(String invariant, long position, String what) {
    @Override
    public String toString() {
        return invariant + (position > 0 ? " at " + position : "") + ": " + what;
    }
}
