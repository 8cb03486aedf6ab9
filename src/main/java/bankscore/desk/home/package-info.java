/**
 * 首页: where every rule and period stands, and what comes next.
 *
 * <p>Start at {@link bankscore.desk.home.HomePage}.
 */
@org.jspecify.annotations.NullMarked
package bankscore.desk.home;
