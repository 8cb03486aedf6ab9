package bankscore.contribution.method;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every method of the language in tables, for all tests that go through the language: a new method stands here once. */
public final class MethodTable {

    /** All words in the order in which messages tell them. */
    public static final String NAMES =
            "bands, linear, min_max, rank, ratio_to_best, ratio_to_reference, share_of_total, value";

    /** The method, the banks' values ({@code -} for none), their points rounded to two decimals. */
    public static final String POINTS = """
            # both ends of every band; below the first bound 0; no value 0
            {bands: [{from: 5, points: 1}, {from: 8, points: 2}]}                  | 4.99 5 7.99 8 900 -       | 0 1 1 2 2 0
            {bands: [{from: 5, points: 1}, {from: 8, points: 2}], closed: upper}   | 5 5.01 8 8.01 -3          | 0 1 1 2 0
            {bands: [{points: -1}, {from: 0, points: 0}, {from: 0.5, points: 1}]}  | -0.01 0 0.49 0.5          | -1 0 0 1
            {bands: [{from: 5, to: 8, closed: both, points: 1}, {from: 8, closed: none, points: 2}]} | 4.99 5 8 8.01 | 0 1 1 2
            {bands: [{points: 7}]}                                                 | -9 0 9                    | 7 7 7
            # ratio to best: ties, zero, negative, none, one bank, nobody above 0
            {ratio_to_best: {full: 30}}                                            | 10 20 20 0 -5 -           | 15 30 30 0 0 0
            {ratio_to_best: {full: 30}}                                            | 7                         | 30
            {ratio_to_best: {full: 30}}                                            | 0 -5                      | 0 0
            {ratio_to_best: {full: 10}}                                            | 1 3                       | 3.33 10
            {ratio_to_best: {full: 30, better: lower}}                             | 10 20 5 -                 | 15 7.5 30 0
            {ratio_to_best: {full: 30, better: lower}}                             | 0 4 0                     | 30 0 30
            {ratio_to_best: {full: 30, better: lower}}                             | -1 4 0                    | 0 0 0
            # ratio to a reference: at it, above it, negative, a cap above full, a reference that is not above 0
            {ratio_to_reference: {full: 60, reference: mean}}                      | 1 2 3                     | 30 60 60
            {ratio_to_reference: {full: 60, reference: median}}                    | 1 2 9 -                   | 30 60 60 0
            {ratio_to_reference: {full: 60, reference: best}}                      | 1 2 4                     | 15 30 60
            {ratio_to_reference: {full: 60, reference: 2, cap: 90}}                | -1 0 1 2 3 4              | 0 0 30 60 90 90
            {ratio_to_reference: {full: 60, reference: mean}}                      | -1 1                      | 0 0
            {ratio_to_reference: {full: 60, reference: mean}}                      | -3 1                      | 0 0
            # the mean of the best two: (9 + 3) ÷ 2 = 6, fewer if there are fewer, of equals as many as there are places
            {ratio_to_reference: {full: 60, reference: {mean_of_best: 2}}}         | 1 9 3 -                   | 10 60 30 0
            {ratio_to_reference: {full: 60, reference: {mean_of_best: 2}}}         | 4                         | 60
            {ratio_to_reference: {full: 60, reference: {mean_of_best: 2}}}         | 4 4 4 1                   | 60 60 60 15
            {linear: {reference: {mean_of_best: 2}, per: 1, points: 1, steps: pro_rata}} | 1 9 3               | -5 3 -3
            # without a cap what exceeds the reference counts in full; negative is 0 all the same
            {ratio_to_reference: {full: 60, reference: 2, cap: none}}              | -1 1 2 7                  | 0 30 60 210
            # share of the total: negative counts as 0, a sum of 0 gives 0
            {share_of_total: {full: 10}}                                           | 1 2 5 -4 -                | 1.25 2.5 6.25 0 0
            {share_of_total: {full: 10}}                                           | 0 -1                      | 0 0
            {share_of_total: {full: 10}}                                           | 3                         | 10
            # rank: shared places, the floor, lower is better, a table and its end
            {rank: {first: 10, step: 0.5}}                                         | 5 7 7 1 -                 | 9 10 10 8.5 0
            {rank: {first: 1, step: 0.5}}                                          | 4 3 2 1                   | 1 0.5 0 0
            {rank: {first: 1, step: 0.5, floor: 0.25}}                             | 4 3 2 1                   | 1 0.5 0.25 0.25
            {rank: {first: 3, step: 1, better: lower}}                             | 2 1 1 9                   | 1 3 3 0
            {rank: {table: [5, 3, 1]}}                                             | 4 9 9 1                   | 1 5 5 0
            {rank: {table: [5, 3, 1], better: lower}}                              | 4                         | 5
            # linear: each way of counting steps on both sides of the reference, and exactly on a step
            {linear: {reference: 10, per: 5, points: 1, steps: whole}}             | 4.99 5 5.01 10 14.99 15   | -1 -1 0 0 0 1
            {linear: {reference: 10, per: 5, points: 1, steps: pro_rata}}          | 4 10 11                   | -1.2 0 0.2
            {linear: {reference: 10, per: 5, points: 1, steps: started}}           | 4.99 5 9.99 10 10.01 15   | -2 -1 -1 0 1 1
            {linear: {base: 15, reference: mean, per: 1, points: 1, steps: pro_rata, min: 10, max: 20}} | 0 4 8 100 | 10 10 10 20
            {linear: {base: 15, reference: mean, per: 1, points: 1, steps: pro_rata, min: 10, max: 20}} | 3 4 5     | 14 15 16
            {linear: {base: 5, reference: best, per: 2, points: -1, steps: whole}} | 10 8 7                    | 5 6 6
            {linear: {reference: median, per: 1, points: 2, steps: pro_rata}}      | 1 2 3 4 -                 | -3 -1 1 3 0
            # min–max: best = worst gives full
            {min_max: {full: 10}}                                                  | -1 0 3 -                  | 0 2.5 10 0
            {min_max: {full: 10, better: lower}}                                   | -1 0 3                    | 10 7.5 0
            {min_max: {full: 10}}                                                  | 4 4                       | 10 10
            {min_max: {full: 10}}                                                  | -4                        | 10
            # with a base the worst gets that: 6 + 4 × 1 ÷ 4, and downwards
            {min_max: {base: 6, full: 10}}                                         | -1 0 3 -                  | 6 7 10 0
            {min_max: {base: 6, full: 10, better: lower}}                          | -1 0 3                    | 10 9 6
            {min_max: {base: 6, full: 10}}                                         | 4 4                       | 10 10
            # points judged by people
            {value: {min: 0, max: 100}}                                            | -1 0 55.555 100 101 -     | 0 0 55.56 100 100 0
            {value: {}}                                                            | -1.005 1.004              | -1.01 1
            """;

