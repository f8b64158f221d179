package asterism.query.why;

import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.LevelAllocated;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.LevelProposed;
import asterism.events.ApplicationEvent.NoticeClosed;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.ObjectionDismissed;
import asterism.events.ApplicationEvent.ObjectionRaised;
import asterism.events.ApplicationEvent.ObjectionUpheld;
import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.DecisionId;
import asterism.events.Event;
import asterism.events.Fact;
import asterism.events.Level;
import asterism.events.ObjectionId;
import asterism.events.RoundEvent.QuotaReallocated;
import asterism.events.RoundEvent.QuotaTied;
import asterism.events.RoundEvent.TieResolved;
import asterism.query.course.Case;
import asterism.query.course.Case.Found;
import asterism.query.why.Node.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an application came to its decision.
 *
 * @param round   the facts of its round
 * @param clauses of the scheme it is pinned to; none where its publication was not known
 */
record Award(Case of, List<Fact> round, @Nullable Clauses clauses, Persons persons, @Nullable Node prior) {

    /** That decision and what it rests on; empty where these facts hold none of that id. */
    Optional<Node> decision(DecisionId decision) {
        return of.all(LevelDecided.class).stream().filter(decided -> decided.event().decision().equals(decision)).findFirst()
                .map(this::decision);
    }

    private Node decision(Found<LevelDecided> decided) {
        List<Node> reasons = new ArrayList<>(decided.event().present().stream()
                .map(member -> Node.of(Kind.MEMBER, "present", null).by(persons.of(member)).said(decided.fact())).toList());
        notice(decided.fact()).ifPresent(reasons::add);
        allocation(decided.fact()).or(this::proposal).ifPresent(reasons::add);
        return acted(Node.of(Kind.DECISION, decided.event().decision().value(), code(decided.event().level())), decided.fact())
                .was(code(decided.event().proposed().level())).because(reasons);
    }

    private Optional<Node> notice(Fact decided) {
        return of.all(NoticePosted.class).stream().filter(posted -> posted.fact().at().position() > decided.at().position()).findFirst()
                .map(posted -> Node.of(Kind.NOTICE, of.application().toString(), null)
                        .detail("postedOn", posted.event().postedOn()).detail("lastDay", posted.event().lastDay())
                        .detail("closedAt", of.last(NoticeClosed.class).map(closed -> closed.fact().at().position()).orElse(null))
                        .said(posted.fact()).because(objections()));
    }

    private List<Node> objections() {
        return of.all(ObjectionRaised.class).stream().map(raised -> {
            Optional<Fact> answer = answer(raised.event().objection());
            Node node = Node.of(Kind.OBJECTION, raised.event().objection().value(), null).said(raised.fact());
            return answer.map(fact -> node.because(List.of(acted(Node.of(Kind.OBJECTION, raised.event().objection().value(),
                    fact.event() instanceof ObjectionUpheld ? "UPHELD" : "DISMISSED"), fact)))).orElse(node);
        }).toList();
    }

    private Optional<Fact> answer(ObjectionId objection) {
        return of.facts().stream().filter(fact -> (fact.event() instanceof ObjectionUpheld upheld && upheld.objection().equals(objection))
                || (fact.event() instanceof ObjectionDismissed dismissed && dismissed.objection().equals(objection))).findFirst();
    }

    private Optional<Node> allocation(Fact decided) {
        return of.all(LevelAllocated.class).stream().filter(found -> found.fact().at().position() < decided.at().position())
                .reduce((_, later) -> later).map(this::allocation);
    }

    private Node allocation(Found<LevelAllocated> allocated) {
        List<Node> reasons = new ArrayList<>();
        if (clauses != null) {
            reasons.addAll(Account.of(allocated.event().trace(), clauses, allocated.fact(), inputs(clauses)::node).quotas());
        }
        reasons.addAll(ties());
        proposal().ifPresent(reasons::add);
        return acted(Node.of(Kind.ALLOCATION, of.application().round().value(), code(allocated.event().computed().level())),
                allocated.fact()).was(of.last(LevelProposed.class).map(found -> code(found.event().computed().level())).orElse(null))
                .detail("outcome", allocated.event().computed().outcome()).detail("reason", allocated.event().computed().reason())
                .detail("ranking", allocated.event().ranking()).because(reasons);
    }

    private List<Node> ties() {
        return round.stream().flatMap(fact -> switch (fact.event()) {
            case QuotaTied tied when tied.tied().contains(of.application().branch()) -> Stream.of(Node.of(Kind.TIE, tied.quota(), null)
                    .detail("seats", tied.seats()).detail("tied", tied.tied().size()).said(fact));
            case TieResolved resolved when resolved.order().contains(of.application().branch()) -> Stream.of(Node.of(Kind.TIE,
                    resolved.quota(), Integer.toString(resolved.order().indexOf(of.application().branch()) + 1))
                    .detail("minutes", resolved.minutes()).said(fact).because(resolved.voters().stream()
                            .map(voter -> Node.of(Kind.MEMBER, "voter", null).by(persons.of(voter)).said(fact)).toList()));
            case QuotaReallocated again when again.to().contains(of.application().branch()) -> Stream.of(acted(
                    Node.of(Kind.REALLOCATION, again.quota(), Integer.toString(again.number())), fact)
                    .detail("free", again.free()).detail("minutes", again.minutes()));
            case Event _ -> Stream.<Node>empty();
        }).toList();
    }

    private Optional<Node> proposal() {
        return of.last(LevelProposed.class).map(proposed -> acted(Node.of(Kind.PROPOSAL, of.application().toString(),
                code(proposed.event().computed().level())), proposed.fact()).because(computation().stream().toList()))
                .or(this::computation);
    }

    private Optional<Node> computation() {
        return of.last(ScoreComputed.class).map(computed -> {
            Node node = acted(Node.of(Kind.COMPUTATION, of.application().toString(), code(computed.event().computed().level())),
                    computed.fact()).detail("outcome", computed.event().computed().outcome())
                    .detail("reason", computed.event().computed().reason());
            return clauses == null ? node : node.because(Stream.concat(Stream.of(clauses.document()),
                    Account.of(computed.event().trace(), clauses, computed.fact(), inputs(clauses)::node).steps().stream()).toList());
        });
    }

    private Inputs inputs(Clauses cited) {
        Fact panel = of.last(AssessorsAssigned.class).map(Found::fact).orElse(null);
        return new Inputs(of, cited, persons, prior, panel, round);
    }

    private Node acted(Node node, Fact fact) {
        return node.noted(fact.envelope().reason()).by(persons.of(fact.envelope().actor())).said(fact);
    }

    static @Nullable String code(@Nullable Level level) {
        return level == null ? null : level.code();
    }
}
