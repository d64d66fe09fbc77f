/**
 * Four eyes: calls that wait for a second person, and who may approve them.
 *
 * <p>An action is put under four eyes by nothing but a row in {@code approvals.rule}, set on the
 * rules page: no code of the action knows of it. Any {@link com.heyi.shared.facade.Command} of any
 * facade can be named there, those that later modules bring included. To have a threshold, a
 * command declares its unit ({@code @Command(weighs = WeightUnit.POINTS)}) and says in its run how
 * heavy it is ({@code ChangeLog.weigh}); to show a checker more than its arguments, it changes
 * audited entities or notes its changes ({@code ChangeLog.note}); effects outside the database go
 * through {@code OutsideEffects.perform}, so that the trial run does not have them. What a bearer
 * proves himself with is marked {@code @Secret}: a call that carries it is refused where it would
 * have to wait, and a command that tells it cannot be named in a rule.
 *
 * <p>May use {@link com.heyi.shared} only: it knows other modules' actions by name.
 */
package com.heyi.approvals;
