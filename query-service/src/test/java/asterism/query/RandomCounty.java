package asterism.query;

import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A county in which much is decided, and much of it late: the same seed tells the same story. */
public final class RandomCounty {
    private static final Path CONTRACTS = Path.of("../shared-events/src/test/resources/contracts");
    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
    private final Random random;
    private final List<String> branches;
    private final List<List<String>> decisions = new ArrayList<>();
    private int decided;

    private RandomCounty(long seed, int branches) {
        this.random = new Random(seed);
        this.branches = IntStream.rangeClosed(1, branches).mapToObj(i -> "b00" + i).toList();
        this.branches.forEach(_ -> decisions.add(new ArrayList<>()));
    }

    /**
     * Tells of branches whose stars are given, taken, suspended and struck out, with first days up to two months before or after the
     * day they are recorded.
     *
     * @param branches 1 to 9
     * @param steps    how many decisions
     */
    public static Story stars(long seed, int branches, int steps) {
        Story story = new Story();
        RandomCounty county = new RandomCounty(seed, branches);
        story.on("2024-01-01").tell(County.body("work-committee", null), County.body("archives", "work-committee"));
        county.branches.forEach(branch -> story.tell(County.branch(branch, "archives")));
        for (int i = 0; i < steps; i++) {
            story.on(FIRST.plusDays(i / 2).toString()).tell(county.step(FIRST.plusDays(i / 2)));
        }
        return story;
    }

    /** The same, and every kind of fact that was ever written, each as its golden file says, somewhere between. */
    public static Story everything(long seed, int branches, int steps) {
        Story stars = stars(seed, branches, steps);
        Story story = new Story();
        List<Path> golden = new ArrayList<>(goldenFiles());
        int every = Math.max(1, stars.facts().size() / golden.size());
        stars.facts().forEach(fact -> {
            story.on(fact.effectiveOn().toString()).tellAsWritten(fact.stream(), fact.type(), fact.payload());
            if (fact.position() % every == 0 && !golden.isEmpty()) {
                tellGolden(story, golden.removeFirst());
            }
        });
        golden.forEach(file -> tellGolden(story, file));
        return story;
    }

    /** The golden files of the contract: a fact of each version there ever was. */
    public static List<Path> goldenFiles() {
        try (Stream<Path> files = Files.list(CONTRACTS)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The wire name of the fact in a golden file. */
    public static String typeOf(Path golden) {
        return String.valueOf(golden.getFileName()).replaceAll("-(\\d+)\\.json$", "/$1");
    }

    private static void tellGolden(Story story, Path file) {
        try {
            byte[] payload = Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
            Event event = EventJson.read(typeOf(file), payload, Keys.NONE);
            story.tellAsWritten(event.stream().toString(), typeOf(file), payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Event step(LocalDate today) {
        int at = random.nextInt(branches.size());
        String branch = branches.get(at);
        String from = today.plusDays(random.nextInt(-60, 60)).toString();
        String level = Integer.toString(1 + random.nextInt(5));
        List<String> before = decisions.get(at);
        if (before.size() > 1 && random.nextInt(6) == 0) {
            return County.struck(branch, before.remove(random.nextInt(before.size())), "appeal-" + decided);
        }
        String decision = "d-" + ++decided;
        before.add(decision);
        return switch (random.nextInt(5)) {
            case 0 -> County.downgraded(branch, decision, "5", random.nextInt(4) == 0 ? null : level, from);
            case 1 -> County.suspended(branch, decision, level, from, today.plusDays(90).toString());
            case 2 -> County.reinstated(branch, decision, level, from);
            case 3 -> County.granted(branch, decision, level, from, LocalDate.parse(from).plusDays(random.nextInt(1, 80)).toString());
            default -> County.granted(branch, decision, level, from);
        };
    }
}
