package asterism.query.web.panel;

import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.ApplicationId;
import asterism.events.BranchId;
import asterism.events.Label;
import asterism.events.Level;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.events.RoundEvent.QuotaTied;
import asterism.events.RoundEvent.TieResolved;
import asterism.policy.Directory;
import asterism.query.applications.ApplicationsQuestion;
import asterism.query.applications.ApplicationsQuestion.Head;
import asterism.query.applications.Dossier;
import asterism.query.applications.FactsQuestion;
import asterism.query.applications.FactsQuestion.Told;
import asterism.query.course.Stage;
import asterism.query.dashboard.DashboardQuestion;
import asterism.query.dashboard.DashboardQuestion.Round;
import asterism.query.directory.WhoIsWho;
import asterism.query.directory.WhoIsWho.Names;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import asterism.query.reading.Page;
import asterism.query.reading.Refused;
import asterism.query.reliability.ReliabilityQuestion;
import asterism.query.reliability.ReliabilityQuestion.FragileStar;
import asterism.query.schemes.Rubric;
import asterism.query.schemes.Rubric.Giver;
import asterism.query.schemes.Rubric.Item;
import asterism.query.schemes.SchemesQuestion;
import asterism.query.web.Declared;
import asterism.query.web.Me;
import asterism.query.web.Me.Person;
import asterism.query.web.panel.Strip.Given;
import asterism.query.web.panel.Strip.Scale;
import asterism.rating.Exact;
import asterism.rating.Procedure.Moderation;
import asterism.rating.Scheme;
import asterism.rating.Stated;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What a panel has before it when it decides. */
@Controller
@RequestMapping("/rounds/{id}/panel")
public class PanelPages {
    private static final int ROWS = 20;
    private static final Set<Post> PANEL = Set.of(Post.PANEL_CHAIR, Post.COMMITTEE_SECRETARY, Post.COMMITTEE_MEMBER, Post.ROUND_OFFICE,
            Post.AUDITOR, Post.DISCIPLINE_OFFICER);
    private final DashboardQuestion dashboard;
    private final ApplicationsQuestion applications;
    private final FactsQuestion facts;
    private final SchemesQuestion schemes;
    private final ReliabilityQuestion reliability;
    private final WhoIsWho who;
    private final Me me;

    PanelPages(DashboardQuestion dashboard, ApplicationsQuestion applications, FactsQuestion facts, SchemesQuestion schemes,
               ReliabilityQuestion reliability, WhoIsWho who, Me me) {
        this.dashboard = dashboard;
        this.applications = applications;
        this.facts = facts;
        this.schemes = schemes;
        this.reliability = reliability;
        this.who = who;
        this.me = me;
    }

    /** Whether it is a page of whoever holds these posts. */
    public static boolean isFor(Set<Post> held) {
        return held.stream().anyMatch(PANEL::contains);
    }

    /** Whether a case may be looked at. */
    public enum Sight { OPEN, TO_DECLARE, CLOSED }

    /** How many of the scores that were asked for are in. */
    public record In(int in, int of) {
    }

    /**
     * A case.
     *
     * @param in        sealed scores; none once they are open
     * @param strip     what the assessors gave; none until all is open
     * @param fragile   none where the star stands whoever judged
     * @param proposed  what the marks come to
     * @param placed    the seats of the round are given out
     * @param allocated what they made of it
     * @param reason    given with the decision
     * @param mayDecide whoever looks may decide it now
     */
    public record Row(Head head, Label name, Sight sight, @Nullable In in, @Nullable Strip strip, @Nullable FragileStar fragile,
                      @Nullable String proposed, boolean placed, @Nullable String allocated, @Nullable LevelDecided decided,
                      @Nullable String reason, List<Ground> grounds, boolean mayDecide) {

        /** What the rules recommend, as far as they have come. */
        public @Nullable String recommended() {
            return placed ? allocated : proposed;
        }

        public boolean departs() {
            return decided != null && !Objects.equals(code(decided.level()), code(decided.proposed().level()));
        }
    }

