@org.jspecify.annotations.NullMarked
package asterism.command;
