package asterism.fuzz;

import asterism.calendar.CalendarDocument;
import asterism.calendar.WorkingDays;
import asterism.command.wiring.evidence.FileSniffing;
import asterism.command.wiring.http.TableReading;
import asterism.document.MalformedException;
import asterism.events.EventJson;
import asterism.events.EventTypes;
import asterism.events.Keys;
import asterism.events.UnreadableFact;
import asterism.rating.LocalRules;
import asterism.rating.lint.Linter;
import asterism.verify.Verify;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A reader of bytes from outside, with inputs that it knows; it answers or refuses, and throws nothing else. */
enum Target {
    /** The first line names the type of the fact. */
    EVENT {
        @Override
        void take(byte[] input) {
            String text = new String(input, StandardCharsets.UTF_8);
            int line = Math.max(0, text.indexOf('\n'));
            try {
                var _ = EventJson.read(text.substring(0, line), text.substring(line).getBytes(StandardCharsets.UTF_8), Keys.NONE);
            } catch (UnreadableFact unreadable) {
                var _ = unreadable.getMessage();
            }
        }

        @Override
        List<byte[]> known() throws IOException {
            List<byte[]> known = new ArrayList<>();
            for (Path golden : files(Path.of("../shared-events/src/test/resources/contracts"), ".json")) {
                String name = Objects.requireNonNull(golden.getFileName(), "a file has a name").toString()
                        .replaceFirst("-(\\d+)\\.json$", "/$1");
                if (EventTypes.byName(name).isPresent()) {
                    known.add((name + "\n" + Files.readString(golden)).getBytes(StandardCharsets.UTF_8));
                }
            }
            return known;
        }
    },
    SCHEME {
        @Override
        void take(byte[] input) {
            String text = new String(input, StandardCharsets.UTF_8);
            var _ = new Linter().lint(text);
            try {
                var _ = LocalRules.read(text);
            } catch (MalformedException malformed) {
                var _ = malformed.finding();
            }
            try {
                var _ = CalendarDocument.read(text);
            } catch (MalformedException malformed) {
                var _ = malformed.finding();
            }
        }

        @Override
        List<byte[]> known() throws IOException {
            List<byte[]> known = new ArrayList<>();
            for (Path scheme : files(Path.of("../deploy/schemes"), ".yaml")) {
                known.add(Files.readAllBytes(scheme));
            }
            WorkingDays.shippedDocuments().forEach(calendar -> known.add(calendar.getBytes(StandardCharsets.UTF_8)));
            return known;
        }
    },
    CSV {
        @Override
        void take(byte[] input) {
            TableReading.read(input);
        }

        @Override
        List<byte[]> known() {
            return Stream.of("body,parent,kind,name.zh,name.en\ncounty,,COMMITTEE,县委,County Committee\n", "a,b\r\n\"x\"\"y\",\"1\n2\"\r\n",
                    "\ufeffa\n=1+1\n").map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
        }
    },
    EVIDENCE {
        @Override
        void take(byte[] input) throws IOException {
            withFile(input, ".bin", FileSniffing::sniff);
        }

        @Override
        List<byte[]> known() throws IOException {
            return List.of(zip("word/document.xml", "<w/>"), zip("xl/workbook.xml", "x".repeat(5_000)), zip("ppt/vbaProject.bin", "m"),
                    "%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "文本".getBytes(StandardCharsets.UTF_8));
        }
    },
    /** What an auditor's verifier is given. */
    PACK {
        @Override
        void take(byte[] input) throws IOException {
            withFile(input, ".zip", file -> {
                int said = Verify.run(new String[] {file.toString()}, new PrintStream(OutputStream.nullOutputStream(), false,
                        StandardCharsets.UTF_8));
                if (said < 0 || said > 2) {
                    throw new AssertionError("no such answer: " + said);
                }
            });
        }

        @Override
        List<byte[]> known() throws IOException {
            return List.of(zip("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
                    zip("data/facts.jsonl", "{\"position\": 1}\n"), zip("manifest-sha256.txt", "a".repeat(64) + "  data/facts.jsonl\n"));
        }
    };

    private interface Taking {
        void take(Path file) throws IOException;
    }

    abstract void take(byte[] input) throws IOException;

    abstract List<byte[]> known() throws IOException;

    /** What was found once and shall stay mended. */
    List<byte[]> found() throws IOException {
        List<byte[]> found = new ArrayList<>();
        Path kept = Path.of("src/test/resources/fuzz", name().toLowerCase(Locale.ROOT));
        for (Path each : Files.exists(kept) ? files(kept, "") : List.<Path>of()) {
            found.add(Files.readAllBytes(each));
        }
        return found;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static void withFile(byte[] input, String ending, Taking taking) throws IOException {
        Path file = Files.createTempFile("asterism-fuzz", ending);
        try {
            Files.write(file, input);
            taking.take(file);
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] zip(String name, String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
