package asterism.command.wiring.telling;

import asterism.command.wiring.clock.HouseClock;
import asterism.command.wiring.deciding.WhoIsWho;
import asterism.command.wiring.http.Trouble;
import asterism.command.wiring.telling.Letters.Delivery;
import asterism.events.BranchId;
import asterism.events.PersonId;
import asterism.policy.Directory.Held;
import asterism.policy.Policy;
import asterism.policy.Policy.Subject;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Everybody reads their own letters; what came of those about a case, whoever may read its evidence. */
@RestController
@RequestMapping("/api/v1/letters")
class LettersApi {
    private static final int MOST = 100;
    private final Letters letters;
    private final WhoIsWho people;
    private final HouseClock clock;

    LettersApi(Letters letters, WhoIsWho people, HouseClock clock) {
        this.letters = letters;
        this.people = people;
        this.clock = clock;
    }

    /** @param unseen how many in all were not seen yet */
    record Mine(long unseen, List<Delivery> letters) {
    }

    @GetMapping
    Mine mine(@RequestParam(required = false) @Nullable Long before, Principal who) {
        return new Mine(letters.unseen(who.getName()), letters.of(who.getName(), before, MOST));
    }

    @PostMapping("/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(@RequestParam long upTo, Principal who) {
        letters.seen(who.getName(), upTo);
    }

    @GetMapping("/about")
    List<Delivery> about(@RequestParam String stream, Principal who) {
        List<Delivery> about = letters.about(stream);
        List<Held> posts = people.posts(new PersonId(who.getName()), clock.today());
        about.stream().findFirst().flatMap(letter -> Policy.refusal("ReadEvidence", posts, new Subject(new BranchId(letter.branch()), null),
                people.directory())).ifPresent(code -> {
                    throw new Trouble(HttpStatus.FORBIDDEN, code, null, "none of your posts permits this");
                });
        return about;
    }
}
