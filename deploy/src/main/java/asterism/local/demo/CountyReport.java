package asterism.local.demo;

import asterism.events.AppealEvent.AppealCarriedFurther;
import asterism.events.AppealEvent.AppealDismissed;
import asterism.events.AppealEvent.AppealUpheld;
import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.ApplicationEvent.ApplicationLapsed;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.ApplicationReturned;
import asterism.events.ApplicationEvent.LevelAllocated;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.ObjectionDismissed;
import asterism.events.ApplicationEvent.ObjectionUpheld;
import asterism.events.ApplicationEvent.ReplyRecorded;
import asterism.events.ApplicationEvent.ReviewRated;
import asterism.events.ApplicationEvent.SurveyTallied;
import asterism.events.BranchEvent.BranchEnded;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchEvent.BranchRenamed;
import asterism.events.BranchEvent.BranchSplit;
import asterism.events.BranchEvent.BranchTransferred;
import asterism.events.BranchEvent.BranchesMerged;
import asterism.events.BranchEvent.Reorganised;
import asterism.events.BranchId;
import asterism.events.EventJson;
import asterism.events.Fact;
import asterism.events.Level;
import asterism.events.RoundEvent.AssignmentCommitted;
import asterism.events.RoundEvent.QuotaAllocated;
import asterism.events.RoundEvent.QuotaReallocated;
import asterism.events.RoundEvent.Seats;
import asterism.events.RoundEvent.TieResolved;
import asterism.events.StandingEvent;
import asterism.events.StandingEvent.BranchPaired;
import asterism.events.StandingEvent.Change;
import asterism.events.StandingEvent.CorrectionMissed;
import asterism.events.StandingEvent.CorrectionRequired;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.PairingEnded;
import asterism.events.StandingEvent.Reinstated;
import asterism.events.StandingEvent.Suspended;
import asterism.events.StandingEvent.VetoRecorded;
import asterism.journal.Recorded;
import asterism.local.Inside;
import asterism.standing.Ledger;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the rounds did to the stars of the county, told from the facts alone; the same facts in another order tell the same. */
final class CountyReport {
    private static final int AT_ONCE = 1000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> LEVELS = List.of("5", "4", "3", "2", "1");

    private final Map<BranchId, LocalDate> since = new HashMap<>();
    private final Map<BranchId, LocalDate> ended = new HashMap<>();
    private final Map<BranchId, Ledger> ledgers = new HashMap<>();
    private final Map<Integer, Map<Change, Integer>> changes = new TreeMap<>();
    private final Map<Integer, Integer> displaced = new HashMap<>();
    private final Map<Integer, Seats> seats = new HashMap<>();
    private final List<Move> moves = new ArrayList<>();

    /** Something that moved a star, or kept it from moving. */
    private record Move(LocalDate on, String who, String what) {
    }

    static CountyReport of(Inside house) {
        CountyReport report = new CountyReport();
        List<Recorded> some = house.journal().after(0, AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(at -> report.add(EventJson.read(at, house.keys())));
            some = house.journal().after(some.getLast().position(), AT_ONCE);
        }
        return report;
    }

