package asterism.command.body;

import static asterism.command.core.Decision.accept;
import static asterism.command.core.Decision.guard;
import static asterism.command.core.Decision.refuse;
import static asterism.command.core.Decision.unknown;

import asterism.command.body.Body.Given;
import asterism.command.body.Body.State;
import asterism.command.body.BodyCommand.DeclareRelation;
import asterism.command.body.BodyCommand.EndQualification;
import asterism.command.body.BodyCommand.EndRelation;
import asterism.command.body.BodyCommand.RecordQualification;
import asterism.command.body.BodyCommand.RecordRelation;
import asterism.command.core.Actors;
import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.events.BodyEvent.QualificationEnded;
import asterism.events.BodyEvent.QualificationRecorded;
import asterism.events.BodyEvent.RelationDeclared;
import asterism.events.BodyEvent.RelationEnded;
import asterism.events.BranchId;
import asterism.events.PersonId;
import asterism.events.Personal;
import org.jspecify.annotations.Nullable;

/** What people are able to judge, and what they must stand back from. Anybody may bind themselves; others set them free. */
final class Knowing {
    private Knowing() {
    }

    static Decision qualify(State.Established body, RecordQualification wish, Given given) {
        if (Actors.of(given.asked()).contains(wish.person())) {
            return guard("separation.own-qualification", "nobody says of themselves what they are able to judge");
        }
        if (!body.people().contains(wish.person())) {
            return notOfThisBody();
        }
        return body.said().able().contains(new Said.Able(wish.person(), wish.field())) ? accept()
                : accept(new QualificationRecorded(wish.body(), wish.person(), wish.field(), wish.from(), wish.until()));
    }

    static Decision end(State.Established body, EndQualification wish) {
        return body.said().able().contains(new Said.Able(wish.person(), wish.field()))
                ? accept(new QualificationEnded(wish.body(), wish.person(), wish.field(), wish.until()))
                : refuse("body.not-qualified", "no such qualification is recorded");
    }

    static Decision declare(State.Established body, DeclareRelation wish, Given given) {
        return given.asked().person().map(person -> relate(body, person, wish.branch(), wish.other(), wish.statement(), given))
                .orElseGet(Refusals::personOnly);
    }

    static Decision found(State.Established body, RecordRelation wish, Given given) {
        return relate(body, wish.person(), wish.branch(), wish.other(), wish.statement(), given);
    }

    private static Decision relate(State.Established body, PersonId person, @Nullable BranchId branch, @Nullable PersonId other,
            String statement, Given given) {
        if (!body.people().contains(person)) {
            return notOfThisBody();
        }
        if (!given.personKnown() || person.equals(other)) {
            return unknown("body.other-unknown", "there is no such other person");
        }
        if (!given.branchOfBody()) {
            return unknown("body.branch-unknown", "there is no such branch");
        }
        return body.said().tied().contains(new Said.Tied(person, branch, other)) ? accept()
                : accept(new RelationDeclared(body.as().body(), person, branch, other, Personal.of(person, statement)));
    }

    static Decision end(State.Established body, EndRelation wish, Given given) {
        if (Actors.of(given.asked()).contains(wish.person())) {
            return guard("separation.own-relation", "nobody lets go of what bars themselves");
        }
        return body.said().tied().contains(new Said.Tied(wish.person(), wish.branch(), wish.other()))
                ? accept(new RelationEnded(wish.body(), wish.person(), wish.branch(), wish.other()))
                : refuse("body.not-related", "no such relation is recorded");
    }

    private static Decision notOfThisBody() {
        return unknown("body.person-unknown", "that person is not registered in this body");
    }
}
