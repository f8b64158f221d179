package asterism.cli.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of this very program, to be run in a process of its own. */
final class Itself {
    private Itself() {
    }

    /** @param jvm options before the program */
    static List<String> command(List<String> jvm, String... arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(jvm);
        var path = System.getProperty("java.class.path");
        var packed = path.endsWith(".jar") && !path.contains(File.pathSeparator);
        command.addAll(packed ? List.of("-jar", path) : List.of("-cp", path, "asterism.cli.Main"));
        command.addAll(List.of(arguments));
        return command;
    }
}