    /** The next fact, in the order of the journal. */
    void add(Fact fact) {
        LocalDate day = LocalDate.ofInstant(fact.at().recordedAt(), ZONE);
        String reason = Objects.requireNonNullElse(fact.envelope().reason(),
                fact.event() instanceof ApplicationHeld ? "so the house does by itself" : "no reason given");
        if (fact.event() instanceof StandingEvent standing) {
            ledgers.merge(standing.branch(), Ledger.EMPTY.with(standing), (before, _) -> before.with(standing));
        }
        if (fact.event() instanceof BranchRegistered registered) {
            since.put(registered.branch(), day);
        } else if (fact.event() instanceof Reorganised order) {
            if (order instanceof BranchEnded end) {
                ended.put(end.branch(), end.from());
            }
            reorganised(order).ifPresent(what -> moves.add(new Move(order.from(), order.branch().value(), what + order.approval())));
        } else if (fact.event() instanceof LevelGranted granted) {
            changes.computeIfAbsent(day.getYear(), _ -> new HashMap<>()).merge(granted.change(), 1, Integer::sum);
        } else if (fact.event() instanceof QuotaAllocated allocated) {
            seats.put(day.getYear(), allocated.quotas().getFirst());
        } else if (fact.event() instanceof LevelAllocated allocated) {
            allocated(allocated, day);
        } else if (fact.event() instanceof ApplicationEvent application) {
            applied(application, reason).ifPresent(what ->
                    moves.add(new Move(day, application.application().branch().value(), what)));
        } else if (fact.event() instanceof QuotaReallocated again) {
            moves.add(new Move(day, "five stars", "decision %d: a seat that came free goes to %s: %s".formatted(again.number(),
                    again.to().stream().map(BranchId::value).collect(Collectors.joining(", ")), reason)));
        } else if (fact.event() instanceof AssignmentCommitted assigned) {
            moves.add(new Move(day, "assessors", "assigned as proposed by rule, to %d applications".formatted(assigned.applications())));
        } else if (fact.event() instanceof AppealCarriedFurther further) {
            moves.add(new Move(day, further.branch().value(), "appeal taken to the next instance"));
        } else if (fact.event() instanceof TieResolved tie) {
            moves.add(new Move(day, "five stars", "a tie at the cut; the committee voted for " + tie.order().getFirst() + " before "
                    + tie.order().stream().skip(1).map(BranchId::value).collect(Collectors.joining(", ")) + ": " + tie.minutes()));
        } else if (fact.event() instanceof Downgraded down) {
            moves.add(new Move(down.from(), down.branch().value(), "downgraded from %s to %s: %s".formatted(down.was(),
                    down.to() == null ? "none" : down.to(), reason)));
        } else if (fact.event() instanceof StandingEvent.Note note) {
            noted(note, day).ifPresent(moves::add);
        } else if (fact.event() instanceof Suspended suspended) {
            moves.add(new Move(suspended.from(), suspended.branch().value(), "suspended until %s at the latest: %s".formatted(
                    suspended.lastDay(), reason)));
        } else if (fact.event() instanceof Reinstated back) {
            moves.add(new Move(back.from(), back.branch().value(), "reinstated with %s: %s".formatted(stars(back.level()), reason)));
        } else if (fact.event() instanceof AppealUpheld upheld) {
            moves.add(new Move(day, upheld.branch().value(), "appeal upheld, the decision is struck out: " + reason));
        } else if (fact.event() instanceof AppealDismissed dismissed) {
            moves.add(new Move(day, dismissed.branch().value(), "appeal dismissed, the decision stands: " + reason));
        }
    }

    private static Optional<String> applied(ApplicationEvent fact, String reason) {
        return switch (fact) {
            case ApplicationReturned back -> Optional.of("application returned until %s, for want of: %s".formatted(back.dueOn(),
                    String.join(", ", back.gaps())));
            case ApplicationHeld held -> Optional.of("application on hold (%s): %s".formatted(
                    held.linked() == null ? held.cause() : held.linked(), reason));
            case ApplicationResumed _ -> Optional.of("application goes on: " + reason);
            case SurveyTallied _ -> Optional.of("the members' ballots are counted; they were anonymous");
            case ReplyRecorded reply -> Optional.of("replied to the findings: " + reply.statement());
            case ReviewRated rated -> Optional.of("found the review of %s helpful: %d of 5".formatted(rated.assessor(), rated.helpful()));
            case ApplicationLapsed lapsed -> Optional.of("application lapsed: nothing came until " + lapsed.dueOn());
            case ObjectionDismissed _ -> Optional.of("objection dismissed: " + reason);
            case ObjectionUpheld _ -> Optional.of("objection upheld, the committee decides again: " + reason);
            case LevelDecided decided when !Objects.equals(decided.level(), decided.proposed().level()) ->
                    Optional.of("decided on %s instead of %s: %s".formatted(stars(decided.level()), stars(decided.proposed().level()),
                            reason));
            case ApplicationEvent _ -> Optional.empty();
        };
    }

