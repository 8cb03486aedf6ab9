package bankscore.contribution.say;

import bankscore.contribution.allocation.Above;
import bankscore.contribution.allocation.AmountsByRank;
import bankscore.contribution.allocation.ByMeasure;
import bankscore.contribution.allocation.ByTotal;
import bankscore.contribution.allocation.Equal;
import bankscore.contribution.allocation.Form;
import bankscore.contribution.allocation.Parts;
import bankscore.contribution.allocation.PercentsByRank;
import bankscore.finding.Words;

/** What tables call a form, without its numbers. */
public final class FormName implements Form.Reader<String> {

    private final Words words;

    private FormName(Words words) {
        this.words = words;
    }

    public static String of(Form form, Words words) {
        return form.read(new FormName(words));
    }

    @Override
    public String byTotal(ByTotal form) {
        return words.text("book.setting.form.ByTotal");
    }

    @Override
    public String byMeasure(ByMeasure form) {
        return words.text("book.setting.form.ByMeasure");
    }

    @Override
    public String equal(Equal form) {
        return words.text("book.setting.form.Equal");
    }

    @Override
    public String above(Above form) {
        return words.text("book.setting.form.Above");
    }

    @Override
    public String parts(Parts form) {
        return words.text("book.setting.form.Parts");
    }

    @Override
    public String amountsByRank(AmountsByRank form) {
        return words.text("book.setting.form.AmountsByRank");
    }

    @Override
    public String percentsByRank(PercentsByRank form) {
        return words.text("book.setting.form.PercentsByRank");
    }
}
