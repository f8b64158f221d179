package asterism.house;

import asterism.command.CommandService;
import asterism.events.Event;
import asterism.events.EventTypes;
import asterism.events.Personal;
import asterism.events.Secret;
import asterism.query.QueryService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MethodRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Who records a fact, who reacts to it, who shows it: read from the compiled services, so it cannot be wishful. */
final class EventMap {
    private final List<ClassModel> command = classes(CommandService.class);
    private final List<ClassModel> query = classes(QueryService.class);

    /** The map as Markdown, a table per capability. */
    String markdown() {
        Map<String, List<Class<? extends Event>>> capabilities = EventTypes.all().stream()
                .collect(Collectors.groupingBy(type -> EventTypes.nameOf(type).split("\\.", 2)[0]));
        return capabilities.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(capability -> "### " + capability.getKey()
                        + "\n\n| fact | says | recorded by | reacts | shown by |\n|---|---|---|---|---|\n"
                        + capability.getValue().stream().map(this::row).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private String row(Class<? extends Event> fact) {
        String says = Arrays.stream(fact.getRecordComponents()).map(EventMap::field).collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | %s | %s |\n".formatted(EventTypes.nameOf(fact), says,
                places(command, uses -> makes(uses, fact) && !reacts(uses), EventMap::lastPackage),
                places(command, uses -> refers(uses, fact) && reacts(uses), EventMap::simpleName),
                places(query, uses -> refers(uses, fact), EventMap::lastPackage));
    }

    private static String field(RecordComponent part) {
        String mark = part.getType() == Personal.class ? " (personal)" : part.getType() == Secret.class ? " (sealed)" : "";
        return part.getName() + mark;
    }

    private static String places(List<ClassModel> classes, Predicate<ClassModel> which, Function<ClassModel, String> name) {
        String found = classes.stream().filter(which).map(name).distinct().sorted().collect(Collectors.joining(", "));
        return found.isEmpty() ? "–" : found;
    }

    private static boolean reacts(ClassModel model) {
        return model.interfaces().stream().map(ClassEntry::asInternalName)
                .anyMatch(name -> name.equals("asterism/command/core/Reaction") || name.equals("asterism/command/core/Alarm"));
    }

    private static boolean refers(ClassModel model, Class<?> fact) {
        return pool(model).anyMatch(entry -> entry instanceof ClassEntry type && type.asInternalName().equals(internal(fact)));
    }

    private static boolean makes(ClassModel model, Class<?> fact) {
        return pool(model).anyMatch(entry -> entry instanceof MethodRefEntry method
                && method.owner().asInternalName().equals(internal(fact)) && method.name().equalsString("<init>"));
    }

    private static Stream<PoolEntry> pool(ClassModel model) {
        return StreamSupport.stream(model.constantPool().spliterator(), false);
    }

    private static String internal(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    private static String simpleName(ClassModel model) {
        String name = model.thisClass().asInternalName();
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static String lastPackage(ClassModel model) {
        String[] parts = model.thisClass().asInternalName().split("/", -1);
        return parts[2];
    }

    private static List<ClassModel> classes(Class<?> service) {
        try {
            Path place = Path.of(service.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                return under(place);
            }
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of())) {
                return under(jar.getPath("/"));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ClassModel> under(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class") && file.toString().contains("asterism"))
                    .map(EventMap::parse).toList();
        }
    }

    private static ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
