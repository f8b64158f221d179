package asterism.cli;

import asterism.client.Client;
import asterism.local.CannotRun;
import asterism.query.whatif.Result;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code asterism what-if}: the stars of a round as they would be if something had been otherwise. */
@Command(name = "what-if", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Says which stars of a round would be others if something had been otherwise, and why. Asks a running house; nothing"
                + " is decided or recorded.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:it is worked out", "1:it cannot be, and says why", "2:wrong use"})
final class WhatIfCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofMillis(300);

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--story", paramLabel = "NAME", description = "answers a dispute from its fixture, without a house:"
            + " disputed-call, rules-in-force or before-the-merger")
    private @Nullable String story;

    @Option(names = "--round", paramLabel = "ROUND", description = "the round")
    private @Nullable String round;

    @Option(names = "--without-assessor", paramLabel = "PERSON[@BRANCH]", description = "the assessor was on no panel, or not on that one")
    private List<String> assessors = new ArrayList<>();

    @Option(names = "--without-score", paramLabel = "BRANCH/PERSON/INPUT", description = "the assessor left that mark empty")
    private List<String> scores = new ArrayList<>();

    @Option(names = "--without-evidence", paramLabel = "SHA256", description = "nothing was given in view of that file")
    private List<String> evidence = new ArrayList<>();

    @Option(names = "--without-fact", paramLabel = "ID|POSITION", description = "the fact was never recorded")
    private List<String> facts = new ArrayList<>();

    @Option(names = "--without-data-before", paramLabel = "BRANCH[@DAY]",
            description = "nothing counts for the branch from before that day, or before its last merger or split")
    private List<String> before = new ArrayList<>();

    @Option(names = "--under", paramLabel = "SCHEME@VERSION", description = "that published version was in force")
    private @Nullable String under;

    @Option(names = "--local-rules", paramLabel = "SHA256", description = "with these local rules; those adopted last, unless given")
    private @Nullable String localRules;

    @Option(names = "--quota", paramLabel = "QUOTA=SHARE", description = "the quota gave that share of seats, such as 0.4")
    private Map<String, String> shares = new LinkedHashMap<>();

    @Option(names = "--ties", paramLabel = "QUOTA=RULE", description = "who is still tied is undetermined, all_in or all_out")
    private Map<String, String> ties = new LinkedHashMap<>();

    @Option(names = "--reorganisation", paramLabel = "KIND=FATE",
            description = "what a merge, split, rename or transfer makes of stars: carry, lower_of_both, provisional, unrated, close or"
                    + " judge")
    private Map<String, String> fates = new LinkedHashMap<>();

    @Option(names = "--known-at", paramLabel = "INSTANT", description = "only what was recorded by then, such as 2025-11-20T00:00:00Z")
    private @Nullable String knownAt;

    @Option(names = "--as-of-position", paramLabel = "N", description = "only what was recorded up to that position")
    private @Nullable Long position;

    @Option(names = "--url", paramLabel = "URL", defaultValue = "http://127.0.0.1:8080",
            description = "where the house's pages are (default: ${DEFAULT-VALUE})")
    private String url = "";

    @Mixin
    private PersonDoor door = new PersonDoor();

    @Option(names = "--json", paramLabel = "FILE", description = "writes the whole report there, too")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException {
        return story == null ? ask() : tell(story);
    }

    private int tell(String name) {
        Dispute dispute = Dispute.of(name).orElseThrow(() -> wrong("--story takes "
                + Stream.of(Dispute.values()).map(Dispute::word).collect(Collectors.joining(", "))));
        out().printf("%s%n%nThe stars of the round %s%n", dispute.told(), dispute.question());
        new Diff(out()).print(Result.tree(Result.of(dispute.report()).text()));
        return 0;
    }

    private int ask() throws IOException {
        if (round == null) {
            throw wrong("--round is needed");
        }
        Map<String, Object> question = question();
        JsonNode report;
        try (Client house = door.at(url, "auditor")) {
            report = house.ask("/api/v1/what-if", question);
            while (report.get("state").asString().equals("RUNNING")) {
                spec().commandLine().getErr().printf("%d %%%n", report.get("percent").asInt());
                pause();
                report = house.get("/api/v1/what-if/" + report.get("report").asString());
            }
        }
        if (!report.get("state").asString().equals("DONE")) {
            throw new CannotRun("It was not worked out (%s): %s".formatted(report.path("code").asString(""),
                    report.path("sentence").asString("")));
        }
        if (json != null) {
            Files.writeString(json, report.toPrettyString() + "\n");
        }
        out().printf("Round %s at position %d, report %s%n", round, report.get("position").asLong(), report.get("report").asString());
        new Diff(out()).print(report.get("result"));
        return 0;
    }

    private Map<String, Object> question() {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("round", Objects.requireNonNull(round, "it is checked"));
        question.put("withoutAssessors", each(assessors, text -> parts(text, "@", "assessor", "branch")));
        question.put("withoutScores", each(scores, this::score));
        question.put("withoutEvidence", evidence);
        question.put("withoutFacts", facts);
        question.put("withoutDataBefore", each(before, text -> parts(text, "@", "branch", "before")));
        List<Map<String, Object>> quotas = new ArrayList<>();
        shares.forEach((quota, share) -> quotas.add(Map.of("quota", quota, "share", share)));
        ties.forEach((quota, rule) -> quotas.add(Map.of("quota", quota, "stillTied", rule)));
        question.put("quotas", quotas);
        question.put("reorganisations", fates.entrySet().stream().map(fate -> Map.of("kind", fate.getKey(), "fate", fate.getValue()))
                .toList());
        if (under != null) {
            question.put("under", version(under));
        }
        if (knownAt != null) {
            question.put("knownAt", knownAt);
        }
        if (position != null) {
            question.put("asOfPosition", position);
        }
        return question;
    }

    private static List<Map<String, Object>> each(List<String> texts, Function<String, Map<String, Object>> read) {
        return texts.stream().map(read).toList();
    }

    private static Map<String, Object> parts(String text, String between, String first, String second) {
        int at = text.indexOf(between);
        return at < 0 ? Map.of(first, text) : Map.of(first, text.substring(0, at), second, text.substring(at + 1));
    }

    private Map<String, Object> score(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3) {
            throw wrong("--without-score takes BRANCH/PERSON/INPUT, not " + text);
        }
        return Map.of("branch", parts[0], "assessor", parts[1], "input", parts[2]);
    }

    private Map<String, Object> version(String text) {
        Map<String, Object> version = new LinkedHashMap<>(parts(text, "@", "scheme", "version"));
        if (!version.containsKey("version")) {
            throw wrong("--under takes SCHEME@VERSION, not " + text);
        }
        if (localRules != null) {
            version.put("localRules", localRules);
        }
        return version;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted; the house goes on working it out.", e);
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec().commandLine(), what);
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec, "picocli sets it");
    }
}
