package asterism.cli.bench;

import java.util.List;
import java.util.Locale;

/** Bars as an SVG that any browser and any viewer of Markdown shows. */
record Bars(String title, List<Bar> bars, double mark) {
    private static final int ROW = 22;
    private static final int NAME = 190;
    private static final int WIDTH = 420;
    private static final int HEAD = 34;

    /** @param kind its colour */
    record Bar(String name, double value, String text, Kind kind) {
    }

    /** Whose line it is. */
    enum Kind {
        HOUSE("#1d70b8"), RAW("#8a9ba8"), PEER("#d4a017"), MISSED("#b8501d");

        private final String colour;

        Kind(String colour) {
            this.colour = colour;
        }
    }

    String svg() {
        double most = Math.max(mark, bars.stream().mapToDouble(Bar::value).max().orElse(1));
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="13">
                <title>%s</title>
                <rect width="100%%" height="100%%" fill="#fff"/>
                <text x="8" y="20" font-weight="bold">%s</text>
                """.formatted(NAME + WIDTH + 110, HEAD + bars.size() * ROW + 10, title, title));
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            int y = HEAD + i * ROW;
            double width = bar.value() / most * WIDTH;
            svg.append(String.format(Locale.ROOT, """
                    <text x="%d" y="%d" text-anchor="end">%s</text>
                    <rect x="%d" y="%d" width="%.1f" height="%d" fill="%s"/>
                    <text x="%.1f" y="%d">%s</text>
                    """, NAME - 8, y + 15, bar.name(), NAME, y + 3, width, ROW - 6, bar.kind().colour,
                    NAME + width + 6, y + 15, bar.text()));
        }
        if (mark > 0) {
            double x = NAME + mark / most * WIDTH;
            svg.append(String.format(Locale.ROOT, "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#0b0c0c\"/>%n", x, HEAD, x,
                    HEAD + bars.size() * ROW));
        }
        return svg.append("</svg>\n").toString();
    }
}
