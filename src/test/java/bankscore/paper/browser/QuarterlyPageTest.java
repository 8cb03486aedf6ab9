package bankscore.paper.browser;

/** The page of a quarter of the sample in which nothing is placed. */
class QuarterlyPageTest extends AssessmentPage {

    QuarterlyPageTest() {
        super("2022Q1");
    }
}
