package asterism.local.demo;

import asterism.command.core.Commands;
import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.StreamId;
import asterism.local.FirstStart;
import asterism.local.Inside;
import asterism.local.Progress;
import asterism.local.RunningHouse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Plays the demo county in the running house, as far as it has not been played yet, and tells what came of it. */
public final class DemoCounty implements FirstStart {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final int lastYear;

    /** @param lastYear of the rounds to play, from {@link CountyStory#FIRST_YEAR} to {@link CountyStory#LAST_YEAR} */
    public DemoCounty(int lastYear) {
        this.lastYear = lastYear;
    }

    @Override
    public void play(RunningHouse house, Progress out) {
        Inside inside = house.inside();
        Played world = new Played(inside, out);
        CountyStory story = new CountyStory(world, lastYear);
        if (!story.isOver()) {
            long before = System.nanoTime();
            out.say("\nPlaying the demo county: three yearly rounds by its own clock, through the same commands that people use");
            inside.clock().open(CountyStory.STARTS, inside.commands());
            story.play();
            out.say("  played in %d s".formatted(Duration.ofNanos(System.nanoTime() - before).toSeconds()));
        }
        ReadSide.of(house).await(inside.journal().head());
        out.say(CountyReport.of(inside).print());
    }

    /** The world the story is played in: this house. */
    private record Played(Inside inside, Progress out) implements World {

        @Override
        public Commands commands() {
            return inside.commands();
        }

        @Override
        public void advanceTo(Instant instant) {
            inside.clock().advanceTo(instant);
        }

        @Override
        public void settle() {
            try {
                if (!inside.quiet().await(PATIENCE)) {
                    throw new IllegalStateException("The house did not come to rest within " + PATIENCE.toMinutes() + " minutes");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The demo county's story was interrupted", e);
            }
        }

        @Override
        public <F extends Event> Optional<F> latest(StreamId stream, Class<F> kind) {
            return inside.journal().stream(stream.toString(), 0).stream().map(at -> EventJson.read(at, inside.keys()).event())
                    .filter(kind::isInstance).map(kind::cast).reduce((_, later) -> later);
        }

        @Override
        public void tell(String line) {
            out.say("  " + line);
        }
    }
}
