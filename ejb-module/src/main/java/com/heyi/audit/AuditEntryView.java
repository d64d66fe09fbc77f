package com.heyi.audit;

import com.heyi.shared.facade.AuditEvent.Outcome;
import com.heyi.shared.facade.Change;
import com.heyi.shared.facade.Channel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One row of the trail.
 *
 * @param id id of the row
 * @param recordedAt when
 * @param who account name of the caller
 * @param roles keys of the roles held, separated by commas
 * @param branch the caller's branch, or null
 * @param address network address the call came from
 * @param channel way by which it came
 * @param requestId ties the rows of one request together
 * @param module business module
 * @param action name of the action
 * @param target kind and id of the thing acted on, or null
 * @param reason why, or null
 * @param change whether the action changes something
 * @param outcome how it ended
 * @param errorCode stable code of the error, or null
 * @param changes what it changed, personal values masked
 * @param approval the request for approval by which it ran or for which it waits, or null
 * @param revision the versions of records that it made, or null
 * @param lane the chain in which it stands
 * @param seq its place there, from 1
 * @param hash the hash that ties it to the row before, as 64 hexadecimal digits
 */
public record AuditEntryView(
    UUID id,
    Instant recordedAt,
    String who,
    String roles,
    String branch,
    String address,
    Channel channel,
    String requestId,
    String module,
    String action,
    String target,
    String reason,
    boolean change,
    Outcome outcome,
    String errorCode,
    List<Change> changes,
    UUID approval,
    Long revision,
    int lane,
    long seq,
    String hash) {}
