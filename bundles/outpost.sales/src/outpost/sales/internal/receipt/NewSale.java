package outpost.sales.internal.receipt;

import java.util.List;
import java.util.Optional;
import outpost.protocol.SaleLine;
import outpost.protocol.SaleTax;
import outpost.protocol.SaleTender;
import outpost.sales.CustomerName;
import outpost.sales.Sales.Kind;
import outpost.values.reckoning.Terms;

/**
 * A paid ticket that is about to get its number.
 *
 * @param reference another system's number of it
 * @param approvedBy who allowed what the cashier might not do alone; may be empty
 */
public record NewSale(
        Kind kind,
        String cashier,
        Optional<String> reference,
        Terms terms,
        List<SaleLine> lines,
        List<SaleTax> taxes,
        List<SaleTender> tenders,
        long totalMinor,
        long roundingMinor,
        Optional<CustomerName> customer,
        Optional<String> note,
        boolean training,
        List<String> approvedBy) {}
