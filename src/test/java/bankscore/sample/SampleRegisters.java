package bankscore.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The registers of counties and of invented insurers in the three cities of the sample. */
final class SampleRegisters {
    private SampleRegisters() {}

    /**
     * A county or district.
     *
     * @param alias another name of it; empty: none
     * @param classed 类别, by which shares differ
     */
    record County(String code, String name, String alias, String classed) {}

    record Insurer(String code, String name, String shortName, String kind, String opened) {}

    static final List<County> JINHUA_COUNTIES = List.of(
            new County("330702", "婺城区", "", "市区"),
            new County("330703", "金义新区", "金东区", "市区"),
            new County("330791", "金华开发区", "金华经济技术开发区", "市区"),
            new County("330792", "金华双龙风景旅游区", "双龙风景区", "市区"),
            new County("330781", "兰溪市", "", "县市"),
            new County("330782", "义乌市", "", "县市"),
            new County("330783", "东阳市", "", "县市"),
            new County("330784", "永康市", "", "县市"),
            new County("330723", "武义县", "", "县市"));

    static final List<Insurer> JINHUA_INSURERS = List.of(
            insurer("BX01", "稼澜", "财产保险", "金华中心支公司", "2009-04-16"),
            insurer("BX02", "翎川", "财产保险", "金华中心支公司", "2011-09-02"),
            insurer("BX03", "砚溪", "财产保险", "金华分公司", "2006-12-20"),
            insurer("BX04", "朔棠", "财产保险", "金华中心支公司", "2015-03-27"),
            insurer("BX05", "枫屏", "财产保险", "金华中心支公司", "2018-07-09"),
            insurer("BX06", "榕桥", "出口信用保险", "浙中营业部", "2003-05-12"));

    static final List<County> SHANGRAO_COUNTIES = List.of(
            new County("361102", "信州区", "", "二类"),
            new County("361103", "广丰区", "", "二类"),
            new County("361104", "广信区", "上饶县", "二类"),
            new County("361123", "玉山县", "", "二类"),
            new County("361124", "铅山县", "", "二类"),
            new County("361125", "横峰县", "", "一类"),
            new County("361126", "弋阳县", "", "二类"),
            new County("361127", "余干县", "", "一类"),
            new County("361128", "鄱阳县", "", "一类"),
            new County("361129", "万年县", "", "二类"),
            new County("361130", "婺源县", "", "二类"),
            new County("361181", "德兴市", "", "二类"));

    static final List<Insurer> SHANGRAO_INSURERS = List.of(
            insurer("BX01", "稼澜", "财产保险", "饶城中心支公司", "2007-03-08"),
            insurer("BX02", "翎川", "财产保险", "饶城中心支公司", "2010-06-21"),
            insurer("BX03", "禾汀", "农业保险", "饶城中心支公司", "2008-11-15"),
            insurer("BX04", "砚溪", "财产保险", "饶城分公司", "2005-01-19"),
            insurer("BX05", "朔棠", "财产保险", "饶城中心支公司", "2013-08-30"),
            insurer("BX06", "枫屏", "财产保险", "饶城中心支公司", "2016-05-11"),
            insurer("BX07", "澹园", "农业保险", "饶城中心支公司", "2014-02-25"),
            insurer("BX08", "岚栖", "财产保险", "饶城中心支公司", "2017-10-17"),
            insurer("BX09", "丘穗", "财产保险", "饶城中心支公司", "2019-04-03"));

