package asterism.local;

/** Where the house says, in plain words and line by line, what it is doing. */
@FunctionalInterface
public interface Progress {

    /** Says one line. */
    void say(String line);
}
