package com.heyi.approvals.internal;

import com.heyi.approvals.ApprovalRow;
import com.heyi.approvals.ApprovalStatus;
import com.heyi.approvals.ApprovalView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ApprovalPending;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Change;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.HeldCall;
import com.heyi.shared.facade.RequestEnded;
import com.heyi.shared.facade.Role;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.facade.WeightUnit;
import com.heyi.shared.history.WithoutHistory;
import com.heyi.shared.json.Json;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A call that waits for a second person. What it proposes never changes; it ends once. */
@Entity
@WithoutHistory("It changes once, from waiting to its end; the row itself tells both")
@Table(schema = "approvals", name = "request")
public class ApprovalRequest {
  private static final int LONGEST_TARGET = 200;
  private static final int LONGEST_REASON = 2000;

  @Id private UUID id;

  @Version private long version;

  @Enumerated(EnumType.STRING)
  private ApprovalStatus status;

  @Column(updatable = false)
  private String action;

  @Column(updatable = false)
  private String module;

  @Column(updatable = false)
  private String target;

  @Column(updatable = false)
  private String reason;

  @Column(updatable = false)
  private Long weight;

  @Column(updatable = false)
  private Long together;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private WeightUnit unit;

  @Column(updatable = false)
  private String maker;

  @Column(name = "maker_name", updatable = false)
  private String makerName;

  @Column(name = "maker_roles", updatable = false)
  private String makerRoles;

  @Column(name = "maker_branch", updatable = false)
  private String makerBranch;

  @Column(name = "maker_address", updatable = false)
  private String makerAddress;

  @Column(name = "maker_locale", updatable = false)
  private String makerLocale;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Channel channel;

  @Column(name = "request_id", updatable = false)
  private String requestId;

  @Column(name = "tried_at", updatable = false)
  private Instant triedAt;

  @Column(name = "made_at", updatable = false)
  private Instant madeAt;

  @Column(name = "expires_at", updatable = false)
  private Instant expiresAt;

  @Column(updatable = false)
  private String arguments;

  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(name = "arguments_hash", length = 64, updatable = false)
  private String argumentsHash;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(updatable = false)
  private String shown;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(updatable = false)
  private String changes;

  @Column(name = "checker_roles", updatable = false)
  private String checkerRoles;