    /**
     * A tie at the cut, and the vote on it.
     *
     * @param order   the branches as they were voted; empty before the vote
     * @param minutes none before the vote
     */
    public record Vote(String quota, int seats, List<Label> tied, List<Label> order, List<String> voters, @Nullable String minutes) {
    }

    @GetMapping
    String panel(@PathVariable String id, @RequestParam(required = false) @Nullable Stage stage,
                 @RequestParam(required = false) @Nullable String after, Principal principal, HttpSession session, Model model) {
        Answer<Round> round = dashboard.round(id, Clocks.NOW);
        Person person = permitted(principal, round.at().today());
        Page<Head> cases = applications.of(id, stage, after, ROWS).answer();
        List<Row> rows = rows(cases.items(), person, session);
        Exact most = rows.isEmpty() ? Exact.ZERO : most(round.answer());
        model.addAttribute("round", round.answer()).addAttribute("stage", stage).addAttribute("rows", rows)
                .addAttribute("scale", Scale.of(rows.stream().flatMap(row -> Stream.ofNullable(row.strip())).toList(), most))
                .addAttribute("toDeclare", rows.stream().filter(row -> row.sight() == Sight.TO_DECLARE).toList())
                .addAttribute("mayDecide", rows.stream().anyMatch(Row::mayDecide)).addAttribute("votes", votes(id))
                .addAttribute("next", cases.next() == null ? null : address(id, stage, cases.next()))
                .addAttribute("first", after == null ? null : address(id, stage, null)).addAttribute("stand", round.at());
        return "panel";
    }

    /** Whoever judges says it of all cases of a page at once. */
    @PostMapping("/declaration")
    String declare(@PathVariable String id, @RequestParam List<String> application, Principal principal, HttpSession session) {
        permitted(principal, dashboard.round(id, Clocks.NOW).at().today());
        application.forEach(each -> Declared.declare(session, ApplicationId.of(each).toString()));
        return "redirect:/rounds/" + id + "/panel";
    }

    private Person permitted(Principal principal, LocalDate today) {
        Person person = me.on(principal, today);
        if (!isFor(person.held())) {
            throw Refused.forbidden("policy.denied", "None of your posts opens this page.");
        }
        return person;
    }

    private List<Row> rows(List<Head> cases, Person person, HttpSession session) {
        List<Head> open = cases.stream().filter(head -> sight(head, person, session) == Sight.OPEN).toList();
        List<String> ids = open.stream().map(Head::application).toList();
        Map<String, List<Told>> told = facts.told(ids.stream().map("application/"::concat).toList()).answer();
        Map<String, FragileStar> fragile = reliability.fragile(ids).answer();
        Names names = who.names();
        return cases.stream().map(head -> open.contains(head)
                ? row(head, new Dossier(told.getOrDefault("application/" + head.application(), List.of())),
                        fragile.get(head.application()), person, names)
                : new Row(head, head.name(), sight(head, person, session), null, null, null, null, false, null, null,
                        null, List.of(), false)).toList();
    }

    private static Sight sight(Head head, Person person, HttpSession session) {
        return !person.may("ReadEvidence", new BranchId(head.branch())) ? Sight.CLOSED
                : Declared.isLacking(person, session, head.application()) ? Sight.TO_DECLARE : Sight.OPEN;
    }

    private Row row(Head head, Dossier dossier, @Nullable FragileStar fragile, Person person, Names names) {
        Optional<Scheme> scheme = dossier.pin().flatMap(schemes::pinned);
        ScoreComputed computed = dossier.computed();
        List<String> seats = dossier.allocated() == null ? List.of() : dossier.allocated().trace();
        return new Row(head, head.name(), Sight.OPEN, in(dossier), scheme.flatMap(rules -> strip(dossier, rules, person, head, names))
                .orElse(null), fragile, dossier.proposed() == null ? null : code(dossier.proposed().computed().level()),
                dossier.allocated() != null, dossier.allocated() == null ? null : code(dossier.allocated().computed().level()),
                dossier.decided(),
                reason(dossier), computed == null ? List.of() : scheme.map(rules -> Ground.of(computed.trace(), seats, rules))
                .orElse(List.of()), head.stage() == Stage.DECISION && !head.held() && dossier.allocated() != null
                && person.may("Decide", new BranchId(head.branch())));
    }

