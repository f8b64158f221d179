package asterism.query.web.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asterism.query.reading.Refused;
import asterism.query.web.lab.Supposed.Kind;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A question in an address, as JSON, and back. */
class ChangeSetTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> ALL = List.of("VERSION~zoucheng-70-30~2026", "ASSESSOR~a1", "ASSESSOR~a2~b01", "SCORE~b01~a1~base",
            "EVIDENCE~" + "a".repeat(64), "FACT~12", "DATA~b02", "DATA~b03~2025-01-01", "SHARE~five~0.2", "TIES~four~ALL_IN",
            "REORGANISATION~MERGE~CARRY", "KNOWN~2025-11-30T15:59:59.999999Z");

    @Test
    void everyKindGoesIntoTheQuestionAndComesBackFromIt() {
        ChangeSet set = ChangeSet.of("r2025", ALL);
        assertThat(ChangeSet.of(JsonMapper.shared().readTree(set.json(ZONE)))).isEqualTo(set);
        assertThat(ChangeSet.of("r2025", List.of("POSITION~7")).json(ZONE)).contains("\"asOfPosition\":\"7\"");
        assertThat(set.supposed()).extracting(Supposed::text).isEqualTo(ALL);
    }

    @Test
    void aDayIsKnownUpToItsEndInTheZoneOfTheHouse() {
        assertThat(ChangeSet.of("r1", List.of("KNOWN~2025-11-30")).json(ZONE)).contains("2025-11-30T15:59:59.999999Z");
    }

    @Test
    void anAddressHoldsAllThatIsSupposedAndLosesOneThingAtATime() {
        ChangeSet set = ChangeSet.of("r1", List.of("FACT~1", "FACT~2", "FACT~1"));
        assertThat(set.address()).isEqualTo("/what-if?round=r1&suppose=FACT~1&suppose=FACT~2");
        assertThat(set.without(Supposed.of(Kind.FACT, "1")).address()).isEqualTo("/what-if?round=r1&suppose=FACT~2");
    }

    @Test
    void whatIsFilledInIsCutAtItsEndAndWhatIsMissingIsNoticed() {
        assertThat(Supposed.filled(Kind.ASSESSOR, List.of(" a1 ", "")).text()).isEqualTo("ASSESSOR~a1");
        assertThat(Supposed.filled(Kind.VERSION, List.of("s~2026")).isWhole()).isTrue();
        assertThat(Supposed.filled(Kind.SCORE, List.of("b01", "", "base")).isWhole()).isFalse();
        assertThatThrownBy(() -> Supposed.read("WEATHER~fine")).isInstanceOf(Refused.class);
    }
}
