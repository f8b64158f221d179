package asterism.command.wiring.deciding;

import asterism.command.core.Command;
import asterism.command.core.Commands.Ask;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import tools.jackson.databind.json.JsonMapper;

/** What makes two askings the same: the command, its content, on whose behalf and why. Not what the asker had seen before. */
final class Digests {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Digests() {
    }

    static byte[] of(Command command, Ask ask) {
        return sha256(JSON.writeValueAsBytes(Arrays.asList(
                command.getClass().getSimpleName(), command, ask.actor(), ask.onBehalfOf(), ask.reason(), ask.cause())));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
