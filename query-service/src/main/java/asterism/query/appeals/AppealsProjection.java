package asterism.query.appeals;

import asterism.events.AppealEvent;
import asterism.events.AppealEvent.AppealAdmitted;
import asterism.events.AppealEvent.AppealAgainstRefusal;
import asterism.events.AppealEvent.AppealAnswerOverdue;
import asterism.events.AppealEvent.AppealAnswerRecounted;
import asterism.events.AppealEvent.AppealCarriedFurther;
import asterism.events.AppealEvent.AppealConfined;
import asterism.events.AppealEvent.AppealDecisionReplaced;
import asterism.events.AppealEvent.AppealDismissed;
import asterism.events.AppealEvent.AppealEffectStayed;
import asterism.events.AppealEvent.AppealEvidenceSubmitted;
import asterism.events.AppealEvent.AppealFoundInadmissible;
import asterism.events.AppealEvent.AppealLodged;
import asterism.events.AppealEvent.AppealOwnerReminded;
import asterism.events.AppealEvent.AppealReaddressed;
import asterism.events.AppealEvent.AppealReminderSet;
import asterism.events.AppealEvent.AppealUpheld;
import asterism.events.AppealEvent.RefusalFell;
import asterism.events.Event;
import asterism.events.EventTypes;
import asterism.events.Fact;
import asterism.query.branches.Branches;
import asterism.query.known.Known;
import asterism.query.projecting.Projection;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A row for each state an appeal was in. */
@Component
class AppealsProjection implements Projection {
    static final String NAME = "appeals";
    static final Table<Appeal> APPEAL = Table.of("appeal", Appeal.class, 2, "branch");

    /** Where an appeal stands. */
    enum State { LODGED, ADMITTED, INADMISSIBLE, DISMISSED, UPHELD, REPLACED }

    /**
     * @param instance    by its id in the scheme; none for the first
     * @param after       the appeal that was dismissed in the instance before
     * @param stays       the contested decision is out of force meanwhile
     * @param panel       how many decide on it
     * @param escalatedTo the body that sees to it, as the answer is late
     * @param code        why it was not admitted
     * @param reason      the finding, as published
     */
    record Appeal(String appeal, long knownFrom, Instant knownFromAt, @Nullable Long knownTo, @Nullable Instant knownToAt, String branch,
                  String contested, String ground, State state, LocalDate lodgedOn, @Nullable String instance, @Nullable String after,
                  boolean stays, @Nullable LocalDate answerBy, int panel, @Nullable String escalatedTo, @Nullable LocalDate decidedOn,
                  @Nullable String code, @Nullable String reason) implements Known.Version<Appeal> {

        @Override
        public Appeal known(long from, Instant fromAt, @Nullable Long to, @Nullable Instant toAt) {
            return new Appeal(appeal, from, fromAt, to, toAt, branch, contested, ground, state, lodgedOn, instance, after, stays,
                    answerBy, panel, escalatedTo, decidedOn, code, reason);
        }

        Appeal further(AppealCarriedFurther how) {
            return new Appeal(appeal, knownFrom, knownFromAt, knownTo, knownToAt, branch, contested, ground, state, lodgedOn,
                    how.instance(), how.after().value(), stays, answerBy, panel, escalatedTo, decidedOn, code, reason);
        }

        Appeal stayed() {
            return new Appeal(appeal, knownFrom, knownFromAt, knownTo, knownToAt, branch, contested, ground, state, lodgedOn, instance,
                    after, true, answerBy, panel, escalatedTo, decidedOn, code, reason);
        }

        Appeal admitted(AppealAdmitted how) {
            return new Appeal(appeal, knownFrom, knownFromAt, knownTo, knownToAt, branch, contested, ground, State.ADMITTED, lodgedOn,
                    instance, after, stays, how.answerBy(), how.panel().size(), escalatedTo, decidedOn, code, reason);
        }

        Appeal answer(LocalDate by, @Nullable String above) {
            return new Appeal(appeal, knownFrom, knownFromAt, knownTo, knownToAt, branch, contested, ground, state, lodgedOn, instance,
                    after, stays, by, panel, above, decidedOn, code, reason);
        }

        Appeal decided(State outcome, Fact by, @Nullable String why) {
            return new Appeal(appeal, knownFrom, knownFromAt, knownTo, knownToAt, branch, contested, ground, outcome, lodgedOn, instance,
                    after, false, answerBy, panel, escalatedTo, by.at().effectiveOn(), why, by.envelope().reason());
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(Branches.TABLE, APPEAL);
    }

    @Override
    public Set<Class<? extends Event>> reads() {
        return Stream.concat(Branches.read().stream(), EventTypes.all().stream().filter(AppealEvent.class::isAssignableFrom))
                .collect(Collectors.toSet());
    }

    @Override
    public void fold(Fact fact, Rows rows) {
        if (fact.event() instanceof AppealEvent event) {
            fold(event, fact, rows);
        } else {
            Branches.fold(fact.event(), rows);
        }
    }

    private static void fold(AppealEvent event, Fact fact, Rows rows) {
        if (event instanceof AppealLodged lodged) {
            Known.begin(APPEAL, new Appeal(lodged.appeal().value(), 0, fact.at().recordedAt(), null, null, lodged.branch().value(),
                    lodged.contested().value(), lodged.ground(), State.LODGED, fact.at().effectiveOn(), null, null, false, null, 0, null,
                    null, null, null),
                    fact.at(), rows);
        }
        Known.now(APPEAL, event.appeal().value(), rows).forEach(was -> {
            Appeal now = after(was, event, fact);
            if (!now.equals(was)) {
                Known.replace(APPEAL, was, now, fact.at(), rows);
            }
        });
    }

    private static Appeal after(Appeal was, AppealEvent event, Fact fact) {
        return switch (event) {
            case AppealLodged _, AppealEvidenceSubmitted _, AppealReaddressed _, AppealReminderSet _, AppealOwnerReminded _,
                 AppealAgainstRefusal _, AppealConfined _, RefusalFell _ -> was;
            case AppealCarriedFurther further -> was.further(further);
            case AppealEffectStayed _ -> was.stayed();
            case AppealAdmitted admitted -> was.admitted(admitted);
            case AppealAnswerRecounted day -> was.answer(day.answerBy(), was.escalatedTo());
            case AppealAnswerOverdue late -> was.answer(late.dueOn(), late.escalatedTo() == null ? null : late.escalatedTo().value());
            case AppealFoundInadmissible found -> was.decided(State.INADMISSIBLE, fact, found.code());
            case AppealDismissed _ -> was.decided(State.DISMISSED, fact, null);
            case AppealUpheld _ -> was.decided(State.UPHELD, fact, null);
            case AppealDecisionReplaced _ -> was.decided(State.REPLACED, fact, null);
        };
    }
}
