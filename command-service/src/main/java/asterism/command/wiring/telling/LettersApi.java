package asterism.command.wiring.telling;

import asterism.command.wiring.http.Permits;
import asterism.command.wiring.telling.Letters.Delivery;
import asterism.events.BranchId;
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

/** Everybody reads their own letters; what came of those about a case, whoever may read its evidence. To others there are none. */
@RestController
@RequestMapping("/api/v1/letters")
class LettersApi {
    private static final int MOST = 100;
    private final Letters letters;
    private final Permits permits;

    LettersApi(Letters letters, Permits permits) {
        this.letters = letters;
        this.permits = permits;
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
        return about.stream().allMatch(letter -> permits.permit("ReadEvidence", new Subject(new BranchId(letter.branch()), null), who))
                ? about : List.of();
    }
}
