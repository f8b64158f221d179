package asterism.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a process that a test starts, on the Java that the test runs on. Such a process lives for seconds: the first
 * compiler and one collector's thread halve the processor time that its start takes.
 */
public final class TestJvm {
    private static final List<String> FLAGS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private TestJvm() {
    }

    /** A main class of the test's own class path, with further options of the JVM before it. */
    public static List<String> of(String main, String... options) {
        List<String> command = command(options);
        command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), main));
        return command;
    }

    /** The main class of a jar. */
    public static List<String> ofJar(Path jar, String... options) {
        List<String> command = command(options);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static List<String> command(String... options) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(FLAGS);
        String programs = System.getProperty(EmbeddedPostgres.PROGRAMS);
        if (programs != null) {
            command.add("-D" + EmbeddedPostgres.PROGRAMS + "=" + programs);
        }
        command.addAll(List.of(options));
        return command;
    }
}
