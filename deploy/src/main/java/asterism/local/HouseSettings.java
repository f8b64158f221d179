package asterism.local;

import java.nio.file.Path;

/**
 * What the person at the keyboard may choose.
 *
 * @param data         the folder that holds everything; made when missing
 * @param pagesPort    of pages and queries; 0 for a free one
 * @param commandsPort of the command API; 0 for a free one
 * @param signInPort   of sign-in; 0 for a free one
 * @param empty        true for a house without the demo county
 */
public record HouseSettings(Path data, int pagesPort, int commandsPort, int signInPort, boolean empty) {

    public static final int PAGES_PORT = 8080;
    public static final int COMMANDS_PORT = 8081;
    public static final int SIGN_IN_PORT = 9000;

    /** The usual ports. */
    public static HouseSettings usual(Path data, boolean empty) {
        return new HouseSettings(data, PAGES_PORT, COMMANDS_PORT, SIGN_IN_PORT, empty);
    }

    /** Any free ports, as tests want them. */
    public static HouseSettings onFreePorts(Path data, boolean empty) {
        return new HouseSettings(data, 0, 0, 0, empty);
    }
}
