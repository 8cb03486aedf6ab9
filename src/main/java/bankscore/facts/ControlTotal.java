package bankscore.facts;

import bankscore.sheet.CellRef;
import java.math.BigDecimal;

/**
 * One cell of a total row, staged as a control total.
 *
 * @param subtotal whether it sums the rows since the last subtotal (小计) instead of all rows (合计, 总计)
 * @param value in 万元 for money
 */
public record ControlTotal(String dataset, String column, CellRef at, boolean subtotal, BigDecimal value) {}
