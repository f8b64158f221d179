package asterism.query.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the service that decides says it stands.
 *
 * @param head        position of the newest fact
 * @param readers     whoever reads the journal there: the relay, the alarms, the reactions
 * @param parkedFacts facts whose reactions failed, and those that wait behind them
 * @param parked      the same by what they are about
 * @param hooks       programs that are told of outcomes; none where an older service answers
 */
public record CommandSide(long head, List<Reader> readers, Timers timers, long parkedFacts, List<Parked> parked, Checked check,
                          @Nullable List<Hook> hooks) {

    /** @param seconds since its last sign of life */
    public record Reader(String name, long position, long lag, long seconds) {
    }

    /** @param trouble of the last try; none where it went well */
    public record Hook(String id, String url, long waiting, long delivered, long givenUp, @Nullable String trouble) {
    }

    /** Last days that are waited for: how many, how many of them are over, and those that end first. */
    public record Timers(long set, long due, List<Timer> first) {
    }

    public record Timer(String alarm, String subject, LocalDate lastDay) {
    }

    /** @param key what the facts are about: a branch, or a stream without a branch */
    public record Parked(String key, long position, String type, String error, Instant since, int waiting) {
    }

    /**
     * The last look at every row of the journal.
     *
     * @param position of the first fault; 0 for none
     * @param what     is wrong; empty where nothing is
     * @param seconds  since then; none where nobody has looked yet
     */
    public record Checked(long facts, long position, String what, @Nullable Long seconds) {
    }
}
