package asterism.command.body;

import asterism.events.BodyEvent.DelegationRevoked;
import asterism.events.BodyEvent.PostDelegated;
import asterism.events.BodyEvent.QualificationEnded;
import asterism.events.BodyEvent.QualificationRecorded;
import asterism.events.BodyEvent.RelationDeclared;
import asterism.events.BodyEvent.RelationEnded;
import asterism.events.BranchId;
import asterism.events.PersonId;
import asterism.events.Post;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said of the people of a body and not taken back.
 *
 * @param lent who may act for whom
 * @param able what people are able to judge
 * @param tied what ties people to branches and to each other
 */
record Said(Set<Lent> lent, Set<Able> able, Set<Tied> tied) {
    static final Said NOTHING = new Said(Set.of(), Set.of(), Set.of());

    record Lent(PersonId person, PersonId to, Post post, @Nullable BranchId branch) {
    }

    record Able(PersonId person, String field) {
    }

    /** To exactly one of the two. */
    record Tied(PersonId person, @Nullable BranchId branch, @Nullable PersonId other) {
    }

    Said with(PostDelegated given) {
        return new Said(more(lent, new Lent(given.person(), given.to(), given.post(), given.branch())), able, tied);
    }

    Said with(DelegationRevoked back) {
        return new Said(less(lent, new Lent(back.person(), back.to(), back.post(), back.branch())), able, tied);
    }

    Said with(QualificationRecorded one) {
        return new Said(lent, more(able, new Able(one.person(), one.field())), tied);
    }

    Said with(QualificationEnded one) {
        return new Said(lent, less(able, new Able(one.person(), one.field())), tied);
    }

    Said with(RelationDeclared tie) {
        return new Said(lent, able, more(tied, new Tied(tie.person(), tie.branch(), tie.other())));
    }

    Said with(RelationEnded tie) {
        return new Said(lent, able, less(tied, new Tied(tie.person(), tie.branch(), tie.other())));
    }

    private static <T> Set<T> more(Set<T> some, T one) {
        Set<T> more = new HashSet<>(some);
        more.add(one);
        return Set.copyOf(more);
    }

    private static <T> Set<T> less(Set<T> some, T one) {
        Set<T> less = new HashSet<>(some);
        less.remove(one);
        return Set.copyOf(less);
    }
}
