package com.heyi.accounts.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A function in an app.
 *
 * @param app code of the app
 * @param function code of the function
 */
@Embeddable
public record OfferingKey(
    @Column(name = "app_code") String app, @Column(name = "function_code") String function) {}
