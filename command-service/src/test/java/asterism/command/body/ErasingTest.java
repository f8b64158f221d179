package asterism.command.body;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.body.Body.Given;
import asterism.command.body.BodyCommand.ErasePersonalValues;
import asterism.command.core.Asked;
import asterism.command.core.Decision;
import asterism.command.core.Refusal;
import asterism.events.BodyEvent;
import asterism.events.BodyEvent.BodyEstablished;
import asterism.events.BodyEvent.PersonRegistered;
import asterism.events.BodyEvent.PersonalValuesErased;
import asterism.events.BodyId;
import asterism.events.Envelope;
import asterism.events.Label;
import asterism.events.PersonId;
import asterism.events.Personal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ErasingTest {
    private static final BodyId COUNTY = new BodyId("county");
    private static final PersonId WANG = new PersonId("wang");
    private static final ErasePersonalValues ERASE = new ErasePersonalValues(COUNTY, WANG);
    private static final Envelope ENVELOPE = new Envelope(new UUID(1, 1), "Test", "person/root", null, null, null, List.of(), null);
    private static final Body BODY = new Body();

    private static final Body.State KNOWN = after(BODY.initial(),
            new BodyEstablished(COUNTY, null, BodyEvent.Kind.COMMITTEE, new Label("县委", "County Committee")),
            new PersonRegistered(COUNTY, WANG, Personal.of(WANG, "王芳")));

    @Test
    void aPersonWithoutAPostIsErasedForAReasonOnce() {
        assertThat(asked("root", KNOWN, ERASE, "asked for", false)).isEqualTo(Decision.accept(new PersonalValuesErased(COUNTY, WANG)));
        Body.State erased = after(KNOWN, new PersonalValuesErased(COUNTY, WANG));
        assertThat(asked("root", erased, ERASE, "asked for again", false)).isEqualTo(Decision.accept());
    }

    @Test
    void withoutAReasonInOfficeUnknownOrByOneselfNobodyIsErased() {
        assertThat(code(asked("root", KNOWN, ERASE, null, false))).isEqualTo("reason.required");
        assertThat(code(asked("root", KNOWN, ERASE, "asked for", true))).isEqualTo("body.person-in-office");
        assertThat(code(asked("root", KNOWN, new ErasePersonalValues(COUNTY, new PersonId("li")), "asked for", false)))
                .isEqualTo("body.person-unknown");
        assertThat(code(asked("wang", KNOWN, ERASE, "mine", false))).isEqualTo("separation.own-values");
        assertThat(code(asked("root", BODY.initial(), ERASE, "asked for", false))).isEqualTo("body.unknown");
    }

    private static Decision asked(String person, Body.State state, ErasePersonalValues erase, @Nullable String reason, boolean inOffice) {
        Asked asked = new Asked(new UUID(0, 1), "person/" + person, null, reason, Instant.EPOCH, LocalDate.EPOCH);
        return BODY.decide(state, erase, new Given(asked, false, true, false, inOffice, false));
    }

    private static String code(Decision decision) {
        return decision instanceof Decision.Refused(Refusal refusal) ? refusal.code() : "accepted";
    }

    private static Body.State after(Body.State state, BodyEvent... facts) {
        Body.State now = state;
        for (BodyEvent fact : facts) {
            now = BODY.evolve(now, fact, ENVELOPE);
        }
        return now;
    }
}
