/**
 * Other programs are told of outcomes by webhooks, as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> says: signed, tried
 * again, in order for each branch, and given up where somebody sees it. A hook says that something happened and where to look, never what
 * somebody wrote and never a name. What came of it is kept beside the facts, as that of {@link asterism.command.wiring.telling letters} is.
 */
@NullMarked
package asterism.command.wiring.hooks;

import org.jspecify.annotations.NullMarked;
