package asterism.command.wiring.http;

import asterism.events.PersonId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A command as somebody worded it, beside what every wish may say.
 *
 * @param fields of the command alone
 * @param reason to be published with the facts
 */
record Worded(ObjectNode fields, @Nullable String reason, @Nullable PersonId onBehalfOf) {

    static Worded of(ObjectNode object) {
        String reason = text(object.remove("reason"), "reason");
        String other = text(object.remove("onBehalfOf"), "onBehalfOf");
        return new Worded(object, reason, other == null ? null : Wish.person(other));
    }

    /** @throws Trouble as {@link StrictJson#record} */
    <C> C command(Class<C> type) {
        return StrictJson.record(fields, type);
    }

    private static @Nullable String text(@Nullable JsonNode node, String field) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            throw Trouble.bad("field.malformed", field, "here a text is expected");
        }
        return node.stringValue();
    }
}
