/**
 * Days to remember as a file that calendars import (RFC 5545).
 *
 * <p>What the days are about is none of its business.
 */
@org.jspecify.annotations.NullMarked
package bankscore.paper.calendar;
