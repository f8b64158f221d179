/**
 * Which fact may follow which, for whoever reads histories: tables written by hand from the procedure, without a look at the deciders.
 * Every history that the tests write is held against them: the pure stories, the journals of the command service, the demo
 * county, and what whole houses, several instances and people in a browser wrote.
 */
@NullMarked
package asterism.ways;

import org.jspecify.annotations.NullMarked;
