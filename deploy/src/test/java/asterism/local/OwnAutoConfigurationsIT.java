package asterism.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.context.ConfigurableApplicationContext;

class OwnAutoConfigurationsIT {
    @TempDir
    Path data;

    @Test
    void noServiceIsConfiguredWithWhatOnlyItsNeighboursOnTheClassPathNeed() {
        try (LocalHouse house = new LocalHouse(HouseSettings.onFreePorts(data, true), _ -> { })) {
            RunningHouse running = house.start();
            Map<String, ConfigurableApplicationContext> contexts = house.contexts();
            assertThat(contexts).containsOnlyKeys("sign-in", "commands", "pages");
            assertThat(configuredBy(contexts.get("commands"))).isNotEmpty()
                    .noneMatch(name -> startsWithAny(name, OwnAutoConfigurations.TO_COMMANDS));
            assertThat(configuredBy(contexts.get("pages"))).isNotEmpty()
                    .noneMatch(name -> startsWithAny(name, OwnAutoConfigurations.TO_PAGES));
            assertThat(running.demoWorld()).isFalse();
        }
    }

    private static boolean startsWithAny(String name, List<String> prefixes) {
        return prefixes.stream().anyMatch(name::startsWith);
    }

    private static List<String> configuredBy(@Nullable ConfigurableApplicationContext context) {
        return ConditionEvaluationReport.get(Objects.requireNonNull(context).getBeanFactory()).getConditionAndOutcomesBySource()
                .entrySet().stream()
                .filter(entry -> entry.getValue().isFullMatch()).map(Map.Entry::getKey).toList();
    }
}
