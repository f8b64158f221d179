package asterism.cli.bench;

import java.util.List;

/** The ratios that matter. Floors: what a trial on a busy machine reached, less 15 %. */
final class Goals {
    static final List<Goal> ALL = List.of(
            Goal.rate("journal@8", "insert@8", 0.85, 1.0),
            Goal.rate("journal@32", "insert@32", 1.3, 2.0),
            Goal.rate("journal@256", "group@256", 0.6, 0.85),
            Goal.p50("journal@1", "insert@1", 1.75, 1.15),
            Goal.rate("command@256", "group@256", 0.45, 0.7),
            Goal.cpu("command@8", "axon-command@8", 0.25, 1 / 5.0),
            Goal.cpu("command@32", "axon-command@32", 0.15, 1 / 9.0),
            Goal.rate("projector@1", "fold@1", 0.5, 0.7));

    private Goals() {
    }
}
