package asterism.cli;

import asterism.events.ApplicationEvent.ScoreModerated;
import asterism.events.BranchId;
import asterism.rating.LocalRules;
import asterism.rating.Procedure;
import asterism.rating.Scheme;
import asterism.rating.SchemeReader;
import asterism.rating.whatif.Inputs;
import asterism.rating.whatif.Known;
import asterism.rating.whatif.Suppose;
import asterism.rating.whatif.WhatIf;
import asterism.rating.whatif.WhatIf.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Disputes over stars as courts and offices had them, each told in a fixture and answered by one what-if run. */
enum Dispute {
    DISPUTED_CALL("without the moderation of b03", "version: 2023") {
        @Override
        List<Suppose> supposed(List<Known> facts) {
            return facts.stream().filter(fact -> fact.event() instanceof ScoreModerated)
                    .<Suppose>map(fact -> new Suppose.WithoutFact(fact.position())).toList();
        }
    },
    RULES_IN_FORCE("under zoucheng-70-30@2023", "version: 2022") {
        @Override
        List<Suppose> supposed(List<Known> facts) {
            return List.of(new Suppose.Under(SchemeReader.read(resource("schemes/zoucheng-70-30.yaml")).orThrow().getFirst(),
                    Optional.empty()));
        }
    },
    BEFORE_THE_MERGER("without what was found about b02 before its merger", "version: 2023") {
        @Override
        List<Suppose> supposed(List<Known> facts) {
            return List.of(new Suppose.WithoutDataBefore(new BranchId("b02"), null));
        }
    };

    private final String question;
    private final String version;

    Dispute(String question, String version) {
        this.question = question;
        this.version = version;
    }

    abstract List<Suppose> supposed(List<Known> facts);

    /** What is asked, in words. */
    String question() {
        return question;
    }

    /** Its name on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Dispute> of(String word) {
        return Stream.of(values()).filter(dispute -> dispute.word().equals(word)).findFirst();
    }

    /** What the dispute is about. */
    String told() {
        return String.join("\n", lines().filter(line -> line.startsWith("#")).map(line -> line.substring(1).strip()).toList());
    }

    /** The stars of the round as they are and as they are asked for. */
    Report report() {
        List<Known> facts = StoryFacts.read(lines().filter(line -> !line.startsWith("#")).skip(1).toList());
        String shipped = resource("schemes/zoucheng-70-30.yaml");
        Scheme scheme = SchemeReader.read(version.equals("version: 2023") ? shipped : former(shipped)).orThrow().getFirst();
        Procedure procedure = LocalRules.read(resource("schemes/zoucheng-70-30.local-rules.yaml")).effective(scheme).orElseThrow()
                .procedure();
        Inputs inputs = Inputs.of(StoryFacts.ROUND, scheme, procedure, facts, facts.size(), LocalDate.of(2025, 12, 1));
        return WhatIf.of(inputs, supposed(facts), () -> { });
    }

    /** The version before: five stars from 88 points on, and no cap where people are not content. */
    private String former(String shipped) {
        return shipped.replace("version: 2023", version).replace("from: 90, result: 5", "from: 88, result: 5")
                .replace("below: 90, result: 4", "below: 88, result: 4").replace("below: 60}\n    limit", "below: 0}\n    limit");
    }

    private Stream<String> lines() {
        return resource("stories/" + word() + ".csv").lines();
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Dispute.class.getResourceAsStream("/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
