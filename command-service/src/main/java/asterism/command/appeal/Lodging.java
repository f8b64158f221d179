package asterism.command.appeal;

import static asterism.command.core.Decision.accept;
import static asterism.command.core.Decision.guard;
import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;
import static asterism.command.core.Decision.unknown;

import asterism.command.appeal.Appeal.Case;
import asterism.command.appeal.Appeal.Given;
import asterism.command.appeal.Appeal.Hearing;
import asterism.command.appeal.Appeal.State;
import asterism.command.appeal.AppealCommand.AdmitAppeal;
import asterism.command.appeal.AppealCommand.FindInadmissible;
import asterism.command.appeal.AppealCommand.LodgeAppeal;
import asterism.command.appeal.AppealCommand.SubmitAppealEvidence;
import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.events.AppealEvent.AppealAdmitted;
import asterism.events.AppealEvent.AppealAgainstRefusal;
import asterism.events.AppealEvent.AppealCarriedFurther;
import asterism.events.AppealEvent.AppealConfined;
import asterism.events.AppealEvent.AppealEffectStayed;
import asterism.events.AppealEvent.AppealEvidenceSubmitted;
import asterism.events.AppealEvent.AppealFoundInadmissible;
import asterism.events.AppealEvent.AppealLodged;
import asterism.events.Event;
import asterism.events.PersonId;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An appeal comes in and is admitted before a panel, or is turned away. */
final class Lodging {
    /** Fewest people who can judge an appeal: with fewer there is no majority. */
    private static final int PANEL = 3;

    private Lodging() {
    }

    static Decision lodge(LodgeAppeal lodge, Given given) {
        if (given.entry().isEmpty() && given.refused().isEmpty()) {
            return unknown("appeal.decision-unknown", "no such decision about the branch counts");
        }
        if (given.entry().filter(Entry::struck).isPresent()) {
            return refuse("appeal.struck-out", "that decision does not count already: it is struck out, or an appeal is pending");
        }
        if (given.hearing().isEmpty()) {
            return refuse("appeal.not-provided", "the scheme provides for no appeal");
        }
        if (given.until().filter(given.asked().today()::isAfter).isPresent()) {
            return refuse("appeal.too-late", "the time for this appeal is over");
        }
        return lodge(lodge, given.hearing().get(), given);
    }

    private static Decision lodge(LodgeAppeal lodge, Hearing hearing, Given given) {
        List<String> grounds = hearing.instance().grounds().value().orElse(List.of());
        if (!grounds.isEmpty() && !grounds.contains(lodge.ground())) {
            return invalid("ground", "appeal.ground-unknown", "the scheme knows no such ground");
        }
        if (hearing.instance().maxRequests().value().filter(most -> given.requests() >= most).isPresent()) {
            return refuse("appeal.too-many-requests", "this decision was appealed against before");
        }
        Optional<String> unknown = lodge.confined().stream().filter(given.unknown()::contains).findFirst();
        if (unknown.isPresent()) {
            return invalid("items", "appeal.item-unknown", "the contested decision rests on no mark for " + unknown.get());
        }
        AppealLodged lodged = new AppealLodged(lodge.appeal(), lodge.branch(), lodge.contested(), lodge.ground(), lodge.statement());
        return accept(Stream.of(Stream.<Event>of(lodged), Stream.ofNullable(hearing.after()).<Event>map(after ->
                        new AppealCarriedFurther(lodge.appeal(), lodge.branch(), after, hearing.instance().id())),
                given.refused().stream().<Event>map(application -> new AppealAgainstRefusal(lodge.appeal(), lodge.branch(), application)),
                lodge.confined().isEmpty() ? Stream.<Event>empty()
                        : Stream.<Event>of(new AppealConfined(lodge.appeal(), lodge.branch(), lodge.confined())))
                .flatMap(facts -> facts).toArray(Event[]::new));
    }

    static Decision evidence(Case as, SubmitAppealEvidence submit, Given given) {
        return given.hearing().flatMap(hearing -> hearing.instance().newEvidence().value()).orElse(false)
                ? accept(new AppealEvidenceSubmitted(submit.appeal(), as.branch(), submit.evidence(), submit.statement()))
                : refuse("appeal.no-new-evidence", "the scheme judges an appeal by what was known when the decision was made");
    }

    static Decision admit(State.Lodged lodged, AdmitAppeal admit, Given given) {
        Set<PersonId> panel = new HashSet<>(admit.panel());
        if (!given.people().biased().isEmpty()) {
            return guard("recusal.appeal-panel", "nobody judges an appeal against what they took part in, or of a branch they are tied to");
        }
        if (panel.size() < admit.panel().size() || panel.size() < PANEL) {
            return invalid("panel", "appeal.panel-too-small", "the panel needs at least three people, each named once");
        }
        if (!given.people().eligible().containsAll(panel)) {
            return invalid("panel", "appeal.not-on-a-panel", "only members of an appeal panel can be named");
        }
        if (!given.people().seated().containsAll(panel)) {
            return invalid("panel", "appeal.panel-of-another-body", "this instance is heard by people with a seat in the body that the"
                    + " scheme names");
        }
        return given.answerBy().map(day -> admitted(lodged.as(), admit, day, given))
                .orElseGet(() -> refuse("appeal.not-provided", "the scheme gives appeals no time for an answer"));
    }

    private static Decision admitted(Case as, AdmitAppeal admit, LocalDate answerBy, Given given) {
        boolean stays = given.hearing().flatMap(hearing -> hearing.instance().suspendsLevel().value()).orElse(false)
                && as.refused() == null;
        return accept(Stream.of(Stream.<Event>of(new AppealAdmitted(admit.appeal(), as.branch(), admit.panel(), answerBy)),
                Appeal.reminder(as, answerBy, given).stream(),
                stays ? Stream.<Event>of(new AppealEffectStayed(admit.appeal(), as.branch(), as.contested())) : Stream.<Event>empty())
                .flatMap(facts -> facts).toArray(Event[]::new));
    }

    /** Turning an appeal away answers it, so it is not for those whose own decision is contested. */
    static Decision turnAway(State.Lodged lodged, FindInadmissible find, Given given) {
        if (!given.people().biased().isEmpty()) {
            return guard("recusal.own-decision",
                    "nobody turns away an appeal against what they took part in, or of a branch they are tied to");
        }
        return given.asked().reason() == null
                ? Refusals.reasonRequired()
                : accept(new AppealFoundInadmissible(find.appeal(), lodged.as().branch(), find.code()));
    }
}
