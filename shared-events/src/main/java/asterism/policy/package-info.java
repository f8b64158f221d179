/**
 * Who may do what: posts and bodies are facts, folded here by both services; one pure policy decides. The sign-in says who
 * somebody is and nothing more.
 */
@NullMarked
package asterism.policy;

import org.jspecify.annotations.NullMarked;
