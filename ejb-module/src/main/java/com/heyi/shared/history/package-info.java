/**
 * The history of records, over Hibernate Envers: {@link com.heyi.shared.history.ChangeReporter}
 * tells the {@link com.heyi.shared.facade.ChangeLog} what changed in audited entities, personal
 * values masked.
 */
package com.heyi.shared.history;
