package asterism.query.web.lab;

import asterism.query.whatif.Result;
import asterism.query.whatif.Result.Moved;
import asterism.rating.CohortRating.QuotaUse;
import asterism.rating.impact.Change.Way;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a report says, in words.
 *
 * @param result  with its hashes
 * @param lines   a page of the stars that move
 * @param next    how many lines stand before the next page; none where this is the last
 * @param streams how many stars go from where to where
 * @param ends    words of all places they come from or go to, the best first
 * @param quotas  as they are and as they would be
 * @param ways    how many go up, down and so on
 */
public record Findings(Result result, Part part, List<Line> lines, int from, @Nullable Integer next, List<Streamed> streams,
                       List<String> ends, List<Quota> quotas, Map<Way, Long> ways) {
    private static final int LINES = 100;

    /** Which of the stars that move are listed. */
    public enum Part {
        ALL, OWN, KNOCK_ON;

        static Part of(String word) {
            return Arrays.stream(values()).filter(part -> part.code().equals(word)).findFirst().orElse(ALL);
        }

        /** As it stands in an address. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        boolean has(Moved moved) {
            return switch (this) {
                case ALL -> true;
                case OWN -> !moved.knockOn();
                case KNOCK_ON -> moved.knockOn();
            };
        }
    }

    /** A star that moves. */
    public record Line(String branch, String name, String from, String to, Way way, boolean knockOn, List<String> causes) {
    }

    /** Stars that move from one place to another. */
    public record Streamed(String from, String to, long branches) {
    }

    /** A quota; either side is none where it is cut in one of the two only. */
    public record Quota(String name, String scope, @Nullable QuotaUse now, @Nullable QuotaUse then) {
        /** Something about it would be otherwise. */
        public boolean differs() {
            return now == null || then == null || now.seats() != then.seats() || now.have() != then.have() || now.moved() != then.moved()
                    || now.open() != then.open();
        }
    }

    static Findings of(Result result, Telling telling, Part part, int from) {
        List<Moved> wanted = result.changes().stream().filter(part::has).toList();
        List<Line> lines = wanted.stream().skip(from).limit(LINES).map(moved -> line(moved, telling)).toList();
        Map<List<String>, Long> streams = new LinkedHashMap<>();
        Map<Way, Long> ways = new LinkedHashMap<>();
        result.changes().forEach(moved -> {
            streams.merge(List.of(telling.star(moved.from()), telling.star(moved.to())), 1L, Long::sum);
            ways.merge(moved.way(), 1L, Long::sum);
        });
        List<String> levels = Stream.ofNullable(telling.scheme()).flatMap(scheme -> scheme.levels().reversed().stream())
                .map(level -> telling.words().level(level.code())).toList();
        return new Findings(result, part, lines, from, from + LINES < wanted.size() ? from + LINES : null,
                streams.entrySet().stream().map(each -> new Streamed(each.getKey().getFirst(), each.getKey().getLast(), each.getValue()))
                        .toList(),
                Stream.concat(levels.stream(), streams.keySet().stream().flatMap(List::stream)).distinct().toList(),
                quotas(result, telling), ways);
    }

    private static Line line(Moved moved, Telling telling) {
        return new Line(moved.branch().value(), telling.branch(moved.branch().value()), telling.star(moved.from()),
                telling.star(moved.to()), moved.way(), moved.knockOn(), moved.causes().stream().map(telling::cause).toList());
    }

    private static List<Quota> quotas(Result result, Telling telling) {
        Map<List<String>, Quota> all = new LinkedHashMap<>();
        result.quotas().forEach(use -> all.put(key(use), new Quota(telling.step(use.quota()), scope(use), use, null)));
        result.supposedQuotas().forEach(use -> all.merge(key(use), new Quota(telling.step(use.quota()), scope(use), null, use),
                (now, then) -> new Quota(now.name(), now.scope(), now.now(), then.then())));
        return List.copyOf(all.values());
    }

    private static List<String> key(QuotaUse use) {
        return List.of(use.quota(), scope(use));
    }

    private static String scope(QuotaUse use) {
        return String.join(" · ", use.scope().values());
    }
}
