package bankscore.paper.browser;

/** The page of the sample's annual assessment. */
class AnnualPageTest extends AssessmentPage {

    AnnualPageTest() {
        super("2022Q4");
    }
}
