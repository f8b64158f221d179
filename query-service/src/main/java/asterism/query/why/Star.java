package asterism.query.why;

import asterism.events.AppealEvent.AppealDecisionReplaced;
import asterism.events.AppealEvent;
import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.BranchEvent.Reorganised;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Fact;
import asterism.events.Label;
import asterism.events.Pin;
import asterism.events.RoundId;
import asterism.events.StandingEvent;
import asterism.events.StandingEvent.DecisionStayed;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.Expired;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.LevelReplaced;
import asterism.events.StandingEvent.PastLevelRecorded;
import asterism.events.StandingEvent.ProvisionalGranted;
import asterism.events.StandingEvent.Reinstated;
import asterism.events.StandingEvent.Ruling;
import asterism.events.StandingEvent.StarEnded;
import asterism.events.StandingEvent.Suspended;
import asterism.events.StandingEvent.Withdrawn;
import asterism.query.course.Case;
import asterism.query.facts.Schemes.Pinned;
import asterism.query.why.Node.Kind;
import asterism.standing.Ledger;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The star of a branch and everything it rests on: pure, from the facts about the branch as far as they were known.
 *
 * @param facts   about the branch, in the order of the journal
 * @param rounds  the facts of a round
 * @param schemes a pinned version; empty where its publication was not known
 */
