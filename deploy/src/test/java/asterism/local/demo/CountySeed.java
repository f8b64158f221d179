package asterism.local.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Writes the demo county's input folder from one seed: every name is invented, the figures follow the published rules.
 * Run {@code CountySeedTest} with {@code -Ddemo.write=true} to write the folder anew.
 */
final class CountySeed {
    static final int BRANCHES = 111;
    private static final List<Integer> YEARS = List.of(2024, 2025, 2026);
    private static final int FIVE_STAR_SEATS = BRANCHES * 3 / 10;
    private static final int TIE_YEAR = 2025;
    private static final List<String> SATISFACTION_SLUMPS = List.of("2024/b023", "2025/b061", "2026/b009");
    private static final String[][] AGENCIES = {
        {"finance", "财政局", "Finance Bureau"}, {"education", "教育和体育局", "Education and Sports Bureau"},
        {"health", "卫生健康局", "Health Bureau"}, {"civil-affairs", "民政局", "Civil Affairs Bureau"},
        {"water", "水务局", "Water Bureau"}, {"transport", "交通运输局", "Transport Bureau"},
        {"housing", "住房和城乡建设局", "Housing and Construction Bureau"}, {"agriculture", "农业农村局", "Agriculture Bureau"},
        {"forestry", "林业局", "Forestry Bureau"}, {"audit-bureau", "审计局", "Audit Bureau"},
        {"statistics", "统计局", "Statistics Bureau"}, {"justice", "司法局", "Justice Bureau"},
        {"labour", "人力资源和社会保障局", "Human Resources Bureau"}, {"resources", "自然资源和规划局", "Natural Resources Bureau"},
        {"environment", "生态环境分局", "Environment Branch Bureau"}, {"commerce", "商务局", "Commerce Bureau"},
        {"culture", "文化和旅游局", "Culture and Tourism Bureau"}, {"veterans", "退役军人事务局", "Veterans Affairs Bureau"},
        {"emergency", "应急管理局", "Emergency Management Bureau"}, {"market", "市场监督管理局", "Market Supervision Bureau"},
        {"medical-insurance", "医疗保障局", "Medical Insurance Bureau"}, {"petitions", "信访局", "Petitions Bureau"},
        {"archives", "档案馆", "Archives"}, {"development", "发展和改革局", "Development and Reform Bureau"},
        {"industry", "工业和信息化局", "Industry Bureau"}, {"science", "科学技术局", "Science Bureau"},
        {"city-management", "综合行政执法局", "City Management Bureau"}, {"services", "行政审批服务局", "Administrative Services Bureau"},
        {"affairs", "机关事务服务中心", "Agency Affairs Centre"}, {"party-school", "县委党校", "County Party School"}};
    private static final String[] ORDINALS = {"一", "二", "三", "四", "五", "六"};
    private static final String[] ORDINALS_EN = {"First", "Second", "Third", "Fourth", "Fifth", "Sixth"};
    private static final String[] SURNAMES = {"王 Wang", "李 Li", "张 Zhang", "刘 Liu", "陈 Chen", "杨 Yang", "赵 Zhao", "周 Zhou", "吴 Wu",
        "徐 Xu", "孙 Sun", "马 Ma", "朱 Zhu", "胡 Hu", "林 Lin", "郭 Guo", "何 He", "高 Gao", "罗 Luo", "郑 Zheng"};
    private static final String[] GIVEN = {"明 Ming", "静 Jing", "伟 Wei", "丽 Li", "强 Qiang", "敏 Min", "磊 Lei", "洋 Yang", "艳 Yan",
        "勇 Yong", "娟 Juan", "涛 Tao", "霞 Xia", "平 Ping", "刚 Gang", "桂英 Guiying", "建国 Jianguo", "晓燕 Xiaoyan", "志远 Zhiyuan"};
    private static final List<String[]> NAMED = List.of(
            new String[] {"desk", "DESK_REVIEWER", "work-committee"}, new String[] {"office", "ROUND_OFFICE", "work-committee"},
            new String[] {"assessor-1", "ASSESSOR", "work-committee"}, new String[] {"assessor-2", "ASSESSOR", "work-committee"},
            new String[] {"assessor-3", "ASSESSOR", "work-committee"}, new String[] {"assessor-4", "ASSESSOR", "work-committee"},
            new String[] {"assessor-5", "ASSESSOR", "work-committee"}, new String[] {"assessor-6", "ASSESSOR", "work-committee"},
            new String[] {"chair", "PANEL_CHAIR", "work-committee"},
            new String[] {"committee-secretary", "COMMITTEE_SECRETARY", "county-committee"},
            new String[] {"member-1", "COMMITTEE_MEMBER", "work-committee"},
            new String[] {"member-2", "COMMITTEE_MEMBER", "work-committee"},
            new String[] {"member-3", "COMMITTEE_MEMBER", "work-committee"}, new String[] {"appeal-1", "APPEAL_PANEL", "county-committee"},
            new String[] {"appeal-2", "APPEAL_PANEL", "county-committee"}, new String[] {"appeal-3", "APPEAL_PANEL", "county-committee"},
            new String[] {"discipline", "DISCIPLINE_OFFICER", "discipline"}, new String[] {"auditor", "AUDITOR", "county-committee"},
            new String[] {"administrator", "ADMINISTRATOR", "county-committee"});

