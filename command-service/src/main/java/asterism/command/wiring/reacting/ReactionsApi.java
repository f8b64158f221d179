package asterism.command.wiring.reacting;

import asterism.command.wiring.http.Permits;
import asterism.command.wiring.http.Trouble;
import asterism.command.wiring.reacting.Reactions.Parked;
import asterism.policy.Policy;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is parked because it failed: auditors and administrators see it, administrators try it again. */
@RestController
@RequestMapping("/api/v1/reactions/parked")
class ReactionsApi {
    private static final int MOST = 500;

    private final Reactions reactions;
    private final Permits permits;

    ReactionsApi(Reactions reactions, Permits permits) {
        this.reactions = reactions;
        this.permits = permits;
    }

    /** What waits in all, and what waits longest. */
    record Waiting(long facts, List<Parked> parked) {
    }

    @GetMapping
    Waiting parked() {
        return new Waiting(reactions.deadLetters(), reactions.parked(MOST));
    }

    /** Tries one branch or stream again; what still fails waits on, and is in the answer. */
    @PostMapping("/retry")
    Waiting retry(@RequestParam String key, Principal who) {
        permits.demand("RetryReactions", Policy.Subject.NOWHERE, who);
        if (reactions.parked(Integer.MAX_VALUE).stream().noneMatch(one -> one.key().equals(key))) {
            throw new Trouble(HttpStatus.NOT_FOUND, "reactions.nothing-parked", "key", "nothing of that branch or stream is parked");
        }
        reactions.retry(key);
        return parked();
    }
}
