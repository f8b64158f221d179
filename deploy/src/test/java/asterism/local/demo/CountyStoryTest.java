package asterism.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import asterism.command.rules.RuleBook;
import asterism.command.rules.Rules;
import asterism.command.standing.Standing;
import asterism.events.AppealEvent.AppealCarriedFurther;
import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.ApplicationEvent.ApplicationLapsed;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.ApplicationReturned;
import asterism.events.ApplicationEvent.BallotCast;
import asterism.events.ApplicationEvent.HoldCause;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.ObjectionDismissed;
import asterism.events.ApplicationEvent.ObjectionUpheld;
import asterism.events.ApplicationEvent.ReplyRecorded;
import asterism.events.ApplicationEvent.ReviewRated;
import asterism.events.ApplicationEvent.SurveyTallied;
import asterism.events.BranchEvent.BranchEnded;
import asterism.events.BranchEvent.Reorganisation;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.Level;
import asterism.events.RoundEvent.AssignmentCommitted;
import asterism.events.RoundEvent.QuotaAllocated;
import asterism.events.RoundEvent.QuotaReallocated;
import asterism.events.RoundEvent.QuotaTied;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.RoundEvent.TieResolved;
import asterism.events.RoundId;
import asterism.events.StandingEvent.ApplicationsToHold;
import asterism.events.StandingEvent.BranchPaired;
import asterism.events.StandingEvent.CorrectionMissed;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.PracticeRecognised;
import asterism.events.StandingEvent.SuspensionOverdue;
import asterism.events.StandingEvent.VetoRecorded;
import asterism.events.StreamId;
import asterism.rating.Cohort.StillTied;
import asterism.rating.impact.Change;
import asterism.rating.whatif.Inputs;
import asterism.rating.whatif.Suppose;
import asterism.rating.whatif.WhatIf;
import asterism.rating.whatif.WhatIf.Report;
import asterism.standing.Fate;
import asterism.standing.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The county's three years, decided by the house's own deciders without any server. */
class CountyStoryTest {
    private static final MemoryHouse HOUSE = new MemoryHouse();

    @BeforeAll
    static void the_story_is_played() {
        new CountyStory(HOUSE, CountyStory.LAST_YEAR).play();
    }

    @Test
    void every_branch_that_applied_has_a_star_each_year_and_three_in_ten_have_five() {
        for (int year = CountyStory.FIRST_YEAR; year <= CountyStory.LAST_YEAR; year++) {
            int of = year;
            Collection<LevelGranted> stars = facts(LevelGranted.class).stream().filter(star -> star.from().getYear() == of)
                    .collect(Collectors.toMap(LevelGranted::branch, Function.identity(), (_, later) -> later)).values();
            assertThat(stars).as("without the one that lapsed").hasSize(year == CountyStory.FIRST_YEAR ? 110 : 111);
            assertThat(stars).filteredOn(star -> star.level().equals(new Level("5"))).hasSize(33);
        }
    }

    @Test
    void what_is_returned_and_completed_is_rated_and_what_is_not_lapses() {
        assertThat(facts(ApplicationReturned.class)).extracting(back -> back.application().toString())
                .containsExactlyInAnyOrder("r2024.b044", "r2024.b071");
        assertThat(facts(ApplicationLapsed.class)).extracting(lapsed -> lapsed.application().toString()).containsExactly("r2024.b071");
        assertThat(level("b044", LocalDate.of(2024, 12, 31))).isNotNull();
        assertThat(level("b071", LocalDate.of(2024, 12, 31))).isNull();
        assertThat(level("b071", LocalDate.of(2025, 12, 31))).as("the next year").isNotNull();
    }

    @Test
    void one_objection_changes_nothing_and_another_leads_to_a_lower_star() {
        assertThat(facts(ObjectionDismissed.class)).extracting(no -> no.application().toString()).containsExactly("r2025.b019");
        assertThat(facts(ObjectionUpheld.class)).extracting(yes -> yes.application().toString()).containsExactly("r2025.b035");
        assertThat(facts(LevelDecided.class)).filteredOn(decided -> decided.application().toString().equals("r2025.b035"))
                .extracting(LevelDecided::level).containsExactly(new Level("5"), new Level("4"));
        assertThat(level("b035", LocalDate.of(2025, 12, 31))).isEqualTo(new Level("4"));
    }

    @Test
    void the_committees_vote_breaks_the_tie_of_2025() {
        assertThat(facts(QuotaTied.class)).singleElement()
                .satisfies(tie -> assertThat(tie.tied()).containsExactly(new BranchId("b008"), new BranchId("b030")));
        assertThat(level("b030", LocalDate.of(2025, 12, 31))).isEqualTo(new Level("5"));
        assertThat(level("b008", LocalDate.of(2025, 12, 23))).isEqualTo(new Level("4"));
    }