    /** Those and the others of Shangrao, whom only a rule that watches asks about. */
    static final List<Insurer> WATCHED_INSURERS = Stream.concat(
                    SHANGRAO_INSURERS.stream(),
                    Stream.of(
                            insurer("BX10", "稼澜", "人寿保险", "饶城中心支公司", "1996-09-12"),
                            insurer("BX11", "澄屿", "人寿保险", "饶城中心支公司", "2001-05-30"),
                            insurer("BX12", "朔棠", "人寿保险", "饶城中心支公司", "2004-11-08"),
                            insurer("BX13", "砚溪", "人寿保险", "饶城分公司", "2006-03-17"),
                            insurer("BX14", "霁川", "人寿保险", "饶城中心支公司", "2009-07-22"),
                            insurer("BX15", "岚栖", "健康保险", "饶城中心支公司", "2012-01-11"),
                            insurer("BX16", "翎川", "养老保险", "饶城中心支公司", "2013-06-05"),
                            insurer("BX17", "榕桥", "出口信用保险", "饶城营业部", "2010-10-20"),
                            insurer("BX18", "沅芷", "财产保险", "饶城中心支公司", "2015-12-01"),
                            insurer("BX19", "霁川", "财产保险", "饶城中心支公司", "2011-04-26"),
                            insurer("BX20", "沅芷", "人寿保险", "饶城中心支公司", "2018-08-08"),
                            insurer("BX21", "澄屿", "财产保险", "饶城中心支公司", "2022-04-28"),
                            insurer("BX22", "枫屏", "健康保险", "饶城中心支公司", "2020-09-15")))
            .toList();

    static final List<County> LISHUI_COUNTIES = List.of(
            new County("331102", "莲都区", "", "市区"),
            new County("331181", "龙泉市", "", "县市"),
            new County("331121", "青田县", "", "县市"),
            new County("331125", "云和县", "", "县市"),
            new County("331126", "庆元县", "", "县市"),
            new County("331122", "缙云县", "", "县市"),
            new County("331123", "遂昌县", "", "县市"),
            new County("331124", "松阳县", "", "县市"),
            new County("331127", "景宁县", "景宁畲族自治县", "县市"));

    static final List<Insurer> LISHUI_INSURERS = List.of(
            insurer("BX01", "稼澜", "人寿保险", "丽水中心支公司", "2004-07-14"),
            insurer("BX02", "岚栖", "健康保险", "丽水中心支公司", "2012-03-06"),
            insurer("BX03", "砚溪", "财产保险", "丽水中心支公司", "2006-10-23"),
            insurer("BX04", "丘穗", "农业保险", "丽水中心支公司", "2009-12-11"));

    private static Insurer insurer(String code, String brand, String trade, String seat, String opened) {
        return new Insurer(
                code,
                brand + trade + "股份有限公司" + seat,
                brand + trade.replace("保险", "险").replace("财产险", "财险"),
                trade.equals("财产保险") ? "财产保险公司" : trade + "公司",
                opened);
    }

    private static final FormColumns<County> COUNTY_COLUMNS = new FormColumns<County>()
            .text("县区代码", 12, County::code)
            .text("县区名称", 24, County::name)
            .text("简称", 12, county -> county.name().length() > 5 ? county.name().substring(2) : "")
            .text("别名", 22, County::alias)
            .text("类别", 10, County::classed);

    private static final FormColumns<Insurer> INSURER_COLUMNS = new FormColumns<Insurer>()
            .text("机构编码", 12, Insurer::code)
            .text("机构名称", 44, Insurer::name)
            .text("简称", 16, Insurer::shortName)
            .text("类型", 22, Insurer::kind)
            .day("开业日期", insurer -> Optional.of(LocalDate.parse(insurer.opened())));

    /** 县区名录 and 保险机构名录, a sheet each. */
    static void sheets(OfficeBook book, List<County> counties, List<Insurer> insurers) {
        COUNTY_COLUMNS
                .form(book, "县区名录", "县（市、区）名录", "", "", "序号|县区代码|县区名称|简称|别名|类别")
                .rows(counties);
        INSURER_COLUMNS
                .form(book, "保险机构名录", "保险机构名录", "编制单位：市财政局", "", "序号|机构编码|机构名称|简称|类型|开业日期")
                .rows(insurers);
    }
}
