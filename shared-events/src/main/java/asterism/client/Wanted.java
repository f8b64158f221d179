package asterism.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A command as a record whose fields are those of the API: {@link asterism.client.commands} has one for each that can be sent. */
public interface Wanted {

    /** Where it is sent to, from {@code /api/v1} on. */
    String path();

    /** A path with its variables filled in, each as one segment. */
    static String at(String pattern, Object... variables) {
        String path = pattern;
        for (Object variable : variables) {
            path = path.replaceFirst("\\{\\w+}", URLEncoder.encode(variable.toString(), StandardCharsets.UTF_8).replace("+", "%20"));
        }
        return path;
    }
}
