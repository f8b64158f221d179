package asterism.query.directory;

import asterism.events.BodyEvent.BodyEstablished;
import asterism.events.BodyEvent.DelegationRevoked;
import asterism.events.BodyEvent.PersonRegistered;
import asterism.events.BodyEvent.PersonalValuesErased;
import asterism.events.BodyEvent.PostAssigned;
import asterism.events.BodyEvent.PostDelegated;
import asterism.events.BodyEvent.PostEnded;
import asterism.events.BodyEvent.QualificationEnded;
import asterism.events.BodyEvent.QualificationRecorded;
import asterism.events.BodyEvent.RelationDeclared;
import asterism.events.BodyEvent.RelationEnded;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchEvent.BranchRenamed;
import asterism.events.BranchEvent.BranchTransferred;
import asterism.events.Event;
import asterism.events.Fact;
import asterism.query.projecting.Projection;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The facts themselves, as they were written: names stay under their keys, so that erasing a key erases the name here too. */
@Component
class DirectoryProjection implements Projection {
    static final String NAME = "directory";
    static final Table<Said> SAID = Table.of("said", Said.class, 1);

    record Said(long position, String type, String payload) {
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(SAID);
    }

    @Override
    public Set<Class<? extends Event>> reads() {
        return Set.of(BodyEstablished.class, PersonRegistered.class, PersonalValuesErased.class, PostAssigned.class, PostEnded.class,
                PostDelegated.class, DelegationRevoked.class, QualificationRecorded.class, QualificationEnded.class,
                RelationDeclared.class, RelationEnded.class, BranchRegistered.class, BranchRenamed.class, BranchTransferred.class);
    }

    @Override
    public void fold(Fact fact, Rows rows) {
        rows.put(SAID, new Said(fact.at().position(), fact.at().type(), new String(fact.at().payload(), StandardCharsets.UTF_8)));
    }
}
