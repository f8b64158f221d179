package asterism.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.campaign.Round.Of;
import asterism.campaign.Round.Result;
import asterism.checking.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing is lost, doubled or swapped however often processes are killed. {@code -Pcampaign -Dof=processes -Dkills=1000} plays rounds
 * until the results file counts so many kills, and adds each to it; {@code -Dseed=N} says where the seeds begin. Cut off, it goes on where
 * it stood.
 */
class CampaignIT {
    private static final int KILLS_OF_A_ROUND = 25;

    @TempDir
    Path folder;

    @Test
    @Tag("I1")
    @Tag("I2")
    @Tag("I3")
    @Tag("I4")
    @Tag("I5")
    @Tag("I6")
    @Tag("I10")
    @Tag("F1")
    @Tag("F2")
    @Tag("F5")
    @Tag("F6")
    @Tag("F7")
    @Tag("F11")
    void whateverIsKilledNothingIsLostDoubledOrSwapped() throws Exception {
        try (Servers servers = new Servers(folder)) {
            if (!Boolean.getBoolean("campaign")) {
                long seed = Long.getLong("seed", System.nanoTime() % 1_000_000);
                Of of = of(seed % 2 == 0 ? Of.PROCESSES : Of.HTTP);
                Result result = play(servers, of, seed, Integer.getInteger("kills", of == Of.PROCESSES ? 5 : 2));
                assertThat(result.findings()).as("seed %d, %s", seed, result).isEmpty();
                assertThat(result.acknowledged()).isGreaterThan(100);
                return;
            }
            Of of = of(Of.PROCESSES);
            String kind = of.name().toLowerCase(Locale.ROOT);
            Results results = Results.read(Path.of("campaign-results.csv"));
            List<String> wrong = new ArrayList<>();
            for (long seed = results.nextSeed(Long.getLong("seed", 1)); results.kills(kind) < Integer.getInteger("kills", 1_000);
                    seed++) {
                Result result = play(servers, of, seed, KILLS_OF_A_ROUND);
                results.add(kind, seed, result);
                for (Finding finding : result.findings()) {
                    wrong.add("seed %d: %s".formatted(seed, finding));
                    System.err.println(wrong.getLast());
                }
            }
            assertThat(wrong).isEmpty();
        }
    }

    private static Of of(Of otherwise) {
        return Of.valueOf(System.getProperty("of", otherwise.name()).toUpperCase(Locale.ROOT));
    }

    private Result play(Servers servers, Of of, long seed, int kills) throws Exception {
        if (of == Of.HOUSES) {
            return new HouseRound(folder.resolve("house" + seed), seed).play(kills);
        }
        try (Round round = new Round(servers, of, seed)) {
            return round.play(kills);
        }
    }
}
