/**
 * The what-if lab: what is supposed stands in the address, one thing after the other, so that a question can be passed on before it is
 * asked; what came out is a report with an address of its own.
 */
@NullMarked
package asterism.query.web.lab;

import org.jspecify.annotations.NullMarked;
