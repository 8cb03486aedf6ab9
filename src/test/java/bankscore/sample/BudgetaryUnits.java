package bankscore.sample;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The invented budgetary units that rate the banks. */
final class BudgetaryUnits {
    private static final List<String> ORDINALS = List.of(
            "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九",
            "二十", "二十一", "二十二", "二十三", "二十四");

    /** Offices of the city. */
    static final List<String> OFFICES = Stream.of(
                    "市教育局",
                    "市科技局",
                    "市工信局",
                    "市公安局",
                    "市民政局",
                    "市司法局",
                    "市人社局",
                    "市自然资源局",
                    "市生态环境局",
                    "市住建局",
                    "市交通运输局",
                    "市水利局",
                    "市农业农村局",
                    "市商务局",
                    "市文旅局",
                    "市卫健委",
                    "市应急管理局",
                    "市审计局",
                    "市国资委",
                    "市林业局",
                    "市市场监管局",
                    "市体育局",
                    "市统计局",
                    "市乡村振兴局",
                    "市医疗保障局",
                    "市城管局",
                    "市信访局",
                    "市行政审批局",
                    "市机关事务中心",
                    "市档案馆",
                    "市残联",
                    "市总工会",
                    "市妇联",
                    "市科协",
                    "市文联",
                    "市工商联",
                    "市红十字会",
                    "市供销社",
                    "市公路中心",
                    "市港航中心",
                    "市住房公积金中心",
                    "市粮食和物资储备局",
                    "市大数据中心",
                    "市地方志办公室")
            .toList();

    /** Schools, hospitals and other institutions of the city. */
    static final List<String> INSTITUTIONS = Stream.of(
                    numbered("市第", "中学", 24),
                    numbered("市第", "小学", 24),
                    numbered("市第", "幼儿园", 18),
                    numbered("市第", "人民医院", 6),
                    Stream.of(
                            "市中医院",
                            "市妇幼保健院",
                            "市疾控中心",
                            "市中心血站",
                            "市急救中心",
                            "市图书馆",
                            "市博物馆",
                            "市文化馆",
                            "市体育中心",
                            "市特殊教育学校",
                            "市职业技术学校",
                            "市卫生学校",
                            "市殡仪馆",
                            "市社会福利院",
                            "市救助管理站",
                            "市气象服务中心",
                            "市检验检测中心",
                            "市不动产登记中心"))
            .flatMap(names -> names)
            .toList();

    /** Offices and institutions of the districts. */
    static final List<String> DISTRICTS = Stream.of("信州区", "城东新区", "高铁新区", "江南片区")
            .flatMap(district -> Stream.concat(
                    Stream.of(
                                    "教体局", "民政局", "财政局", "人社局", "住建局", "交通运输局", "农业农村局", "水利局", "商务局", "文旅局", "卫健委",
                                    "应急管理局", "审计局", "统计局", "医保局", "城管局", "市场监管局", "信访局", "行政审批局", "退役军人事务局")
                            .map(district::concat),
                    Stream.concat(
                            numbered(district + "第", "小学", 12),
                            Stream.of("实验中学", "人民医院", "社区服务中心", "文化馆", "敬老院").map(district::concat))))
            .toList();

    /** All of them. */
    static final List<String> ALL =
            Stream.of(OFFICES, INSTITUTIONS, DISTRICTS).flatMap(List::stream).toList();

    private BudgetaryUnits() {}

    private static Stream<String> numbered(String before, String after, int count) {
        return IntStream.range(0, count).mapToObj(i -> before + ORDINALS.get(i) + after);
    }
}
