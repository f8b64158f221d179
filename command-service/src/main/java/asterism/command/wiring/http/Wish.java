package asterism.command.wiring.http;

import asterism.command.core.Commands.Ask;
import asterism.command.core.Door;
import asterism.events.InvalidValue;
import asterism.events.PersonId;
import asterism.journal.Uuids;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.node.ObjectNode;

/** A request as a wish: a command and who asks. Read once, however many parameters of the handler are made of it. */
final class Wish {
    private static final int MOST_BYTES = 1 << 20;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})\"");
    private static final String HERE = Wish.class.getName();
    private static final String ASKED = HERE + ".asked";
    private static final UUID ACTORS = new UUID(0, 0);

    private final HttpServletRequest request;
    private final Worded worded;

    private Wish(HttpServletRequest request) throws IOException {
        this.request = request;
        worded = Worded.of(StrictJson.object(body(request)));
        ObjectNode fields = worded.fields();
        variables(request).forEach((name, value) -> {
            if (fields.has(name)) {
                throw Trouble.bad("field.unknown", name, "the address says this already");
            }
            fields.put(name, value);
        });
    }

    static Wish of(HttpServletRequest request) throws IOException {
        if (request.getAttribute(HERE) instanceof Wish read) {
            return read;
        }
        Wish wish = new Wish(request);
        request.setAttribute(HERE, wish);
        return wish;
    }

    <C> C command(Class<C> type) {
        return worded.command(type);
    }

    Ask ask(Door door) {
        if (door.anonymous() && (worded.onBehalfOf() != null || worded.reason() != null)) {
            throw Trouble.bad("field.unknown", worded.onBehalfOf() != null ? "onBehalfOf" : "reason", "nobody signs for this");
        }
        String actor = door.anonymous() ? "survey/" + worded.fields().path("application").asString() : actor();
        UUID id = id(actor, request);
        request.setAttribute(ASKED, id);
        return new Ask(id, actor, worded.onBehalfOf(), worded.reason(), null, version(door.needsVersion()));
    }

    /** The id of the command: the same actor's same key names the same command. Who asked nameless is not named here either. */
    static UUID id(HttpServletRequest request) {
        return request.getAttribute(ASKED) instanceof UUID asked ? asked : id(actor(), request);
    }

    private static UUID id(String actor, HttpServletRequest request) {
        String key = request.getHeader("Idempotency-Key");
        if (key == null) {
            throw Trouble.bad("idempotency-key.missing", null, "every command needs the header Idempotency-Key");
        }
        if (!KEY.matcher(key).matches()) {
            throw Trouble.bad("idempotency-key.malformed", null, "an Idempotency-Key has 1 to 255 visible characters");
        }
        return Uuids.v5(Uuids.v5(ACTORS, actor), key);
    }

    static String actor() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who instanceof JwtAuthenticationToken token ? "person/" + person(token.getToken().getSubject()) : "public";
    }

    static PersonId person(@Nullable String id) {
        try {
            return new PersonId(id == null ? "" : id);
        } catch (InvalidValue e) {
            throw Trouble.bad(e.code(), null, "a person's id cannot be like this");
        }
    }

    private @Nullable Long version(boolean needed) {
        String seen = request.getHeader(HttpHeaders.IF_MATCH);
        if (seen == null && needed) {
            throw new Trouble(HttpStatus.PRECONDITION_REQUIRED, "if-match.missing", null,
                    "this command needs the header If-Match with the version you have seen");
        }
        if (seen == null || seen.equals("*")) {
            return null;
        }
        var version = VERSION.matcher(seen);
        if (!version.matches()) {
            throw Trouble.bad("if-match.malformed", null, "If-Match must be one version in quotes, as an ETag says it");
        }
        return Long.valueOf(version.group(1));
    }

    static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = bytes(request, MOST_BYTES);
        if (body.length == 0) {
            return new byte[] {'{', '}'};
        }
        String type = request.getContentType();
        if (type == null || !json(type)) {
            throw new Trouble(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "body.not-json", null, "the body must be application/json");
        }
        return body;
    }

    /** The body as it came. */
    static byte[] bytes(HttpServletRequest request, int most) throws IOException {
        byte[] body = request.getContentLengthLong() > most ? null : request.getInputStream().readNBytes(most + 1);
        if (body == null || body.length > most) {
            throw new Trouble(HttpStatus.CONTENT_TOO_LARGE, "body.too-large", null, "a body has at most " + (most >> 20) + " MiB");
        }
        return body;
    }

    private static boolean json(String type) {
        try {
            return MediaType.APPLICATION_JSON.equalsTypeAndSubtype(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    @SuppressWarnings("unchecked") // Spring puts exactly this there
    private static Map<String, String> variables(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables == null ? Map.of() : (Map<String, String>) variables;
    }
}
