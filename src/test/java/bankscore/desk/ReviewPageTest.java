package bankscore.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An office sets up its people in a browser, one reviews what another ran, and a third records the approval. */
class ReviewPageTest {

    private static final String PASSWORD = "饶州古城2022";

    @TempDir
    Path folder = Path.of("");

    private static HttpResponse<String> add(OpenDesk desk, String name, String role, String user, String permission)
            throws Exception {
        return desk.send(
                "people",
                "people/add",
                "person",
                name,
                "role",
                role,
                "user",
                user,
                "from",
                "2023-01-01",
                "password",
                PASSWORD,
                "again",
                PASSWORD,
                "administrator",
                "周八",
                "permission",
                permission);
    }

    private static HttpResponse<String> review(
            OpenDesk desk, String verdict, String words, String person, String password) throws Exception {
        return desk.send(
                "review/2022Q4/1",
                "review/2022Q4/1/review",
                "verdict",
                verdict,
                "words",
                words,
                "person",
                person,
                "password",
                password);
    }

    private static void refused(HttpResponse<String> answer, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains("role=\"alert\">" + words);
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    @Test
    void people_are_set_up_and_one_reviews_what_another_ran_and_a_third_approves() throws Exception {
        try (OpenDesk desk = OpenDesk.published(folder)) {
            assertThat(desk.get("review").body()).contains("已生成，未复核", "/review/2022Q4/1", "<bdi>上饶市银行机构支持地方经济发展贡献度考核");
            assertThat(desk.get("people").body()).contains("还没有登记人员");
            // Nobody is set up: nobody signs, and what is left to do is the approval.
            assertThat(desk.get("review/2022Q4/1").body())
                    .contains("没有登记人员，不签名：直接登记批准。", "href=\"/people\"", "id=\"approve\"")
                    .doesNotContain("签名并记录", "取代已经登记的批准", "现在没有人可以办这一步");
            refused(add(desk, "王五", "复核", "", ""), "没有保存：第一位必须是管理员。");
            refused(add(desk, "../王五", "管理员", "", ""), "没有保存：姓名、角色、起止日期要齐全、正确。");
            done(add(desk, "周八", "管理员", "", ""));
            refused(add(desk, "王五", "复核", "", "不是密码不是密码"), "密码不对");
            done(add(desk, "王五", "复核", "", PASSWORD));
            done(add(desk, "张三", "复核", System.getProperty("user.name"), PASSWORD));
            String user = System.getProperty("user.name");
            assertThat(desk.get("review").body()).contains("<td><bdi>张三</bdi>").doesNotContain("<td><bdi>" + user);
            assertThat(desk.get("review/2022Q4/1").body()).contains("<bdi>张三（电脑用户 " + user + "）</bdi>");
            done(add(desk, "赵六", "负责人", "", PASSWORD));
            refused(add(desk, "赵六", "负责人", "", PASSWORD), "这个人已经有密钥，没有改动。");
            // Who was added, by whose permission, stands in the history; who was not, does not.
            String added = desk.get("history").body();
            assertThat(added).contains(">周八</bdi>", ">王五，管理员 周八</bdi>", ">赵六，管理员 周八</bdi>", ">已添加</bdi>");
            assertThat(added.split(">已添加</bdi>", -1)).hasSize(5);
            assertThat(desk.get("").body()).contains("<bdi>电脑用户 " + user + "</bdi>");

            // Whoever ran it is not offered; nobody approves what nobody reviewed, once a review is asked for.
            String page = desk.get("review/2022Q4/1").body();
            assertThat(page).contains("<option value=\"王五\">王五</option>").doesNotContain("<option value=\"张三\"");
            refused(review(desk, "REVIEWED", "", "张三", PASSWORD), "经办这一版的人不能复核");
            refused(review(desk, "REVIEWED", "", "王五", "不是密码不是密码"), "密码不对，或者密钥文件被改动过。");
            refused(review(desk, "REVIEWED", "", "孙七", PASSWORD), "人员名单里没有这个人。");
            refused(review(desk, "RETURNED", " ", "王五", PASSWORD), "退回要写明理由");
            done(review(desk, "RETURNED", "<img src=x>缺表", "王五", PASSWORD));
            assertThat(desk.get("review/2022Q4/1").body())
                    .contains("退回（王五，2023-01-12 11:00）：&lt;img src=x&gt;缺表")
                    .doesNotContain("<img");
            done(review(desk, "REVIEWED", "", "王五", PASSWORD));
            assertThat(desk.get("review").body()).contains("复核通过（王五，2023-01-12 11:00）");

            assertThat(desk.sendAs(
                                    "none",
                                    "review/2022Q4/1/review",
                                    "verdict",
                                    "REVIEWED",
                                    "person",
                                    "王五",
                                    "password",
                                    PASSWORD)
                            .statusCode())
                    .isEqualTo(403);
            String[] approval = {"document", "饶府字〔2023〕1号", "date", "2023-01-10", "person", "赵六", "password", PASSWORD};
            done(desk.send("review/2022Q4/1", "review/2022Q4/1/approve", approval));
            String approved = desk.get("review/2022Q4/1").body();
            assertThat(approved)
                    .contains("已批准（饶府字〔2023〕1号 2023-01-10；赵六 登记于 2023-01-12 11:00）", "下载签批单")
                    .contains("批准登记有误的，在这里更正", "取代已经登记的批准")
                    .doesNotContain("现在没有人可以办这一步", "签名并记录");
            assertThat(desk.get("history").body()).contains("已批准（饶府字〔2023〕1号 2023-01-10；赵六 登记于");
            HttpResponse<String> slip = desk.get("review/2022Q4/1/page");
            assertThat(slip.statusCode()).isEqualTo(200);
            assertThat(slip.headers().firstValue("Content-Disposition").orElse(""))
                    .contains("2022Q4-r1-");
            assertThat(slip.body()).startsWith("PK");

            // Whoever signs in has a session of his own, and what he does is his.
            HttpResponse<String> wrong = desk.send("people", "sign-in", "person", "王五", "password", "不是密码不是密码");
            assertThat(wrong.statusCode()).isEqualTo(403);
            assertThat(wrong.body()).contains("姓名或者密码不对。");
            String before = desk.cookie();
            HttpResponse<String> entered = desk.send("people", "sign-in", "person", "王五", "password", PASSWORD);
            done(entered);
            desk.goOn(OpenDesk.cookie(entered));
            assertThat(desk.get("people").body()).contains("<bdi>王五</bdi>\n      <button");
            // A reviewer neither runs a period nor changes a rule.
            assertThat(desk.send("people", "period/2022Q4/run?rule=shangrao").statusCode())
                    .isEqualTo(403);
            assertThat(desk.send("people", "rule", "keep", "true").statusCode()).isEqualTo(403);
            String own = desk.cookie();
            desk.goOn(before);
            HttpResponse<String> left = desk.get("people");
            assertThat(left.statusCode()).isEqualTo(401);
            assertThat(left.body()).contains("尚未进入", "href=\"/sign-in\"").doesNotContain("没有完成", "王五");
            desk.goOn(own);

            assertThat(desk.get("review/2022Q4/7").statusCode()).isEqualTo(404);
            assertThat(desk.get("review/2022Q4/1?rule=..%2F..").statusCode()).isEqualTo(404);
            assertThat(desk.get("review/2022Q4/1/page?rule=..%2F..").statusCode())
                    .isEqualTo(404);
        }
    }
}