    private static Optional<String> reorganised(Reorganised order) {
        return switch (order) {
            case BranchRenamed renamed -> Optional.of("renamed to %s by order ".formatted(renamed.name().en()));
            case BranchTransferred moved -> Optional.of("moved to %s by order ".formatted(moved.body()));
            case BranchesMerged merged -> Optional.of("took in %s by order ".formatted(
                    merged.of().stream().map(BranchId::value).collect(Collectors.joining(" and "))));
            case BranchSplit split -> Optional.of("split into %s by order ".formatted(
                    split.into().stream().map(BranchId::value).collect(Collectors.joining(" and "))));
            case BranchEnded ended -> ended.successors().isEmpty() ? Optional.of("abolished by order ") : Optional.empty();
        };
    }

    private static Optional<Move> noted(StandingEvent.Note note, LocalDate day) {
        String what = switch (note) {
            case VetoRecorded veto -> "a veto event of %s is recorded: %s".formatted(veto.factOn(), veto.statement());
            case CorrectionRequired required -> "must put right until %s: %s".formatted(required.dueOn(), required.demand());
            case CorrectionMissed missed -> "missed what was due on %s; %s must judge".formatted(missed.dueOn(),
                    missed.escalatedTo() == null ? "the scheme" : missed.escalatedTo());
            case BranchPaired pair -> "paired with %s: %s".formatted(pair.strong(), pair.purpose());
            case PairingEnded pair -> "no longer paired with %s: %s".formatted(pair.strong(), pair.result());
            case StandingEvent.Note _ -> "";
        };
        return what.isEmpty() ? Optional.empty() : Optional.of(new Move(day, note.branch().value(), what));
    }

    private void allocated(LevelAllocated allocated, LocalDate day) {
        switch (allocated.computed().reason()) {
            case "satisfaction_cap" -> moves.add(new Move(day, allocated.application().branch().value(),
                    stars(allocated.computed().level()) + " at most: the satisfaction of the masses lies below 60 %"));
            case "five_star_share" -> displaced.merge(day.getYear(), 1, Integer::sum);
            default -> { } // the points alone gave the level
        }
    }

    /** The whole table, for the console. */
    String print() {
        StringBuilder out = new StringBuilder("\nStars of the branches at the end of each year\n\n");
        out.append("          ★★★★★  ★★★★   ★★★    ★★     ★  none   up  down  five-star seats\n");
        changes.keySet().forEach(year -> out.append(year(year)).append('\n'));
        out.append("\nWhat moved, and why\n\n");
        moves.stream().sorted(Comparator.comparing(Move::on).thenComparing(Move::who).thenComparing(Move::what))
                .forEach(move -> out.append("  %s  %-10s  %s%n".formatted(move.on(), move.who(), move.what())));
        return out.toString();
    }

    private String year(int year) {
        Map<String, Long> held = ledgers.values().stream()
                .map(ledger -> ledger.on(LocalDate.of(year, 12, 31)).map(Entry::level).map(Level::code).orElse("none"))
                .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
        long none = branches(LocalDate.of(year, 12, 31)) - LEVELS.stream().mapToLong(level -> held.getOrDefault(level, 0L)).sum();
        Map<Change, Integer> moved = changes.getOrDefault(year, Map.of());
        Seats five = seats.get(year);
        return "  %d   ".formatted(year) + LEVELS.stream().map(level -> "%6d".formatted(held.getOrDefault(level, 0L)))
                .collect(Collectors.joining())
                + "%6d%5d%6d".formatted(none, moved.getOrDefault(Change.PROMOTED, 0), moved.getOrDefault(Change.LOWERED, 0))
                + (five == null ? "" : "  %d of %d taken, %d displaced"
                        .formatted(five.taken(), five.seats(), displaced.getOrDefault(year, 0)));
    }

    /** How many there are on a day. */
    private long branches(LocalDate day) {
        return since.entrySet().stream().filter(branch -> !branch.getValue().isAfter(day))
                .filter(branch -> ended.getOrDefault(branch.getKey(), LocalDate.MAX).isAfter(day)).count();
    }

    private static String stars(@Nullable Level level) {
        return level == null ? "no star" : IntStream.range(0, Integer.parseInt(level.code())).mapToObj(_ -> "★")
                .collect(Collectors.joining());
    }
}