    private static @Nullable String reason(Dossier dossier) {
        return dossier.facts().stream().filter(told -> told.event() instanceof LevelDecided).reduce((_, later) -> later)
                .map(told -> told.line().reason()).orElse(null);
    }

    private static @Nullable In in(Dossier dossier) {
        return dossier.panel() == null || !dossier.scores().isEmpty() ? null
                : new In(dossier.scored().size(), dossier.panel().assessors().size());
    }

    /** Empty until all scores are open, and where nothing that is asked is a number. */
    private static Optional<Strip> strip(Dossier dossier, Scheme scheme, Person person, Head head, Names names) {
        List<Item> asked = Rubric.of(scheme, person.directory().branch(new BranchId(head.branch())).map(branch -> branch.kind()).orElse(""))
                .askedOf(Giver.ASSESSOR);
        PersonId lead = dossier.panel() == null ? null : dossier.panel().lead();
        List<Given> given = dossier.scores().stream().flatMap(scores -> total(asked.stream()
                .map(item -> dossier.given(scores.assessor().value(), item.name())).toList())
                .map(total -> new Given(names.of(scores.assessor().value()).orElse(scores.assessor().value()),
                        scores.assessor().equals(lead), total)).stream()).toList();
        return given.isEmpty() ? Optional.empty() : Optional.of(Strip.of(given, most(asked), limit(scheme, asked)));
    }

    private static Optional<Exact> total(Collection<String> cells) {
        return cells.stream().flatMap(cell -> Exact.parse(cell).stream()).reduce(Exact::plus);
    }

    private static Exact most(List<Item> asked) {
        return asked.stream().flatMap(item -> Stream.ofNullable(item.most())).flatMap(most -> Exact.parse(most).stream())
                .reduce(Exact.ZERO, Exact::plus);
    }

    private Exact most(Round round) {
        return schemes.version(round.scheme(), round.version()).map(scheme -> (scheme.kinds().isEmpty() ? Stream.of("")
                : scheme.kinds().keySet().stream()).map(kind -> most(Rubric.of(scheme, kind).askedOf(Giver.ASSESSOR)))
                .reduce(Exact.ZERO, Exact::max)).orElse(Exact.ZERO);
    }

    /** What the scheme says of scores that lie too far apart, where they are of one input and it says so. */
    private static @Nullable Exact limit(Scheme scheme, List<Item> asked) {
        return asked.size() == 1 && scheme.procedure() != null && scheme.procedure().moderation() instanceof Stated.Is<Moderation>(var by)
                && by.spread() instanceof Stated.Is<Exact>(var spread) ? spread : null;
    }

    private List<Vote> votes(String round) {
        List<Told> told = facts.told("round/" + round).answer();
        Names names = who.names();
        Directory directory = who.directory();
        return told.stream().flatMap(fact -> fact.event() instanceof QuotaTied tied ? Stream.of(tied) : Stream.empty()).map(tied -> {
            TieResolved vote = told.stream().flatMap(fact -> fact.event() instanceof TieResolved resolved
                    && resolved.quota().equals(tied.quota()) ? Stream.of(resolved) : Stream.empty()).findFirst().orElse(null);
            return new Vote(tied.quota(), tied.seats(), tied.tied().stream().map(directory::name).toList(),
                    vote == null ? List.of() : vote.order().stream().map(directory::name).toList(),
                    vote == null ? List.of() : vote.voters().stream().map(person -> names.of(person.value()).orElse(person.value()))
                            .toList(),
                    vote == null ? null : vote.minutes());
        }).toList();
    }

    private static String address(String id, @Nullable Stage stage, @Nullable String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/rounds/" + id + "/panel");
        if (stage != null) {
            address.queryParam("stage", stage);
        }
        return after == null ? address.toUriString() : address.queryParam("after", after).toUriString();
    }

    private static @Nullable String code(@Nullable Level level) {
        return level == null ? null : level.code();
    }
}
