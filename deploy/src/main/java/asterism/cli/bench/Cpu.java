package asterism.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/** Processor time that this JVM and a server with its child processes, living and ended, have used; from {@code /proc}. */
final class Cpu {
    private static final double MICROS_PER_TICK = 10_000; // USER_HZ is 100 in everything Linux shows, on every machine
    private static final int USER_TIME = 11; // fields after the program's name, which may hold blanks
    private static final int SYSTEM_TIME = 12;
    private static final int ENDED_USER_TIME = 13;
    private static final int ENDED_SYSTEM_TIME = 14;

    private final long server;

    Cpu(long server) {
        this.server = server;
    }

    /** Microseconds so far; NaN where there is no {@code /proc}. */
    double micros() {
        if (!Files.exists(Path.of("/proc/self/stat"))) {
            return Double.NaN;
        }
        var children = ProcessHandle.of(server).stream().flatMap(ProcessHandle::descendants).mapToLong(ProcessHandle::pid);
        var ticks = ticks(ProcessHandle.current().pid(), false) + ticks(server, true)
                + LongStream.of(children.toArray()).map(child -> ticks(child, false)).sum();
        return ticks * MICROS_PER_TICK;
    }

    private static long ticks(long pid, boolean withEnded) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            var own = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
            return withEnded ? own + Long.parseLong(fields[ENDED_USER_TIME]) + Long.parseLong(fields[ENDED_SYSTEM_TIME]) : own;
        } catch (IOException _) {
            return 0; // it has just ended: its parent counts it now
        }
    }
}