    @Test
    void a_seat_that_comes_free_goes_to_whom_the_vote_left_without_by_a_numbered_decision() {
        assertThat(facts(QuotaReallocated.class)).singleElement().satisfies(again -> {
            assertThat(again.number()).isEqualTo(1);
            assertThat(again.to()).containsExactly(new BranchId("b008"));
        });
        assertThat(level("b008", LocalDate.of(2025, 12, 24))).isEqualTo(new Level("5"));
    }

    @Test
    void an_application_waits_for_a_complaint_members_vote_anonymously_and_a_branch_replies_in_public() {
        assertThat(facts(ApplicationHeld.class)).extracting(held -> held.application().toString()).containsExactly("r2025.b055",
                "r2026.b072");
        assertThat(facts(ApplicationResumed.class)).hasSize(2);
        assertThat(facts(BallotCast.class)).hasSize(9).allSatisfy(ballot ->
                assertThat(ballot.application().toString()).isEqualTo("r2025.b012"));
        assertThat(facts(SurveyTallied.class)).hasSize(1);
        assertThat(facts(ReplyRecorded.class)).extracting(reply -> reply.application().toString()).containsExactly("r2025.b061");
        assertThat(facts(ReviewRated.class)).extracting(rated -> rated.application().toString()).containsExactly("r2024.b044");
    }

    @Test
    void the_third_round_is_assessed_by_whom_the_rules_proposed() {
        assertThat(facts(AssignmentCommitted.class)).singleElement()
                .satisfies(assigned -> assertThat(assigned.applications()).isGreaterThan(100));
        assertThat(facts(AppealCarriedFurther.class)).as("and b017 goes to the second instance").extracting(AppealCarriedFurther::instance)
                .containsExactly("second_appeal");
    }

    @Test
    void an_upheld_appeal_restores_what_was_before_and_a_dismissed_one_does_not() {
        assertThat(facts(Downgraded.class)).extracting(down -> down.branch().value()).containsExactly("b052", "b088", "b017");
        assertThat(facts(DecisionStruckOut.class)).extracting(struck -> struck.branch().value()).containsExactly("b052");
        assertThat(level("b052", LocalDate.of(2025, 6, 1))).isEqualTo(level("b052", LocalDate.of(2025, 3, 1)));
        assertThat(level("b017", LocalDate.of(2026, 6, 1))).isEqualTo(new Level("3"));
    }

    @Test
    void a_veto_suspends_a_star_until_the_branch_is_cleared() {
        assertThat(facts(VetoRecorded.class).getFirst().factOn()).isEqualTo(LocalDate.of(2025, 5, 6));
        assertThat(level("b040", LocalDate.of(2025, 5, 11))).isEqualTo(new Level("4"));
        assertThat(level("b040", LocalDate.of(2025, 5, 12))).isNull();
        assertThat(level("b040", LocalDate.of(2025, 7, 7))).isEqualTo(new Level("4"));
        assertThat(facts(SuspensionOverdue.class)).as("it was lifted in time").isEmpty();
    }

    @Test
    void a_veto_while_a_branch_applies_holds_its_application_by_the_houses_own_reaction_until_it_is_cleared() {
        assertThat(facts(ApplicationsToHold.class)).singleElement().satisfies(wish -> {
            assertThat(wish.branch()).isEqualTo(new BranchId("b072"));
            assertThat(wish.applications()).extracting(String::valueOf).containsExactly("r2026.b072");
        });
        assertThat(facts(ApplicationHeld.class).getLast().cause()).isEqualTo(HoldCause.VETO);
        assertThat(level("b072", LocalDate.of(2026, 12, 31))).as("and it is rated with the others").isNotNull();
    }

    @Test
    void a_corrective_action_is_missed_by_the_alarm_and_goes_to_the_body_above() {
        assertThat(facts(CorrectionMissed.class)).singleElement().satisfies(missed -> {
            assertThat(missed.branch()).isEqualTo(new BranchId("b017"));
            assertThat(missed.dueOn()).isEqualTo(LocalDate.of(2026, 2, 12));
            assertThat(missed.escalatedTo()).isNotNull();
        });
    }

    @Test
    void two_weak_branches_are_paired_with_strong_ones_and_the_first_gains_a_star() {
        assertThat(facts(BranchPaired.class)).extracting(pair -> pair.branch().value(), pair -> pair.strong().value())
                .containsExactly(tuple("b023", "b001"), tuple("b061", "b005"));
        assertThat(facts(PracticeRecognised.class)).hasSize(2);
        assertThat(level("b023", LocalDate.of(2025, 12, 31))).isEqualTo(new Level("3"));
    }

