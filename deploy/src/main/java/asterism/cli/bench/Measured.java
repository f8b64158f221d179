package asterism.cli.bench;

/**
 * One window of one line.
 *
 * @param facts     acknowledged
 * @param rate      facts a second
 * @param cpuMicros of this JVM and the database's processes, per fact; NaN where the system does not tell
 * @param p50Micros half of the calls took at most this
 * @param p99Micros 99 of 100 calls took at most this
 */
record Measured(long facts, double rate, double cpuMicros, double p50Micros, double p99Micros) {
}
