package asterism.query.appeals;

import asterism.events.AppealEvent;
import asterism.events.AppealEvent.AppealAdmitted;
import asterism.events.AppealEvent.AppealDismissed;
import asterism.events.AppealEvent.AppealFoundInadmissible;
import asterism.events.AppealEvent.AppealLodged;
import asterism.events.AppealEvent.AppealUpheld;
import asterism.events.Event;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A row for each state an appeal was in. */
@Component
class AppealsProjection implements Projection {
    static final String NAME = "appeals";
    static final Table<Appeal> APPEAL = Table.of("appeal", Appeal.class, 2, "branch");

    /** Where an appeal stands. */
    enum State { LODGED, ADMITTED, INADMISSIBLE, DISMISSED, UPHELD }

    /**
     * @param panel  how many decide on it
     * @param code   why it was not admitted
     * @param reason the finding, as published
     */
    record Appeal(String appeal, long knownFrom, Instant knownFromAt, @Nullable Long knownTo, @Nullable Instant knownToAt, String branch,
                  String contested, String ground, State state, LocalDate lodgedOn, @Nullable LocalDate answerBy, int panel,
                  @Nullable LocalDate decidedOn, @Nullable String code, @Nullable String reason) implements Known.Version<Appeal> {

        @Override
        public Appeal known(long from, Instant fromAt, @Nullable Long to, @Nullable Instant toAt) {
            return new Appeal(appeal, from, fromAt, to, toAt, branch, contested, ground, state, lodgedOn, answerBy, panel, decidedOn,
                    code, reason);
        }

        Appeal admitted(AppealAdmitted how) {
            return new Appeal(appeal, knownFrom, knownFromAt, knownTo, knownToAt, branch, contested, ground, State.ADMITTED, lodgedOn,
                    how.answerBy(), how.panel().size(), null, null, null);
        }

        Appeal decided(State outcome, Fact by, @Nullable String why) {
            return new Appeal(appeal, knownFrom, knownFromAt, knownTo, knownToAt, branch, contested, ground, outcome, lodgedOn, answerBy,
                    panel, by.at().effectiveOn(), why, by.envelope().reason());
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
        return Branches.read(AppealLodged.class, AppealAdmitted.class, AppealFoundInadmissible.class, AppealDismissed.class,
                AppealUpheld.class);
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
                    lodged.contested().value(), lodged.ground(), State.LODGED, fact.at().effectiveOn(), null, 0, null, null, null),
                    fact.at(), rows);
        }
        Known.now(APPEAL, event.appeal().value(), rows).forEach(was -> {
            switch (event) {
                case AppealLodged _ -> {
                }
                case AppealAdmitted admitted -> Known.replace(APPEAL, was, was.admitted(admitted), fact.at(), rows);
                case AppealFoundInadmissible found ->
                        Known.replace(APPEAL, was, was.decided(State.INADMISSIBLE, fact, found.code()), fact.at(), rows);
                case AppealDismissed _ -> Known.replace(APPEAL, was, was.decided(State.DISMISSED, fact, null), fact.at(), rows);
                case AppealUpheld _ -> Known.replace(APPEAL, was, was.decided(State.UPHELD, fact, null), fact.at(), rows);
            }
        });
    }
}
