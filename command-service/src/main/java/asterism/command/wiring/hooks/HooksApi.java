package asterism.command.wiring.hooks;

import asterism.command.wiring.hooks.Hooks.Hook;
import asterism.command.wiring.hooks.Hooks.Standing;
import asterism.command.wiring.http.Permits;
import asterism.command.wiring.http.Trouble;
import asterism.events.EventTypes;
import asterism.policy.Policy;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Administrators say which programs are told of what, and look at what came of it. */
@RestController
@RequestMapping("/api/v1/hooks")
class HooksApi {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    /** Whom a guard turned away, and who belongs where, is nobody's business outside. */
    private static final Set<String> KEPT_INSIDE = Set.of("guard", "body", "house");
    private static final Set<String> TOLD = EventTypes.all().stream().map(EventTypes::nameOf)
            .map(type -> type.substring(0, type.indexOf('/'))).filter(name -> !KEPT_INSIDE.contains(kind(name)))
            .flatMap(name -> Stream.of(name, kind(name) + ".*")).collect(Collectors.toUnmodifiableSet());

    private final Hooks hooks;
    private final Calling calling;
    private final Addresses addresses;
    private final Permits permits;

    HooksApi(Hooks hooks, Calling calling, Addresses addresses, Permits permits) {
        this.hooks = hooks;
        this.calling = calling;
        this.addresses = addresses;
        this.permits = permits;
    }

    /** @see Hook */
    record Wanted(@Nullable String url, @Nullable List<String> facts, @Nullable String secret) {
        Hook hook(String id) {
            return new Hook(id, url == null ? "" : url, facts == null ? List.of() : List.copyOf(facts), secret == null ? "" : secret);
        }
    }

    private static String kind(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    @GetMapping
    List<Standing> hooks(Principal who) {
        permitted(who);
        return hooks.standing();
    }

    @PutMapping("/{id}")
    List<Standing> put(@PathVariable String id, @RequestBody Wanted wanted, Principal who) {
        permitted(who);
        if (!ID.matcher(id).matches()) {
            throw Trouble.bad("id.malformed", "id", "an id has up to 40 small letters, digits and hyphens");
        }
        Hook hook = wanted.hook(id);
        if (hook.facts().isEmpty() || !TOLD.containsAll(hook.facts())) {
            throw Trouble.bad("hooks.facts-unknown", "facts", "name facts without their version, as standing.level-granted or standing.*");
        }
        if (!ID.matcher(hook.secret()).matches() || !calling.knows(hook.secret())) {
            throw Trouble.bad("hooks.secret-unknown", "secret", "the settings hold no secret of that name");
        }
        try {
            addresses.parsed(hook.url());
        } catch (Addresses.Forbidden e) {
            throw Trouble.bad("hooks.address-forbidden", "url", String.valueOf(e.getMessage()));
        }
        hooks.put(hook);
        return hooks.standing();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, Principal who) {
        permitted(who);
        if (!hooks.remove(id)) {
            throw new Trouble(HttpStatus.NOT_FOUND, "hooks.unknown", "id", "there is no such hook");
        }
    }

    /** What was given up is tried anew, behind what waits. */
    @PostMapping("/{id}/retry")
    List<Standing> hookAgain(@PathVariable String id, Principal who) {
        permitted(who);
        hooks.again(id);
        return hooks.standing();
    }

    private void permitted(Principal who) {
        permits.demand("KeepHooks", Policy.Subject.NOWHERE, who);
    }
}