  @Column(name = "idempotency_key", updatable = false)
  private String idempotencyKey;

  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(length = 64, updatable = false)
  private String fingerprint;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "decided_by_name")
  private String decidedByName;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "decided_channel")
  private Channel decidedChannel;

  @Column(name = "decided_request_id")
  private String decidedRequestId;

  @Column(name = "decision_reason")
  private String decisionReason;

  private String result;

  protected ApprovalRequest() {}

  ApprovalRequest(HeldCall call, Arguments exact, Rule rule, Instant now) {
    id = Ids.next();
    status = ApprovalStatus.PENDING;
    action = call.action();
    module = call.module();
    target = target(call.target());
    reason = cut(call.reason(), LONGEST_REASON);
    weight = call.weight();
    together = call.together();
    unit = call.unit();
    Caller by = call.maker();
    maker = by.user();
    makerName = by.displayName();
    makerRoles = RoleList.text(by.roles());
    makerBranch = by.branch();
    makerAddress = by.address();
    makerLocale = by.locale().toLanguageTag();
    channel = by.channel();
    requestId = by.requestId();
    triedAt = call.triedAt();
    madeAt = now;
    expiresAt = now.plus(rule.waits());
    arguments = exact.json();
    argumentsHash = exact.hash();
    shown = Json.write(Arguments.shown(call.arguments()));
    changes = Json.write(call.preview());
    checkerRoles = RoleList.text(rule.checkers());
    idempotencyKey = by.idempotencyKey();
    fingerprint = call.fingerprint();
  }

  /** A target as it is stored. */
  static String target(String target) {
    return cut(target, LONGEST_TARGET);
  }

  /** Ends it. What came of an approved one is null until then. */
  void end(ApprovalStatus end, Caller by, String why, String whatCameOfIt, Instant now) {
    OnlyWhatWaitsIsDecided.check(status);
    status = end;
    decidedBy = by.user();
    decidedByName = by.displayName();
    decidedAt = now;
    decidedChannel = by.channel();
    decidedRequestId = by.requestId();
    decisionReason = why;
    result = cut(whatCameOfIt, LONGEST_TARGET);
  }

  /** What others are told once it has ended. */
  RequestEnded ended() {
    return new RequestEnded(
        id, action, target, madeAt, status.name(), status == ApprovalStatus.APPROVED);
  }

  boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /**
   * @throws HeyiException {@link CommonError#VERSION_MOVED} when it has changed since
   */
  void requireVersion(long seen) {
    SeenVersion.require(seen, version);
  }

  /** The maker with the roles he holds now, in the request and by the channel of who approved. */
  Caller makerIn(Caller checker, Set<Role> rolesNow) {
    return new Caller(
        maker,
        makerName,
        rolesNow,
        makerBranch,
        makerAddress,
        checker.requestId(),
        checker.channel(),
        idempotencyKey,
        Locale.forLanguageTag(makerLocale));
  }

  /** Why its changes happen, for the history of what it changes. */
  ChangeLog.Cause cause() {
    return new ChangeLog.Cause(action, reason);
  }

  Arguments arguments() {
    return new Arguments(arguments, argumentsHash);
  }

  List<Change> changes() {
    return List.of((Change[]) Json.read(changes, Change[].class));
  }

  /** The trial run whose changes were shown. */
  WhatRunsIsWhatWasShown.Run trial(ZoneId zone) {
    return new WhatRunsIsWhatWasShown.Run(triedAt, madeAt, requestId, zone);
  }

  /** What the maker is told; and whether the trail has its row of the call already. */
  ApprovalPending pending(boolean recorded) {
    return new ApprovalPending(id, expiresAt, recorded);
  }

  boolean isSeenBy(Caller caller) {
    return caller.has(Role.AUDITOR)
        || TheCheckerIsNotTheMaker.isMaker(maker, caller)
        || TheCheckerHoldsARoleOfTheRule.isChecker(checkers(), caller);
  }

  private boolean isDecidableBy(Caller caller) {
    return status == ApprovalStatus.PENDING
        && !caller.has(Role.AUDITOR)
        && !TheCheckerIsNotTheMaker.isMaker(maker, caller)
        && TheCheckerHoldsARoleOfTheRule.isChecker(checkers(), caller);
  }

  /** The request in full as the caller may see it. */
  public ApprovalView view(Caller caller) {
    return new ApprovalView(
        id,
        status,
        action,
        module,
        target,
        reason,
        weight,
        together,
        unit,
        maker,
        makerName,
        RoleList.read(makerRoles),
        makerBranch,
        channel,
        requestId,
        madeAt,
        expiresAt,
        shown(),
        changes(),
        argumentsHash,
        checkers(),
        decidedBy,
        decidedByName,
        decidedAt,
        decisionReason,
        result,
        isDecidableBy(caller),
        status == ApprovalStatus.PENDING && TheCheckerIsNotTheMaker.isMaker(maker, caller),
        version);
  }

  /** What people may see of the arguments; nothing once the person they named was erased. */
  private List<ApprovalView.Argument> shown() {
    return shown.startsWith("[")
        ? List.of((ApprovalView.Argument[]) Json.read(shown, ApprovalView.Argument[].class))
        : List.of();
  }

  /** The request in a list. */
  ApprovalRow row(Caller caller) {
    return new ApprovalRow(
        id,
        status,
        action,
        target,
        reason,
        weight,
        unit,
        maker,
        makerName,
        madeAt,
        expiresAt,
        decidedBy,
        decidedAt,
        isDecidableBy(caller),
        version);
  }

  UUID id() {
    return id;
  }

  String action() {
    return action;
  }

  String maker() {
    return maker;
  }

  String makerName() {
    return makerName;
  }

  ApprovalStatus status() {
    return status;
  }

  String fingerprint() {
    return fingerprint;
  }

  List<Role> checkers() {
    return RoleList.read(checkerRoles);
  }

  private static String cut(String text, int longest) {
    return text == null || text.length() <= longest ? text : text.substring(0, longest);
  }
}
