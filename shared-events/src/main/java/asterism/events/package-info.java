@org.jspecify.annotations.NullMarked
package asterism.events;