    /** The method, the rule in words, how it works for the second of three banks with 10, 20 and 40, and its points. */
    public static final String SENTENCES = """
            {bands: [{points: 0}, {from: 20, points: 5}, {from: 30, points: 7}]} | 分档：不到 20得 0 分；20 及以上不到 30得 5 分；30 及以上得 7 分 | 分档 [20, 30) → 5分（恰在分档界限上） | 5.00
            {bands: [{from: 15, to: 20, closed: both, points: 5}, {from: 20, closed: none, points: 7}]} | 分档：15 及以上至 20（含）得 5 分；高于 20得 7 分 | 分档 [15, 20] → 5分（恰在分档界限上） | 5.00
            {ratio_to_best: {full: 30}} | 30 × 本行值 ÷ 最高值；零或负数得 0 分 | 与参评银行最高值比，满分30分，最高值40：30 × 20 ÷ 40 = 15分 | 15.00
            {ratio_to_best: {full: 30, better: lower}} | 30 × 最低值 ÷ 本行值（越低越好） | 与参评银行最低值比，满分30分，最低值10：30 × 10 ÷ 20 = 15分 | 15.00
            {ratio_to_reference: {full: 5, reference: mean, cap: 4}} | 5 × 本行值 ÷ 平均值，最低 0 分，最高 4 分 | 与参评银行平均值23.333333…比，满分5分：5 × 20 ÷ 23.333333… = 4.285714…分，高于上限4分，按4分计 | 4.00
            {share_of_total: {full: 70}} | 70 × 本行值 ÷ 各行合计；负数按 0 | 按占参评银行合计的比例，满分70分，合计70（负数按0计）：70 × 20 ÷ 70 = 20分 | 20.00
            {rank: {first: 10, step: 0.5}} | 按从高到低的名次：第一名 10 分，每降一名减 0.5 分，最低 0 分 | 在3家参评银行中列第2名，首名10分，每降一名减0.5分：10 - 0.5 × 1 = 9.5分 | 9.50
            {rank: {table: [10, 8], better: lower}} | 按从低到高的名次依次得 10、8 分 | 在3家参评银行中列第2名，该名次对应8分 | 8.00
            {linear: {base: 15, reference: city, per: 6, points: 2, steps: whole, max: 20}} | 基本分 15，与 city 相比每 6 计 2 分，不足一档不计，最高 20 分 | 参照值23.333333…（按3家银行的数据计算），相差 20 - 23.333333… = -3.333333…，每6为一档，不足一档不计，计0档，每档2分：15 + 2 × 0 = 15分 | 15.00
            {linear: {reference: 30, per: 6, points: 1, steps: started, min: -1, max: 0}} | 低于30的，每低 6 扣 1 分，不足一档按一档计，最低 -1 分，最高 0 分 | 参照值30，相差 20 - 30 = -10，每6为一档，不足一档按一档计，计-2档，每档1分：1 × (-2) = -2分，低于下限-1分，按-1分计 | -1.00
            {min_max: {full: 12}} | 12 ×（本行值 − 最低值）÷（最高值 − 最低值） | 按最差与最优之间的位置，满分12分，最差10，最优40：12 × (20 - 10) ÷ (40 - 10) = 4分 | 4.00
            {min_max: {base: 6, full: 12}} | 6 + 6 ×（本行值 − 最低值）÷（最高值 − 最低值） | 按最差与最优之间的位置，满分12分，基础分6分，最差10，最优40：6 + 6 × (20 - 10) ÷ (40 - 10) = 8分 | 8.00
            {ratio_to_reference: {full: 5, reference: {mean_of_best: 2}, cap: none}} | 5 × 本行值 ÷ 最高2家的平均值，最低 0 分 | 与参评银行最高2家的平均值30比，满分5分：5 × 20 ÷ 30 = 3.333333…分 | 3.33
            {value: {min: 0, max: 15}} | 直接采用评定分值，最低 0 分，最高 15 分 | 由人评定，按原值计 20分，高于上限15分，按15分计 | 15.00
            """;

    private MethodTable() {}

    /** The first method of the table for each word of the language and the keys that it begins with. */
    public static List<String> words() {
        Map<String, String> first = new TreeMap<>();
        POINTS.lines()
                .map(line -> line.split(" +\\|", 2)[0])
                .filter(method -> method.startsWith("{"))
                .forEach(method -> first.putIfAbsent(method.replaceAll("[0-9].*", ""), method));
        return List.copyOf(first.values());
    }
}