    @Test
    void a_reorganised_county_loses_no_star_and_no_history() {
        assertThat(level("b103", LocalDate.of(2025, 1, 6))).as("renamed").isEqualTo(level("b103", LocalDate.of(2025, 1, 5))).isNotNull();
        assertThat(level("b108", LocalDate.of(2025, 1, 6))).as("moved").isEqualTo(level("b108", LocalDate.of(2025, 1, 5))).isNotNull();
        LocalDate merged = LocalDate.of(2026, 12, 17);
        Level lowest = Stream.of("b109", "b110", "b111").map(branch -> Objects.requireNonNull(level(branch, merged.minusDays(1))))
                .min(Comparator.comparing(Level::code)).orElseThrow();
        assertThat(level("b109", merged)).isEqualTo(lowest);
        assertThat(Stream.of("b110", "b111", "b107").map(branch -> level(branch, merged))).containsOnlyNulls();
        assertThat(level("b112", merged)).as("split off").isEqualTo(level("b106", merged)).isEqualTo(level("b106", merged.minusDays(1)));
        assertThat(facts(BranchEnded.class)).extracting(ended -> ended.branch().value()).containsExactlyInAnyOrder("b110", "b111", "b107");
    }

    @Test
    void low_satisfaction_allows_two_stars_at_most() {
        assertThat(level("b023", LocalDate.of(2024, 12, 31))).isIn(new Level("1"), new Level("2"));
    }

    @Test
    void the_printed_story_names_whatever_happened_and_begins_as_the_readme_shows() throws IOException {
        CountyReport report = new CountyReport();
        HOUSE.history().forEach(report::add);
        String story = report.print();
        assertThat(story).contains("b044        application returned until", "b071        application lapsed",
                "a tie at the cut; the committee voted for b030 before b008", "b019        objection dismissed",
                "b035        objection upheld", "b052        appeal upheld", "b017        appeal dismissed",
                "b017        appeal taken to the next instance", "b040        a veto event of 2025-05-06", "b040        suspended until",
                "b040        reinstated with", "b109        took in b110 and b111", "b106        split into b106 and b112",
                "b107        abolished by order", "b017        missed what was due on 2026-02-12", "b023        paired with b001",
                "b061        paired with b005");
        String shown = Files.readString(Path.of("../README.md"));
        int begin = shown.indexOf("Stars of the branches at the end of each year");
        assertThat(story.strip()).startsWith(shown.substring(begin, shown.indexOf("  …", begin)).strip());
    }

    private static Report whatIf(int year, Suppose... supposed) {
        RoundId round = new RoundId("r" + year);
        RoundOpened opened = facts(RoundOpened.class).stream().filter(each -> each.round().equals(round)).findFirst().orElseThrow();
        Rules rules = RuleBook.rules(opened.pin(), HOUSE::document);
        return WhatIf.of(Inputs.of(round, rules.scheme(), rules.procedure(), HOUSE.known(), HOUSE.head(), LocalDate.of(year, 12, 31)),
                List.of(supposed), () -> { });
    }

    @Test
    void where_nothing_is_supposed_each_round_is_ranked_byte_for_byte_as_the_house_ranked_it() {
        facts(QuotaAllocated.class).forEach(allocated -> {
            Report report = whatIf(Integer.parseInt(allocated.round().value().substring(1)));
            assertThat(report.ranking()).isEqualTo(allocated.ranking()).isEqualTo(report.supposedRanking());
            assertThat(report.impact().changes()).isEmpty();
        });
    }

    @Test
    void without_the_committees_vote_the_tie_is_open_again_and_the_tied_are_all_that_moves() {
        long vote = HOUSE.known().stream().filter(fact -> fact.event() instanceof TieResolved).findFirst().orElseThrow().position();
        assertThat(whatIf(2025, new Suppose.WithoutFact(vote)).impact().changes()).extracting(Change::unit, change -> change.to().reason())
                .containsExactlyInAnyOrder(tuple("b008", "TIE:five_star_share"), tuple("b030", "TIE:five_star_share"));
        assertThat(whatIf(2025, new Suppose.WithoutFact(vote), new Suppose.Ties("five_star_share", StillTied.ALL_OUT)).impact().changes())
                .extracting(Change::unit).containsExactly("b030");
    }

    @Test
    void after_the_merger_of_2026_the_star_would_be_another_by_another_policy() {
        assertThat(whatIf(2026).inherited()).isEmpty();
        assertThat(whatIf(2026, new Suppose.Reorganised(Reorganisation.MERGE, Fate.UNRATED)).inherited()).singleElement()
                .satisfies(star -> assertThat(star.branch()).isEqualTo(new BranchId("b109")))
                .satisfies(star -> assertThat(star.supposed()).isNull());
    }

    private static <F extends Event> List<F> facts(Class<F> kind) {
        return HOUSE.facts().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static @Nullable Level level(String branch, LocalDate day) {
        return HOUSE.state(new Standing(), StreamId.standing(new BranchId(branch))).ledger().on(day).map(Ledger.Entry::level).orElse(null);
    }
}
