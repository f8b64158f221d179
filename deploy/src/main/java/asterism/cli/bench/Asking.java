package asterism.cli.bench;

import asterism.query.history.HistoryQuestion;
import asterism.query.history.HistoryQuestion.When;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Asks over and over: what was known of the star on a day, at a position, or for a page. An answer counts as a fact.
 *
 * @param question asks once, and fails where the answer is not as it must be
 * @param end      what is to be closed
 */
record Asking(Callable<Integer> question, AutoCloseable end, AtomicLong answers) implements Work {

    /** Raw: the one row by its key, over one connection. */
    static Asking lookup(Database database, Histories histories) {
        HikariDataSource source = database.pool(1, true);
        return new Asking(() -> {
            try (var connection = source.getConnection(); var select = connection.prepareStatement("""
                    select level, because from p_history_1.stretch
                    where branch = ? and known_from <= ? and (known_to is null or known_to > ?)
                        and from_day <= ? and (until_day is null or until_day > ?)""")) {
                var position = histories.anyPosition();
                var day = day();
                select.setString(1, histories.anyBranch());
                select.setLong(2, position);
                select.setLong(3, position);
                select.setObject(4, day);
                select.setObject(5, day);
                try (var found = select.executeQuery()) {
                    return found.next() ? 1 : failed();
                }
            }
        }, source, new AtomicLong());
    }

    /** The product's question about one branch. */
    static Asking one(ConfigurableApplicationContext pages, Histories histories) {
        var question = pages.getBean(HistoryQuestion.class);
        return new Asking(() -> question.history(histories.anyBranch(), new When(day(), null, histories.anyPosition())).answer().stretches()
                .size() == 1 ? 1 : failed(), () -> { }, new AtomicLong());
    }

    /** The product's list of all branches, as CSV over HTTP. */
    static Asking all(ConfigurableApplicationContext pages, Histories histories) {
        return over(pages, () -> "/api/v1/lists/stars.csv?limit=20000&asOfPosition=" + histories.anyPosition(),
                text -> text.lines().count() > histories.branches());
    }

    /** A page whole, as it comes to the browser of somebody who may see it. */
    static Asking page(ConfigurableApplicationContext pages, Supplier<String> path) {
        return over(pages, path, text -> text.contains("</html>"));
    }

    /** The least that the service can answer: that it lives. */
    static Asking nothing(ConfigurableApplicationContext pages) {
        return over(pages, () -> "/actuator/health/liveness", text -> text.contains("UP"));
    }

    private static Asking over(ConfigurableApplicationContext pages, Supplier<String> path, Predicate<String> complete) {
        var http = HttpClient.newHttpClient();
        var url = "http://127.0.0.1:" + pages.getEnvironment().getProperty("local.server.port");
        return new Asking(() -> {
            var answer = http.send(HttpRequest.newBuilder(URI.create(url + path.get())).build(), BodyHandlers.ofString());
            return answer.statusCode() == 200 && complete.test(answer.body()) ? 1 : failed();
        }, http, new AtomicLong());
    }

    private static int failed() {
        throw new BenchFailure("an answer was not as it must be");
    }

    private static LocalDate day() {
        return LocalDate.of(2017, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(300));
    }

    @Override
    public int once() throws Exception {
        answers.incrementAndGet();
        return question.call();
    }

    @Override
    public long stored() {
        return answers.get();
    }

    @Override
    public void close() throws SQLException {
        try {
            end.close();
        } catch (Exception e) {
            throw new SQLException(e);
        }
    }
}
