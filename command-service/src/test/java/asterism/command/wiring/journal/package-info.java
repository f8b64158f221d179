@org.jspecify.annotations.NullMarked
package asterism.command.wiring.journal;
