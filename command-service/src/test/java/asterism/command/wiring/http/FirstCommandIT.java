package asterism.command.wiring.http;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.wiring.TestHouse;
import asterism.command.wiring.journal.Journal;
import org.junit.jupiter.api.Test;

class FirstCommandIT {
    @Test
    void aCommandGoesAllTheWay() {
        try (TestHouse house = TestHouse.open()) {
            var reply = house.post("root", "/api/v1/bodies", """
                    {"body": "county", "kind": "COMMITTEE", "name": {"zh": "县委", "en": "County Committee"}}""");
            assertThat(reply.body().toString()).isEqualTo("x");
            assertThat(reply.status()).isEqualTo(201);
            assertThat(house.bean(Journal.class).head()).isEqualTo(1);
        }
    }
}
