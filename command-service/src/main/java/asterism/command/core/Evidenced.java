package asterism.command.core;

import asterism.events.Evidence;
import java.util.List;

/** A command that names files: each must be kept, as one about the branch in question, before a fact may name it. */
public interface Evidenced {

    List<Evidence> evidence();
}
