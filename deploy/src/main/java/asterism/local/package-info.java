@org.jspecify.annotations.NullMarked
package asterism.local;
