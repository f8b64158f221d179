package asterism.query.directory;

import asterism.events.BodyEvent.PersonRegistered;
import asterism.events.BodyEvent.PersonalValuesErased;
import asterism.events.BodyEvent.PostAssigned;
import asterism.events.BodyId;
import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.Keys;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.events.UnreadableFact;
import asterism.policy.Directory;
import asterism.query.directory.DirectoryProjection.Said;
import asterism.query.projecting.Live;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The directory in memory, folded from its rows when this service is first asked and kept up to what they say; and people's
 * names, opened only when they are to be shown.
 */
@Component
public class WhoIsWho {
    /** What stands in the place of a name that was erased: a person who is nobody any more, to readers of both languages. */
    public static final String ERASED = "〔已删除 · erased〕";
    private static final BodyId HOUSE = new BodyId("house");
    private static final String PERSON = "person/";
    private final Live live;
    private final Keys keys;
    private final String administrator;
    private Known known = new Known("", 0, new Directory(), new ConcurrentHashMap<>());

    /** @param names registrations with their names closed, or what says that the name was erased */
    private record Known(String build, long position, Directory directory, Map<PersonId, Said> names) {
    }

    /** @param administrator who keeps the house before any post is recorded, as the command-service knows too; blank for nobody */
    WhoIsWho(Live live, HouseKeys keys, @Value("${asterism.administrator:}") String administrator) {
        this.live = live;
        this.keys = keys;
        this.administrator = administrator;
    }

    /** The directory as the facts projected so far say. */
    public Directory directory() {
        return current().directory();
    }

    /** The names of all people, for one answer. */
    public Names names() {
        Map<PersonId, Said> closed = current().names();
        return person -> {
            Said said = person == null ? null
                    : closed.get(new PersonId(person.startsWith(PERSON) ? person.substring(PERSON.length()) : person));
            return said == null ? Optional.empty() : open(said);
        };
    }

    /** Finds names. */
    @FunctionalInterface
    public interface Names {
        /**
         * The name of a person given by id or as an actor, {@code person/<id>}: {@link #ERASED} where it was erased, empty where it is
         * unknown or withheld.
         */
        Optional<String> of(@Nullable String person);
    }

    private Optional<String> open(Said said) {
        try {
            Event event = read(said, keys);
            return event instanceof PersonRegistered person ? person.name().value() : Optional.of(ERASED);
        } catch (UnreadableFact e) {
            return Optional.empty();
        }
    }

    private synchronized Known current() {
        Known before = known;
        known = live.ask(DirectoryProjection.NAME, view -> {
            boolean same = view.at().build().equals(before.build());
            if (same && view.at().position() == before.position()) {
                return before;
            }
            Known now = new Known(view.at().build(), view.at().position(), same ? before.directory() : nobodyBut(administrator),
                    same ? before.names() : new ConcurrentHashMap<>());
            view.sql().sql("select * from said where position > ? order by position").param(same ? before.position() : 0L)
                    .query(DirectoryProjection.SAID).list().forEach(said -> take(now, said));
            return now;
        }).answer();
        return known;
    }

    private static Directory nobodyBut(String administrator) {
        Directory directory = new Directory();
        if (!administrator.isBlank()) {
            directory.apply(new PostAssigned(HOUSE, new PersonId(administrator), Post.ADMINISTRATOR, null, LocalDate.EPOCH));
        }
        return directory;
    }

    private static void take(Known into, Said said) {
        Event event = read(said, Keys.NONE);
        into.directory().apply(event);
        if (event instanceof PersonRegistered person) {
            into.names().put(person.person(), said);
        } else if (event instanceof PersonalValuesErased erased) {
            into.names().put(erased.person(), said);
        }
    }

    private static Event read(Said said, Keys keys) {
        return EventJson.read(said.type(), said.payload().getBytes(StandardCharsets.UTF_8), keys);
    }
}
