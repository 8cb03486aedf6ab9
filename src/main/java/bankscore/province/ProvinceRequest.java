package bankscore.province;

import bankscore.exact.Period;
import bankscore.office.Caller;
import java.util.Optional;

/**
 * What is asked of a province.
 *
 * @param rule absent: the one that each county's settings name
 * @param strict whether a finding to verify without a reason stops a county
 * @param atOnce on how many counties this process works at once
 * @param byPath whether workers read the folders by the paths that they have here, on a disk that all machines share
 * @param caller who asks, for the history
 */
public record ProvinceRequest(
        Period period, Optional<String> rule, boolean strict, int atOnce, boolean byPath, Caller caller) {}
