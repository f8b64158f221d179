package asterism.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A house of two instances of each service goes from one version to the next and back, instance by instance, while people register
 * branches and read: readers first, and each newcomer is ready before its forerunner is told to stop. {@code -Dformer} names a checkout
 * of the former version with its jars built; without it, the version is its own former one.
 */
class UpgradeCampaign {
    private static final int CLIENTS = 3;
    private static final int BETWEEN = 300;
    /** Between what one client asks: work, but no more than leaves a machine room to start what is new. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    @TempDir
    Path folder;

    private final List<Instance> commands = new CopyOnWriteArrayList<>();
    private final List<Instance> pages = new CopyOnWriteArrayList<>();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final AtomicInteger read = new AtomicInteger();
    private final List<String> unread = new CopyOnWriteArrayList<>();

    @Test
    void upAndBackUnderLoadNothingIsLostAndNobodyReadsNothing() throws Exception {
        Path former = Path.of(System.getProperty("former", Instance.BUILT.toString()));
        try (Several house = new Several(folder); ExecutorService people = Executors.newFixedThreadPool(CLIENTS + 1)) {
            house.migrate(former);
            try {
                start(house, former);
                house.found(commands);
                List<Future<?>> working = new ArrayList<>(IntStream.range(0, CLIENTS).<Future<?>>mapToObj(client ->
                        people.submit(() -> register(house, client))).toList());
                working.add(people.submit(this::read));
                more(house);
                house.migrate(Instance.BUILT);
                replaceAll(house, Instance.BUILT);
                more(house);
                replaceAll(house, former);
                more(house);
                enough.set(true);
                for (Future<?> one : working) {
                    one.get();
                }
                long head = house.oneOrderOfFacts();
                house.everythingIsOnTheTopic(head);
                await().atMost(Several.PATIENCE).untilAsserted(() -> assertThat(pages).allSatisfy(each ->
                        assertThat(each.answers("/api/v1/lists/stars?waitFor=" + head)).as(each::words).isTrue()));
                assertThat(unread).as("of %d questions", read.get()).isEmpty();
                System.out.printf("%d commands, asked again %d times; %d questions%n", house.acknowledged(), house.again(), read.get());
            } finally {
                enough.set(true);
                commands.forEach(Instance::close);
                pages.forEach(Instance::close);
            }
        }
    }

    private void start(Several house, Path jars) {
        commands.addAll(List.of(house.commands(jars), house.commands(jars)));
        commands.forEach(Instance::ready);
        pages.addAll(List.of(house.pages(jars, commands.getFirst()), house.pages(jars, commands.getLast())));
        pages.forEach(Instance::ready);
    }

    private void replaceAll(Several house, Path jars) {
        for (int i = 0; i < pages.size(); i++) {
            replace(pages, i, house.pages(jars, commands.get(i)));
        }
        for (int i = 0; i < commands.size(); i++) {
            replace(commands, i, house.commands(jars));
            replace(pages, i, house.pages(jars, commands.get(i))); // whose feed was the one that goes
        }
    }

    private static void replace(List<Instance> doors, int place, Instance next) {
        Instance before = doors.set(place, next.ready());
        before.close();
    }

    /** Lets people work for a while. */
    private static void more(Several house) {
        int until = house.acknowledged() + BETWEEN;
        await().atMost(Several.PATIENCE).until(() -> house.acknowledged() > until);
    }

    private void register(Several house, int client) {
        for (int i = 0; !enough.get(); i++) {
            house.register(commands, client, i);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Somebody reads all the time, from whoever is said to answer. */
    private void read() {
        while (!enough.get()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            Instance asked = pages.get(read.incrementAndGet() % pages.size());
            try {
                int status = asked.send(HttpRequest.newBuilder(URI.create(asked.url() + "/api/v1/lists/stars?limit=5"))).statusCode();
                if (status != 200 && pages.contains(asked)) {
                    unread.add("status " + status);
                }
            } catch (IOException gone) {
                if (pages.contains(asked)) {
                    unread.add(gone.toString());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
