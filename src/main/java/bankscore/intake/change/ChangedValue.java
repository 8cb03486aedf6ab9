package bankscore.intake.change;

import bankscore.sheet.Place;
import java.util.Optional;

/**
 * What a setting changed.
 *
 * @param path as typed
 * @param before what stood there, exactly; absent: nothing
 * @param after what stands there in the simulation, exactly
 * @param place the figure's cell; none for a rule's parameter
 */
public record ChangedValue(String path, Optional<String> before, String after, Place place) {}
