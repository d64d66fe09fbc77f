package com.heyi.learning;

import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Answers how it was, by the one-time token of the link.
 *
 * @param token as it stands in the link
 * @param satisfaction 1 very dissatisfied to 5 very satisfied
 * @param effort how easy it was made for him (CES 2.0): 1 not at all to 7 very
 * @param remark in his words, or null
 */
public record AnswerSurvey(
    @Personal @Secret @NotBlank @Size(max = 100) String token,
    @Min(1) @Max(5) int satisfaction,
    @Min(1) @Max(7) int effort,
    @Personal @Size(max = 1000) String remark) {}
