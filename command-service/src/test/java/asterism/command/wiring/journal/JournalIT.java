package asterism.command.wiring.journal;

import static asterism.command.wiring.journal.JournalDatabase.append;
import static asterism.command.wiring.journal.JournalDatabase.bytes;
import static asterism.command.wiring.journal.JournalDatabase.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asterism.journal.Frontier;
import asterism.journal.Leaf;
import asterism.journal.Recorded;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class JournalIT {
    private final JournalDatabase database = new JournalDatabase();
    private final Journal journal = new Journal(database.source());

    @AfterEach
    void close() throws Exception {
        journal.close();
        database.close();
    }

    @Test
    void what_was_appended_is_read_back_byte_for_byte_by_every_way() {
        var facts = appended(journal.append(append(fact("branch/b1", 1, "{\"name\":\"村支部\"}"), fact("branch/b1", 2), fact("round/r1", 1))));
        assertThat(facts).extracting(Recorded::position).containsExactly(1L, 2L, 3L);
        assertSame(journal.after(0, 10), facts);
        assertSame(journal.stream("branch/b1", 0), facts.subList(0, 2));
        assertSame(journal.stream("branch/b1", 1), facts.subList(1, 2));
        var copied = new ArrayList<Recorded>();
        var tree = journal.copyOut(0, copied::add);
        assertSame(copied, facts);
        var frontier = new Frontier();
        facts.forEach(f -> frontier.add(Leaf.hash(f)));
        assertThat(tree.size()).isEqualTo(3);
        assertThat(tree.root()).isEqualTo(frontier.root()).isEqualTo(journal.tree().root());
        assertThat(journal.lastVersion("branch/b1")).isEqualTo(2);
        assertThat(journal.lastVersion("branch/b2")).isZero();
        assertSound(3);
    }

    @Test
    void an_empty_journal_is_sound_and_has_the_root_of_nothing() {
        assertThat(journal.head()).isZero();
        assertThat(journal.tree().root()).isEqualTo(new Frontier().root());
        assertThat(journal.after(0, 10)).isEmpty();
        assertSound(0);
    }

    @Test
    void a_prefix_finds_its_streams_and_no_others() {
        journal.append(append(fact("branch/a", 1), fact("branch/村", 1), fact("branch/a", 2), fact("branches/x", 1), fact("branch-x/a", 1)));
        assertThat(journal.streamsWithPrefix("branch/")).extracting(Recorded::stream).containsExactly("branch/a", "branch/a", "branch/村");
    }

    @Test
    void a_command_sent_again_answers_with_its_first_facts_and_adds_nothing() {
        var command = UUID.randomUUID();
        var first = appended(journal.append(append(command, fact("branch/b1", 1), fact("branch/b1", 2))));
        var again = journal.append(append(command, fact("branch/b1", 1), fact("branch/b1", 2)));
        var decidedAnew = journal.append(append(command, fact("branch/b1", 3)));
        assertSame(((Outcome.Repeated) again).facts(), first);
        assertSame(((Outcome.Repeated) decidedAnew).facts(), first);
        assertThat(journal.answered(command, bytes("digest"))).get().isInstanceOf(Outcome.Repeated.class);
        assertThat(journal.answered(UUID.randomUUID(), bytes("digest"))).isEmpty();
        assertSound(2);
    }

    @Test
    void a_command_sent_again_is_known_after_a_restart() throws Exception {
        var command = UUID.randomUUID();
        journal.append(append(command, fact("branch/b1", 1)));
        try (var restarted = new Journal(database.source())) {
            assertThat(restarted.append(append(command, fact("branch/b1", 1)))).isInstanceOf(Outcome.Repeated.class);
            assertThat(restarted.append(append(command, fact("branch/b9", 1)))).isInstanceOf(Outcome.Repeated.class);
        }
        assertSound(1);
    }

    @Test
    void the_same_command_id_with_another_body_is_refused() {
        var command = UUID.randomUUID();
        journal.append(append(command, fact("branch/b1", 1)));
        var other = new Append(command, bytes("other"), List.of(fact("branch/b2", 1)), List.of());
        assertThat(journal.append(other)).isInstanceOf(Outcome.OtherBody.class);
        assertThat(journal.answered(command, bytes("other"))).containsInstanceOf(Outcome.OtherBody.class);
        assertSound(1);
    }

    @Test
    void a_stale_writer_is_refused_and_told_where_the_stream_stands() {
        journal.append(append(fact("branch/b1", 1), fact("branch/b1", 2)));
        assertThat(journal.append(append(fact("branch/b1", 2)))).isEqualTo(conflict("branch/b1", 2));
        assertThat(journal.append(append(fact("branch/b1", 1)))).isEqualTo(conflict("branch/b1", 2));
        assertSound(2);
    }

    @Test
    void a_writer_ahead_of_the_stream_would_tear_a_hole_and_is_refused() throws Exception {
        journal.append(append(fact("branch/b1", 1)));
        assertThat(journal.append(append(fact("branch/b1", 3)))).isEqualTo(conflict("branch/b1", 1));
        assertThat(journal.append(append(fact("branch/b2", 2)))).isEqualTo(conflict("branch/b2", 0));
        try (var forgetful = new Journal(database.source())) {
            assertThat(forgetful.append(append(fact("branch/b1", 3)))).isEqualTo(conflict("branch/b1", 1));
        }
        assertSound(1);
    }

    @Test
    void a_condition_on_a_stream_that_was_read_holds_or_the_append_does_not() throws Exception {
        journal.append(append(fact("scheme/s1", 1)));
        assertThat(journal.append(onlyIf("scheme/s1", 1, fact("round/r1", 1)))).isInstanceOf(Outcome.Appended.class);
        assertThat(journal.append(onlyIf("scheme/none", 0, fact("round/r2", 1)))).isInstanceOf(Outcome.Appended.class);
        journal.append(append(fact("scheme/s1", 2)));
        assertThat(journal.append(onlyIf("scheme/s1", 1, fact("round/r3", 1))))
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Conflict.class))
                .satisfies(c -> assertThat(c.actual()).contains(new StreamVersion("scheme/s1", 2)));
        try (var forgetful = new Journal(database.source())) {
            assertThat(forgetful.append(onlyIf("scheme/s1", 1, fact("round/r3", 1)))).isInstanceOf(Outcome.Conflict.class);
            assertThat(forgetful.append(onlyIf("scheme/s1", 2, fact("round/r3", 1)))).isInstanceOf(Outcome.Appended.class);
            assertThat(forgetful.append(onlyIf("scheme/s1", 2))).isInstanceOf(Outcome.Appended.class);
            assertThat(forgetful.append(onlyIf("scheme/s1", 1))).isInstanceOf(Outcome.Conflict.class);
        }
        assertSound(5);
    }

    @Test
    void a_command_is_recorded_whole_or_not_at_all() {
        journal.append(append(fact("branch/b1", 1)));
        assertThat(journal.append(append(fact("branch/b2", 1), fact("branch/b1", 1)))).isInstanceOf(Outcome.Conflict.class);
        assertThat(journal.lastVersion("branch/b2")).isZero();
        assertSound(1);
    }

    @Test
    @Tag("F17")
    void fifty_writers_with_the_same_expected_version_have_one_winner() throws Exception {
        var outcomes = atOnce(IntStream.range(0, 50).mapToObj(_ -> append(fact("branch/b1", 1))).toList(), journal);
        assertThat(outcomes).filteredOn(Outcome.Appended.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.Conflict.class::isInstance).hasSize(49)
                .allMatch(Predicate.isEqual(conflict("branch/b1", 1)));
        assertSound(1);
    }

    @Test
    @Tag("F18")
    void twenty_times_the_same_command_at_once_has_one_effect_and_one_answer() throws Exception {
        var command = UUID.randomUUID();
        var outcomes = atOnce(IntStream.range(0, 20).mapToObj(_ -> append(command, fact("branch/b1", 1), fact("branch/b2", 1)))
                .toList(), journal);
        assertThat(outcomes).filteredOn(Outcome.Appended.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.Repeated.class::isInstance).hasSize(19);
        assertSound(2);
    }

    @Test
    @Tag("I3")
    void two_writing_processes_share_one_dense_order() throws Exception {
        try (var pool = database.pool(); var other = new Journal(pool)) {
            var appends = IntStream.range(0, 400).mapToObj(i -> append(fact("branch/" + i % 40, 1 + i / 40), fact("round/" + i, 1)))
                    .toList();
            var outcomes = new ConcurrentLinkedQueue<Outcome>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var i = 0; i < 40; i++) {
                    var first = i;
                    var _ = threads.submit(() -> IntStream.iterate(first, n -> n < 400, n -> n + 40)
                            .forEach(n -> outcomes.add((n / 40 % 2 == 0 ? journal : other).append(appends.get(n)))));
                }
            }
            assertThat(outcomes).hasSize(400).allMatch(Outcome.Appended.class::isInstance);
        }
        assertSound(800);
    }

    /** Positions are given under the lock of the head: whoever has one and has not committed keeps all others from having one. */
    @Test
    @Tag("F9")
    void an_open_transaction_elsewhere_makes_writers_wait_and_no_reader_skip_a_fact() throws Exception {
        appended(journal.append(append(fact("branch/b1", 1))));
        try (var elsewhere = database.source().getConnection(); var statement = elsewhere.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            elsewhere.setAutoCommit(false);
            statement.execute("update journal.head set size = size");
            var waiting = threads.submit(() -> journal.append(append(fact("branch/b2", 1))));
            assertThat(journal.awaitBeyond(1, Duration.ofMillis(500))).isFalse();
            assertThat(waiting.isDone()).isFalse();
            assertThat(journal.after(0, 10)).extracting(Recorded::position).containsExactly(1L);
            elsewhere.rollback();
            statement.execute("select count(*) from journal.fact"); // stays open, with its own old view, until the end
            appended(waiting.get());
            appended(journal.append(append(fact("branch/b3", 1))));
            assertThat(journal.after(1, 10)).extracting(Recorded::position).containsExactly(2L, 3L);
        }
        assertSound(3);
    }

    @Test
    void a_fact_that_cannot_be_stored_is_refused_at_the_edge() {
        assertThatThrownBy(() -> fact("branch/\0", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fact("branch/\uD800", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fact("", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fact("branch/b1", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(journal.append(append(fact("branch/𠀀 😀 \u202E", 1)))).isInstanceOf(Outcome.Appended.class);
        assertSound(1);
    }

    @Test
    @Tag("F10")
    void a_fact_that_postgresql_refuses_fails_alone() throws Exception {
        database.sql("alter table journal.fact add constraint no_elephants check (stream <> 'elephant/e1')");
        var outcomes = new ConcurrentLinkedQueue<Object>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 30; i++) {
                var stream = i == 15 ? "elephant/e1" : "branch/" + i;
                var _ = threads.submit(() -> {
                    try {
                        outcomes.add(journal.append(append(fact(stream, 1))));
                    } catch (IllegalArgumentException e) {
                        outcomes.add(e);
                    }
                });
            }
        }
        assertThat(outcomes).filteredOn(Outcome.Appended.class::isInstance).hasSize(29);
        assertThat(outcomes).filteredOn(IllegalArgumentException.class::isInstance).hasSize(1);
        assertSound(29);
    }

    @Test
    @Tag("F13")
    void recorded_times_never_go_back_when_the_clock_does() throws Exception {
        var now = new AtomicLong(Instant.parse("2026-01-05T10:00:00.123456789Z").getEpochSecond());
        InstantSource clock = () -> Instant.ofEpochSecond(now.get(), 123_456_789);
        try (var clocked = new Journal(database.source(), clock, Duration.ofSeconds(5), new SimpleMeterRegistry())) {
            clocked.append(append(fact("branch/b1", 1)));
            now.addAndGet(-3600);
            clocked.append(append(fact("branch/b1", 2)));
            now.addAndGet(7200);
            clocked.append(append(fact("branch/b1", 3)));
        }
        assertThat(journal.stream("branch/b1", 0)).extracting(Recorded::recordedAt)
                .containsExactly(Instant.parse("2026-01-05T10:00:00.123456Z"),
                Instant.parse("2026-01-05T10:00:00.123456Z"), Instant.parse("2026-01-05T11:00:00.123456Z"));
        assertSound(3);
    }

    @Test
    void readers_wake_when_this_process_or_another_appends() throws Exception {
        try (var pool = database.pool(); var other = new Journal(pool)) {
            assertThat(journal.awaitBeyond(0, Duration.ZERO)).isFalse();
            var heads = new ConcurrentLinkedQueue<Long>();
            try (var _ = journal.onAppended(heads::add)) {
                other.append(append(fact("branch/b1", 1)));
                assertThat(journal.awaitBeyond(0, Duration.ofSeconds(10))).isTrue();
                journal.append(append(fact("branch/b1", 2)));
                assertThat(journal.awaitBeyond(1, Duration.ZERO)).isTrue();
                assertThat(heads).containsExactly(1L, 2L);
            }
            assertThat(other.awaitBeyond(1, Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void a_listener_that_fails_does_not_fail_the_append() throws Exception {
        try (var _ = journal.onAppended(_ -> {
            throw new IllegalStateException("on purpose");
        })) {
            assertThat(journal.append(append(fact("branch/b1", 1)))).isInstanceOf(Outcome.Appended.class);
        }
    }

    @Test
    void cut_sessions_are_mended_without_the_caller_noticing() {
        for (var version = 1; version <= 5; version++) {
            assertThat(journal.append(append(fact("branch/b1", version)))).isInstanceOf(Outcome.Appended.class);
            database.cutSessions();
        }
        assertSound(5);
    }

    @Test
    void an_interrupted_caller_gets_its_answer_and_stays_interrupted() {
        Thread.currentThread().interrupt();
        var outcome = journal.append(append(fact("branch/b1", 1)));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome).isInstanceOf(Outcome.Appended.class);
        assertSound(1);
    }

    @Test
    void facts_are_not_edited_by_mistake() {
        journal.append(append(fact("branch/b1", 1)));
        for (var slip : List.of("update journal.fact set payload = ''", "delete from journal.fact", "truncate journal.fact")) {
            assertThatThrownBy(() -> database.sql(slip)).hasMessageContaining("never edited");
        }
    }

    private Append onlyIf(String stream, long version, NewFact... facts) {
        return new Append(UUID.randomUUID(), bytes("digest"), List.of(facts), List.of(new StreamVersion(stream, version)));
    }

    private static Outcome conflict(String stream, long version) {
        return new Outcome.Conflict(List.of(new StreamVersion(stream, version)));
    }

    private static List<Outcome> atOnce(List<Append> appends, Journal journal) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = new ArrayList<Outcome>();
            for (Future<Outcome> future : threads.invokeAll(appends.stream().map(a -> (Callable<Outcome>) () -> journal.append(a))
                    .toList())) {
                outcomes.add(future.get());
            }
            return outcomes;
        }
    }

    private static List<Recorded> appended(Outcome outcome) {
        return ((Outcome.Appended) outcome).facts();
    }

    private static void assertSame(List<Recorded> actual, List<Recorded> expected) {
        assertThat(actual).usingRecursiveFieldByFieldElementComparator().containsExactlyElementsOf(expected);
    }

    private void assertSound(long size) {
        var verified = journal.verify();
        assertThat(verified.fault()).isEqualTo(Optional.empty());
        assertThat(verified.tree().size()).isEqualTo(size);
        assertThat(journal.after(0, 10_000)).extracting(Recorded::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, size).boxed().toList());
    }
}