record Star(BranchId branch, List<Fact> facts, Function<RoundId, List<Fact>> rounds, Function<Pin, Optional<Pinned>> schemes,
            Persons persons) {

    /** What does not build on another decision. */
    private static final Set<Ledger.Kind> GROUND = EnumSet.of(Ledger.Kind.AWARD, Ledger.Kind.PROVISIONAL, Ledger.Kind.PAST,
            Ledger.Kind.REPLACEMENT);

    /** The tree for a day. */
    Node on(LocalDate day) {
        Ledger ledger = ledger(facts);
        Optional<Entry> holds = ledger.on(day);
        List<Node> reasons = new ArrayList<>(chain(ledger, day).stream().map(this::ruling).toList());
        ledger.entries().stream().filter(entry -> entry.struck() && !entry.from().isAfter(day)).map(this::struck).forEach(reasons::add);
        return Node.of(Kind.STAR, branch.value(), holds.map(Entry::level).map(Award::code).orElse(null))
                .detail("kind", holds.map(Entry::kind).orElse(null)).detail("from", holds.map(Entry::from).orElse(null))
                .detail("lastDay", holds.map(Entry::lastDay).orElse(null)).because(reasons);
    }

    static Ledger ledger(List<Fact> facts) {
        Ledger ledger = Ledger.EMPTY;
        for (Fact fact : facts) {
            if (fact.event() instanceof StandingEvent event) {
                ledger = ledger.with(event);
            }
        }
        return ledger;
    }

    /** What counts on that day, the latest first, back to what the rest builds on. */
    private static List<Entry> chain(Ledger ledger, LocalDate day) {
        List<Entry> standing = ledger.entries().stream().filter(entry -> !entry.struck() && !entry.from().isAfter(day))
                .sorted(Comparator.comparing(Entry::from)).toList().reversed();
        List<Entry> chain = new ArrayList<>();
        for (Entry entry : standing) {
            chain.add(entry);
            if (GROUND.contains(entry.kind())) {
                break;
            }
        }
        return chain;
    }

    /** Struck out, or out of force while an appeal is pending. */
    private Node struck(Entry entry) {
        Optional<Fact> out = facts.stream().filter(fact -> fact.event() instanceof DecisionStruckOut struck
                && struck.struck().equals(entry.because())).findFirst();
        Optional<Fact> why = out.or(() -> facts.stream().filter(fact -> fact.event() instanceof DecisionStayed stayed
                && stayed.stayed().equals(entry.because())).reduce((_, later) -> later));
        Node node = Node.of(out.isPresent() ? Kind.STRUCK_OUT : Kind.STAYED, entry.because().value(), Award.code(entry.level()));
        return why.map(fact -> acted(node, fact)).orElse(node)
                .because(Stream.concat(appeals(entry.because()).stream(), Stream.of(ruling(entry))).toList());
    }

    private Node ruling(Entry entry) {
        Fact fact = facts.stream().filter(each -> each.event() instanceof Ruling ruling && ruling.decision().equals(entry.because()))
                .findFirst().orElseThrow();
        Node node = acted(Node.of(Kind.RULING, entry.because().value(), Award.code(entry.level())), fact).detail("kind", entry.kind())
                .detail("from", entry.from()).detail("lastDay", entry.lastDay());
        List<Node> appeals = entry.struck() ? List.of() : appeals(entry.because());
        return switch ((Ruling) fact.event()) {
            case LevelGranted granted -> node.detail("change", granted.change()).because(Stream.concat(appeals.stream(),
                    award(granted, fact).stream()).toList());
            case ProvisionalGranted granted -> node.detail("ground", granted.ground()).because(Stream.concat(appeals.stream(),
                    reorganisations(granted.from()).stream()).toList());
            case PastLevelRecorded past -> node.detail("source", past.source()).because(appeals);
            case StarEnded ended -> node.was(Award.code(ended.was())).detail("ground", ended.because())
                    .because(reorganisations(ended.from()));
            case Downgraded down -> node.was(down.was().code()).detail("ground", down.ground()).detail("factOn", down.factOn())
                    .because(appeals);
            case Suspended suspended -> node.was(suspended.was().code()).detail("ground", suspended.ground())
                    .detail("factOn", suspended.factOn()).because(appeals);
            case Withdrawn withdrawn -> node.was(Award.code(withdrawn.was())).detail("ground", withdrawn.ground())
                    .detail("factOn", withdrawn.factOn()).because(appeals);
            case LevelReplaced replaced -> node.detail("replaces", replaced.struck().value()).because(replacement(replaced));
            case Reinstated _ -> node.because(appeals);
            case Expired expired -> node.was(Award.code(expired.was()));
        };
    }

    /** What the appeal made of the marks, step by step, where it went by them. */
    private List<Node> replacement(LevelReplaced by) {
        Optional<Clauses> clauses = facts.stream().map(Fact::event).filter(LevelGranted.class::isInstance).map(LevelGranted.class::cast)
                .filter(granted -> granted.decision().equals(by.struck())).findFirst().flatMap(this::decidedIn).flatMap(this::clauses);
        return facts.stream().flatMap(fact -> fact.event() instanceof AppealDecisionReplaced how && how.decision().equals(by.decision())
                ? Stream.of(acted(Node.of(Kind.APPEAL, how.appeal().value(), "REPLACED"), fact).because(clauses
                        .map(cited -> Account.of(how.trace(), cited, fact, (name, value) -> cited.cite(
                                Node.of(Kind.INPUT, name, value), name).said(fact)).steps()).orElse(List.of())))
                : Stream.<Node>empty()).toList();
    }

    private Optional<Case> decidedIn(LevelGranted granted) {
        return Case.of(facts).stream().filter(each -> each.application().equals(granted.application())).findFirst();
    }

    private Optional<Clauses> clauses(Case found) {
        return found.pin().flatMap(schemes).map(Clauses::new);
    }

    private Optional<Node> award(LevelGranted granted, Fact fact) {
        return decidedIn(granted).flatMap(found -> {
            Clauses clauses = clauses(found).orElse(null);
            return new Award(found, rounds.apply(granted.application().round()), clauses, persons, prior(found, fact))
                    .decision(granted.decision());
        });
    }

    /** What stood when the score was worked out: only that ruling, not again what it rests on. */
    private @Nullable Node prior(Case found, Fact granted) {
        Fact when = found.last(ScoreComputed.class).map(Case.Found::fact).orElse(granted);
        Optional<Entry> held = ledger(facts.stream().filter(fact -> fact.at().position() < when.at().position()).toList())
                .on(when.at().effectiveOn());
        return held.map(entry -> ruling(entry).because(List.of())).map(ruling -> new Node(Kind.PRIOR_LEVEL, ruling.id(), null,
                ruling.value(), null, null, ruling.by(), ruling.details(), ruling.fact(), List.of())).orElse(null);
    }

    private List<Node> reorganisations(LocalDate from) {
        return facts.stream().flatMap(fact -> fact.event() instanceof Reorganised order && !order.from().isAfter(from)
                ? Stream.of(acted(Node.of(Kind.REORGANISATION, order.getClass().getSimpleName(), null), fact)
                        .detail("approval", order.approval()).detail("from", order.from()))
                : Stream.<Node>empty()).toList();
    }

    /** The appeals against a decision, and what came of them. */
    private List<Node> appeals(DecisionId contested) {
        return facts.stream().flatMap(fact -> fact.event() instanceof AppealEvent.AppealLodged lodged
                && lodged.contested().equals(contested) ? Stream.of(appeal(lodged, fact)) : Stream.<Node>empty()).toList();
    }

    private Node appeal(AppealEvent.AppealLodged lodged, Fact fact) {
        Node node = acted(Node.of(Kind.APPEAL, lodged.appeal().value(), null), fact).detail("ground", lodged.ground());
        return node.because(facts.stream().flatMap(later -> later.event() instanceof AppealEvent event
                && event.appeal().equals(lodged.appeal()) ? outcome(event, later).stream() : Stream.<Node>empty()).toList());
    }

    private Optional<Node> outcome(AppealEvent event, Fact fact) {
        return Optional.ofNullable(switch (event) {
            case AppealEvent.AppealLodged _ -> null;
            case AppealEvent.AppealAdmitted admitted -> acted(Node.of(Kind.APPEAL, event.appeal().value(), "ADMITTED"), fact)
                    .detail("answerBy", admitted.answerBy());
            case AppealEvent.AppealFoundInadmissible inadmissible -> acted(
                    Node.of(Kind.APPEAL, event.appeal().value(), "INADMISSIBLE"), fact).detail("code", inadmissible.code());
            case AppealEvent.AppealDismissed _ -> acted(Node.of(Kind.APPEAL, event.appeal().value(), "DISMISSED"), fact);
            case AppealEvent.AppealCarriedFurther further -> acted(Node.of(Kind.APPEAL, event.appeal().value(), "CARRIED_FURTHER"), fact)
                    .detail("instance", further.instance()).detail("after", further.after().value());
            case AppealEvent.AppealEvidenceSubmitted more -> acted(Node.of(Kind.APPEAL, event.appeal().value(), "EVIDENCE"), fact)
                    .because(more.evidence().stream().map(file -> Node.of(Kind.EVIDENCE, file.sha256(), null)
                            .labelled(new Label(file.title(), file.title())).said(fact)).toList());
            case AppealEvent.AppealEffectStayed _ -> acted(Node.of(Kind.APPEAL, event.appeal().value(), "STAYED"), fact);
            case AppealEvent.AppealAnswerOverdue late -> acted(Node.of(Kind.APPEAL, event.appeal().value(), "OVERDUE"), fact)
                    .detail("dueOn", late.dueOn());
            case AppealEvent.AppealDecisionReplaced how -> acted(Node.of(Kind.APPEAL, event.appeal().value(), "REPLACED"), fact)
                    .detail("level", Award.code(how.level()));
            case AppealEvent.AppealAnswerRecounted _, AppealEvent.AppealReaddressed _, AppealEvent.AppealReminderSet _,
                 AppealEvent.AppealOwnerReminded _, AppealEvent.AppealAgainstRefusal _, AppealEvent.AppealConfined _,
                 AppealEvent.RefusalFell _ -> null;
            case AppealEvent.AppealUpheld _ -> acted(Node.of(Kind.APPEAL, event.appeal().value(), "UPHELD"), fact);
        });
    }

    private Node acted(Node node, Fact fact) {
        return node.noted(fact.envelope().reason()).by(persons.of(fact.envelope().actor())).said(fact);
    }
}
