package bankscore.desk.browser;

import bankscore.machine.Chromium.Tab;
import java.util.function.Consumer;

/** The pages of a desk on which something lies, each as it looks when something was asked on it. */
enum Sight {
    HOME("", "首页", "复核通过"),
    PROVINCE("province/2022Q4", "首页", "有错误，未发布"),
    PERIODS("period", "期间", "2022年第一季度"),
    PERIOD(
            "period/2022Q4?rule=" + BusyDesk.RULE,
            "期间",
            "收表进度",
            clerk -> clerk.follow("查看表格，写明原因").reads("核实无误的，写明原因")),
    FINDING("period/2022Q4/finding/0?rule=" + BusyDesk.RULE, "期间", "核实无误的，写明原因"),
    NEW_PERIOD("period/2026Q4", "期间", "第一步：放入各单位报来的表"),
    RESULT("result/2022Q4?rule=" + BusyDesk.RULE, "结果", "得分排名"),
    SUBSIDIES("result/2024Q4?rule=jinhua-insurance", "结果", "审核"),
    NOTICE("result/2022Q4?rule=shangrao-watch", "结果", "通报"),
    SUBSIDIES_PERIOD(
            "period/2024Q4?rule=jinhua-insurance",
            "期间",
            "第二步：检查",
            clerk -> clerk.press("检查").reads("检查完毕：")),
    NOTICE_PERIOD(
            "period/2022Q4?rule=shangrao-watch",
            "期间",
            "第二步：检查",
            clerk -> clerk.press("检查").reads("检查完毕：")),
    SUBSIDIES_EXPLAINED("result/explained?of=2024Q4+r1+jinhua-insurance&whom=", "结果", "说明"),
    NOTICE_EXPLAINED("result/explained?of=2022Q4+r1+shangrao-watch&whom=", "结果", "说明"),
    SUBSIDIES_TRIAL("trial?of=2024Q4+r1+jinhua-insurance", "试算", "填好新的数"),
    NOTICE_TRIAL("trial?of=2022Q4+r1+shangrao-watch", "试算", "填好新的数"),
    SUBSIDIES_RULE("rule?version=jinhua-2024", "办法", "检查改动过的办法文件"),
    NOTICE_RULE("rule?version=shangrao-watch-2022", "办法", "检查改动过的办法文件"),
    EXPLAINED("result/2022Q4?rule=" + BusyDesk.RULE, "结果", "得分排名", clerk -> {
        clerk.tab().find("#ranking-table td.number a").click();
        clerk.reads("考核得分说明");
    }),
    TRIAL("trial?of=2022Q4+r1", "试算", "填好新的数", clerk -> {
        String points = ".set.items.tax.bands[5].points";
        clerk.tab().page().locator("details").evaluateAll("all => all.forEach(each => each.open = true)");
        clerk.fill("input[name='one" + points + "']", "24").fill("input[name='two" + points + "']", "20");
        // It is tried as soon as a number is entered.
        clerk.tab().page().keyboard().press("Tab");
        clerk.reads("没有发布，没有改动任何文件");
    }),
    COMPARISON("comparison?of=2022Q4+r1", "比较", "选好与哪一版比较", clerk -> {
        clerk.tab().find("button.main").click();
        clerk.reads("变化从哪里来");
    }),
    RULE("rule", "办法", "检查改动过的办法文件"),
    REVIEWS("review", "复核与批准", "复核通过"),
    REVIEW("review/2022Q4/1", "复核与批准", "已经签批"),
    HISTORY("history", "历史", "链首", clerk -> {
        String code = clerk.tab().find("td.code").innerText();
        clerk.fill("input[name=code]", code);
        clerk.tab().find("form[action$='/history/code'] button").click();
        clerk.reads("核对结果");
    }),
    PEOPLE("people", "人员", "公钥指纹"),
    SIGN_IN("sign-in", "人员", "以本人身份进入");

    private final String path;
    private final String place;
    private final String words;
    private final Consumer<Clerk> then;

    Sight(String path, String place, String words) {
        this(path, place, words, clerk -> {});
    }

    /**
     * @param place in whose part of the navigation it lies
     * @param words that show that it is there
     * @param then what is done on it
     */
    Sight(String path, String place, String words, Consumer<Clerk> then) {
        this.path = path;
        this.place = place;
        this.words = words;
        this.then = then;
    }

    String place() {
        return place;
    }

    /** Goes there. */
    Tab show(Tab tab, BusyDesk busy) {
        tab.go(busy.desk().address(), path).waitFor(words);
        then.accept(new Clerk(tab));
        return tab;
    }
}
