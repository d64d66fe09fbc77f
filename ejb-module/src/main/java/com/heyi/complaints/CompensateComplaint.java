package com.heyi.complaints;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.value.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Pays the complainant money into an account of his.
 *
 * @param complaintId the complaint
 * @param expectedVersion version of it that the sender has seen
 * @param remedy compensation or ex gratia
 * @param account number of an account of the customer of the complaint
 * @param money how much, in CNY
 * @param reason why, for the file
 */
public record CompensateComplaint(
    @NotNull UUID complaintId,
    long expectedVersion,
    @NotNull Remedy remedy,
    @NotBlank @Size(max = 40) String account,
    @NotNull Money money,
    @NotBlank @Size(max = 500) String reason)
    implements ComplaintCommand, Reasoned {}