    private final Random random;
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<String> agencyOf = new ArrayList<>();

    private CountySeed(long seed) {
        this.random = new Random(seed);
    }

    /** The files of the folder by their path within it. */
    static Map<String, String> write(long seed) {
        CountySeed county = new CountySeed(seed);
        county.bodies();
        county.branches();
        county.people();
        double[] quality = county.random.doubles(BRANCHES).map(ignored -> 89 + 6.5 * county.random.nextGaussian()).toArray();
        for (int year : YEARS) {
            county.round(year, quality);
        }
        return county.files;
    }

    static void writeTo(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private void bodies() {
        StringBuilder out = new StringBuilder("body,parent,kind,name_zh,name_en\n");
        out.append("county-committee,,COMMITTEE,云溪县委,Yunxi County Committee\n");
        out.append("organisation,county-committee,ORGANISATION_DEPARTMENT,云溪县委组织部,Yunxi Organisation Department\n");
        out.append("discipline,county-committee,DISCIPLINE_BODY,云溪县纪委,Yunxi Discipline Inspection Commission\n");
        out.append("work-committee,county-committee,WORK_COMMITTEE,云溪县直机关工委,Yunxi Agencies Work Committee\n");
        for (String[] agency : AGENCIES) {
            out.append("%s,work-committee,AGENCY,云溪县%s,Yunxi %s%n".formatted(agency[0], agency[1], agency[2]));
        }
        files.put("bodies.csv", out.toString());
    }

    private void branches() {
        StringBuilder out = new StringBuilder("branch,body,kind,name_zh,name_en,founded_on\n");
        int[] sizes = IntStream.range(0, AGENCIES.length).map(i -> i < BRANCHES - 3 * AGENCIES.length ? 4 : 3).toArray();
        for (int agency = 0; agency < AGENCIES.length; agency++) {
            for (int i = 0; i < sizes[agency]; i++) {
                String[] body = AGENCIES[agency];
                agencyOf.add(body[0]);
                out.append("%s,%s,agency,%s第%s党支部,%s Branch of the %s,%s%n".formatted(branch(agencyOf.size() - 1), body[0],
                        "县" + body[1], ORDINALS[i], ORDINALS_EN[i], body[2],
                        LocalDate.of(2005 + random.nextInt(16), 1 + random.nextInt(12), 1)));
            }
        }
        files.put("branches.csv", out.toString());
    }

    private void people() {
        StringBuilder out = new StringBuilder("person,name_zh,name_en,role,body,branch,sign_in\n");
        out.append(person("secretary", "BRANCH_SECRETARY", agencyOf.getFirst(), branch(0), true));
        NAMED.forEach(named -> out.append(person(named[0], named[1], named[2], "", true)));
        out.append("""
                member-4,郑国栋,Guodong Zheng,COMMITTEE_MEMBER,organisation,,true
                member-5,何秀兰,Xiulan He,COMMITTEE_MEMBER,organisation,,true
                member-6,郭振华,Zhenhua Guo,COMMITTEE_MEMBER,organisation,,true
                appeal-4,罗静,Jing Luo,APPEAL_PANEL,county-committee,,false
                appeal-5,许建军,Jianjun Xu,APPEAL_PANEL,county-committee,,false
                appeal-6,何敏,Min He,APPEAL_PANEL,county-committee,,false
                """);
        for (int i = 1; i < BRANCHES; i++) {
            out.append(person("secretary-" + branch(i), "BRANCH_SECRETARY", agencyOf.get(i), branch(i), false));
        }
        files.put("people.csv", out.toString());
    }

    private String person(String id, String role, String body, String branch, boolean signIn) {
        String[] surname = SURNAMES[random.nextInt(SURNAMES.length)].split(" ", -1);
        String[] given = GIVEN[random.nextInt(GIVEN.length)].split(" ", -1);
        return "%s,%s,%s,%s,%s,%s,%s%n".formatted(id, surname[0] + given[0], given[1] + " " + surname[1], role, body, branch, signIn);
    }

    /** One branch's figures in one round. */
    private record Figures(String branch, int group, List<Integer> base, int deductions, int appraisal, int invited, int answered,
            int satisfied) {

        BigDecimal total() {
            BigDecimal mean = BigDecimal.valueOf(base.stream().mapToInt(Integer::intValue).sum())
                    .divide(BigDecimal.valueOf(3), 4, RoundingMode.HALF_UP);
            return mean.subtract(BigDecimal.valueOf(deductions)).multiply(new BigDecimal("0.7"))
                    .add(BigDecimal.valueOf(appraisal).multiply(new BigDecimal("0.3"))).setScale(2, RoundingMode.HALF_UP);
        }

        Figures asGoodAs(Figures other) {
            return new Figures(branch, group, other.base, other.deductions, other.appraisal, invited, answered, satisfied);
        }
    }

    private void round(int year, double[] quality) {
        List<Figures> all = new ArrayList<>();
        for (int i = 0; i < BRANCHES; i++) {
            quality[i] += 1.6 * random.nextGaussian() + 0.25 * (88 - quality[i]) * random.nextDouble();
            all.add(figures(year, i, quality[i]));
        }
        settleTheCut(all, year == TIE_YEAR);
        StringBuilder scores = new StringBuilder("branch,assessor,base\n");
        StringBuilder visits = new StringBuilder("branch,lead,deductions,appraisal\n");
        StringBuilder surveys = new StringBuilder("branch,invited,answered,satisfaction\n");
        for (Figures branch : all) {
            for (int a = 0; a < 3; a++) {
                scores.append("%s,assessor-%d,%d%n".formatted(branch.branch(), 3 * branch.group() + a + 1, branch.base().get(a)));
            }
            visits.append("%s,assessor-%d,%d,%d%n".formatted(branch.branch(), 3 * branch.group() + 1, branch.deductions(),
                    branch.appraisal()));
            surveys.append("%s,%d,%d,%s%n".formatted(branch.branch(), branch.invited(), branch.answered(),
                    BigDecimal.valueOf(100L * branch.satisfied()).divide(BigDecimal.valueOf(branch.answered()), 1, RoundingMode.HALF_UP)
                            .stripTrailingZeros().toPlainString()));
        }
        files.put(year + "/scores.csv", scores.toString());
        files.put(year + "/visits.csv", visits.toString());
        files.put(year + "/surveys.csv", surveys.toString());
    }

    private Figures figures(int year, int i, double quality) {
        List<Integer> base = IntStream.range(0, 3).mapToObj(ignored -> points(quality + 1.8 + 1.5 * random.nextGaussian())).toList();
        int deductions = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
        int invited = 18 + random.nextInt(60);
        int answered = invited - random.nextInt(1 + invited / 6);
        boolean slump = SATISFACTION_SLUMPS.contains(year + "/" + branch(i));
        double share = slump ? 0.55 : Math.clamp(0.9 + 0.05 * random.nextGaussian(), 0.66, 1.0);
        return new Figures(branch(i), i % 2, base, deductions, points(quality + 2 * random.nextGaussian()), invited, answered,
                (int) Math.round(share * answered));
    }

    /** One year has a tie across the cut of the five-star quota; in the others the cut is clear. */
    private static void settleTheCut(List<Figures> all, boolean tie) {
        List<Figures> ranked = all.stream().filter(branch -> 100 * branch.satisfied() >= 60 * branch.answered())
                .sorted(Comparator.comparing(Figures::total).reversed()).toList();
        Figures last = ranked.get(FIVE_STAR_SEATS - 1);
        for (int i = FIVE_STAR_SEATS - 2; i < ranked.size(); i++) {
            Figures other = ranked.get(i);
            boolean same = other.total().compareTo(last.total()) == 0;
            if (tie ? i == FIVE_STAR_SEATS : same && i != FIVE_STAR_SEATS - 1) {
                all.set(all.indexOf(other), tie ? other.asGoodAs(last) : apart(other, i < FIVE_STAR_SEATS ? 1 : -1));
            }
        }
    }

    private static Figures apart(Figures branch, int by) {
        return new Figures(branch.branch(), branch.group(), branch.base(), branch.deductions(), Math.clamp(branch.appraisal() + by, 0, 100),
                branch.invited(), branch.answered(), branch.satisfied());
    }

    private static int points(double value) {
        return (int) Math.clamp(Math.round(value), 40L, 99L);
    }

    private static String branch(int index) {
        return "b%03d".formatted(index + 1);
    }
}
