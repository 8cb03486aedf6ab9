package bankscore.paper.calendar;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.Related;
import biweekly.property.DateStart;
import biweekly.property.ProductId;
import biweekly.property.Trigger;
import biweekly.util.Duration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;

/** Reminders of whole days, each with an alarm on the day before. */
public final class Reminders {

    /** Signs in a line: RFC 5545 wants at most 75 bytes, and a Chinese one has three. */
    private static final int LINE = 24;

    private Reminders() {}

    /**
     * A day to remember.
     *
     * @param id the same for the same reminder whenever it is written, so that importing it again replaces it
     * @param title one line
     * @param text more lines; may be empty
     */
    public record Reminder(String id, LocalDate day, String title, String text) {}

    /**
     * Writes the file; the same reminders give the same bytes.
     *
     * @param maker who made it, as RFC 5545 wants to know
     * @param known since when what they say is known
     */
    public static void write(List<Reminder> reminders, String maker, Instant known, Path file) throws IOException {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(new ProductId(maker));
        for (Reminder reminder : reminders) {
            VEvent event = new VEvent();
            event.setUid(reminder.id());
            event.setDateTimeStamp(Date.from(known));
            event.setDateStart(new DateStart(
                    Date.from(
                            reminder.day().atStartOfDay(ZoneId.systemDefault()).toInstant()),
                    false));
            event.setSummary(reminder.title());
            if (!reminder.text().isEmpty()) {
                event.setDescription(reminder.text());
            }
            Duration dayBefore = Duration.builder().prior(true).days(1).build();
            event.addAlarm(VAlarm.display(new Trigger(dayBefore, Related.START), reminder.title()));
            calendar.addEvent(event);
        }
        try (ICalWriter writer = new ICalWriter(file.toFile(), ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(LINE);
            writer.write(calendar);
        }
    }
}
