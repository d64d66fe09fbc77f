-- Who complained of what, when and by which way, under which rules, and who was asked for what, stays so: the
-- application may change only how it fares. Words are emptied by the functions of erasure and retention alone.

REVOKE UPDATE ON complaints.complaint, complaints.clock, complaints.cfpb_record, complaints.attachment,
    complaints.party, complaints.gone_file, complaints.remark, complaints.authority, complaints.desk_member,
    complaints.triage_run, complaints.triage_batch, complaints.triaged, complaints.triage_suggestion
    FROM ${app_role};
GRANT UPDATE (version, status, open, narrative, product, issue, complexity, due_at, due_on, on_time, ticking,
    level, handler, handler_name, cause, business, department, finding, resolution, measures, answer,
    answer_channel, answered_at, satisfaction, root_cause, closed_at, step_count)
    ON complaints.complaint TO ${app_role};
GRANT UPDATE (due_at, due_on, days, day_kind, extra_days, further_days, paused_at, paused_days, stopped_at, met)
    ON complaints.clock TO ${app_role};
GRANT UPDATE (sub_product, sub_issue, company, company_public_response, consumer_consent_provided,
    consumer_disputed, narrative, state, zip_code, tags, timely) ON complaints.cfpb_record TO ${app_role};
GRANT UPDATE (told_since, told_by, ended_at, ended_by) ON complaints.party TO ${app_role};
GRANT UPDATE (version, status, department, answer, answered_at, closed_at, into_complaint, step_count)
    ON complaints.remark TO ${app_role};
GRANT UPDATE (version, allowed, money_most, points_most) ON complaints.authority TO ${app_role};
GRANT UPDATE (version, name, level, branch, skills, languages, capacity, absent_from, absent_until, substitute,
    active) ON complaints.desk_member TO ${app_role};
GRANT UPDATE (version, status, finished_at, done, learned_from, trouble) ON complaints.triage_run TO ${app_role};
GRANT UPDATE (version, status, finished_at, last_id, done, by_words, by_facets, no_words, unknown, trouble)
    ON complaints.triage_batch TO ${app_role};
GRANT UPDATE (batch_id, basis, alike, triaged_at) ON complaints.triaged TO ${app_role};

-- What was given keeps its reason; it is emptied with the texts of the case.
REVOKE UPDATE (reason) ON complaints.redress FROM ${app_role};

-- Locking a row takes the right to update one of its columns.
GRANT UPDATE (since) ON complaints.gone_file TO ${app_role};
