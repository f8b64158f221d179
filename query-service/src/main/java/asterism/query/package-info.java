@org.jspecify.annotations.NullMarked
package asterism.query;
