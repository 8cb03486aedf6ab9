/**
 * The desk: the same work as on the command line, in a browser; a thin front that asks use cases and shows their answers.
 *
 * <p>Start at {@link bankscore.desk.Main}. A page is added in five steps:
 *
 * <ol>
 *   <li>a room of its own, {@code desk/name}, with a {@code @Controller}; it is found by itself;
 *   <li>its constructor asks for {@link bankscore.desk.layout.Workplace}, which opens the database for as long as the page asks:
 *       {@code workplace.ask(faces -> …)}; what stands in the way becomes a page by itself;
 *   <li>a template {@code desk/name/name.html} that decorates {@code layout/page}, as {@code home/home.html} does; text by
 *       {@code th:text}, names in {@code <bdi>}, forms by {@code th:action}, nothing inline, never {@code th:utext};
 *   <li>words in {@code desk.properties} under {@code desk.name.}: {@code ${words.text('desk.name.title')}}; its line in the
 *       navigation is {@link bankscore.desk.layout.Place};
 *   <li>a test in {@code GuardTest}'s way: a desk is started, and asked by HTTP.
 * </ol>
 *
 * <p>An address that gives a piece for htmx gives the whole page to who has no script. No page waits for a script to be right.
 */
@org.jspecify.annotations.NullMarked
package bankscore.desk;
