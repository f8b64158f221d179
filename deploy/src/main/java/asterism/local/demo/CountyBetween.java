package asterism.local.demo;

import asterism.command.branch.BranchCommand.AbolishBranch;
import asterism.command.branch.BranchCommand.MergeBranches;
import asterism.command.branch.BranchCommand.RegisterBranch;
import asterism.command.branch.BranchCommand.RenameBranch;
import asterism.command.branch.BranchCommand.SplitBranch;
import asterism.command.branch.BranchCommand.TransferBranch;
import asterism.command.standing.StandingCommand.CloseSurveillance;
import asterism.command.standing.StandingCommand.EndPairing;
import asterism.command.standing.StandingCommand.OpenSurveillance;
import asterism.command.standing.StandingCommand.PairBranch;
import asterism.command.standing.StandingCommand.RecheckCorrection;
import asterism.command.standing.StandingCommand.RecognisePractice;
import asterism.command.standing.StandingCommand.RecordVeto;
import asterism.command.standing.StandingCommand.ReinstateStar;
import asterism.command.standing.StandingCommand.RequireCorrection;
import asterism.command.standing.StandingCommand.ShowCorrection;
import asterism.command.standing.StandingCommand.SuspendStar;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.Label;
import asterism.events.StandingEvent.Occasion;
import asterism.events.StandingEvent.Outcome;
import asterism.local.demo.DemoFolder.Row;
import java.time.LocalDate;
import java.util.List;

/** What happens to the stars of the county between two rounds. */
final class CountyBetween {
    private final Cast cast;
    private final World world;

    CountyBetween(Cast cast, World world) {
        this.cast = cast;
        this.world = world;
    }

    /** A strong branch's way of working becomes an example, and the branch helps a weak one. */
    void pair(String weak, String strong, String practice, LocalDate on) {
        cast.on(on);
        cast.ask("office", "recognise-" + practice, new RecognisePractice(new BranchId(strong), "base", practice, List.of()));
        cast.ask("office", "pair", new PairBranch(new BranchId(weak), new BranchId(strong), practice, on));
        world.tell("%d: %s, a five-star branch, is paired with %s to hand on what it does well: %s".formatted(
                on.getYear(), strong, weak, practice));
    }

    void endPairing(String weak, String strong, String result) {
        cast.ask("office", "end-pairing", new EndPairing(new BranchId(weak), new BranchId(strong), result));
    }

    /** An event that bars stars becomes known; the star is suspended until it is clear whether the branch had a part in it. */
    void vetoAndSuspension(String branch, LocalDate known) {
        BranchId id = new BranchId(branch);
        LocalDate happened = known.minusDays(6);
        cast.on(known);
        cast.ask("discipline", "veto", new RecordVeto(id, "discipline", happened, List.of(), "支部一名党员受到党纪立案审查"));
        cast.ask("discipline", "suspend", "立案审查期间暂停使用星级",
                new SuspendStar(id, "veto", happened, known, known.plusMonths(4).minusDays(1)));
        LocalDate cleared = known.plusWeeks(8);
        cast.on(cleared);
        cast.ask("committee-secretary", "reinstate", "审查结论：与支部履责无关", new ReinstateStar(id, cleared));
        world.tell("%d: after a veto event the star of %s was suspended, and reinstated when it was cleared".formatted(
                known.getYear(), branch));
    }

    /** An order of the county: a branch gets another name, another one another body. Their stars stay as they are. */
    void renameAndMove(String renamed, Label name, String moved, String body, LocalDate on) {
        String order = "云编〔%d〕1号".formatted(on.getYear());
        cast.on(on);
        cast.ask("office", "rename", new RenameBranch(new BranchId(renamed), name, order, on));
        cast.ask("office", "move", new TransferBranch(new BranchId(moved), new BodyId(body), order, on));
        world.settle();
        world.tell("%d: %s was renamed and %s moved to another agency; their stars and their history go with them".formatted(
                on.getYear(), renamed, moved));
    }

    /** Two branches are merged into a third and one is abolished; what they were stays on record. */
    void mergeAndAbolish(String into, List<String> merged, String abolished, LocalDate on) {
        String order = "云编〔%d〕7号".formatted(on.getYear());
        cast.on(on);
        cast.ask("office", "merge", new MergeBranches(new BranchId(into), merged.stream().map(BranchId::new).toList(), order, on));
        cast.ask("office", "abolish", new AbolishBranch(new BranchId(abolished), order, on));
        world.settle();
        world.tell("%d: %s were merged into %s, which has the lowest of their stars until it is assessed; %s was abolished".formatted(
                on.getYear(), String.join(" and ", merged), into, abolished));
    }

    /** A branch that has grown is split in two; each has its star until it is assessed. */
    void split(String branch, String other, Label name, LocalDate on) {
        Row of = DemoFolder.table("branches.csv", "branch").of(branch);
        cast.on(on);
        cast.ask("office", "register", new RegisterBranch(new BranchId(other), new BodyId(of.get("body")), of.get("kind"), name, on));
        cast.ask("office", "split", new SplitBranch(new BranchId(branch), List.of(new BranchId(branch), new BranchId(other)),
                "云编〔%d〕8号".formatted(on.getYear()), on));
        world.settle();
        world.tell("%d: %s was split; %s is new, and both have its star until they are assessed".formatted(on.getYear(), branch, other));
    }

    /** The yearly review finds something to put right; its deadline passes, and what comes late does not undo that. */
    void correctionMissed(String branch, String secretary, LocalDate reviewed) {
        BranchId id = new BranchId(branch);
        cast.on(reviewed);
        cast.ask("office", "review", new OpenSurveillance(id, "yearly_recheck", Occasion.YEARLY, null));
        cast.on(reviewed.plusDays(7));
        cast.ask("desk", "finding", new CloseSurveillance(id, Outcome.CORRECTION_NEEDED, "第四季度组织生活记录缺两次"));
        cast.ask("committee-secretary", "correct", "年度复核发现组织生活记录缺失",
                new RequireCorrection(id, "yearly_recheck", "补开缺少的组织生活并报送记录", reviewed, null));
        cast.on(reviewed.plusDays(51));
        world.settle();
        cast.on(reviewed.plusDays(52));
        cast.ask(secretary, "show", new ShowCorrection(id, List.of(), "组织生活已补开，记录随附。"));
        cast.on(reviewed.plusDays(66));
        cast.ask("desk", "recheck", new RecheckCorrection(id, true, "记录齐全，但晚于期限报送。"));
        world.tell("%d: %s missed the deadline of a corrective action; it went to the body above".formatted(
                reviewed.plusDays(51).getYear(), branch));
    }
}
