package bankscore.facts;

/**
 * A figure that was not sent for this period and is that of an earlier one (scheme.md#late).
 *
 * @param from the published revision whose figure it is
 */
public record LateFigure(Subject subject, Figure figure, PublishedFor from) {}
