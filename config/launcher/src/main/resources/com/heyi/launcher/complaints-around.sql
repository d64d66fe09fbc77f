-- What belongs to the cases, as much as a desk has that works with all of it.
create temp table at_desk as
select m.n, m.h, c.id, c.number, c.status, c.channel, c.level, c.branch, c.customer_id, c.received_at, c.due_at, c.due_on,
       c.handler, c.answered_at, c.closed_at, c.open, c.ticking, c.on_time, c.resolution
  from made_case m join complaints.complaint c on c.id = m.id order by m.n;
analyze at_desk;
insert into accounts.customer (id, version, number, name, home_branch, identity_status, registered_at)
select pg_temp.made(1, n), 0, 'Z' || lpad(n::text, 9, '0'), '客户' || n, case n % 60 when 59 then 'B0101' else 'B' || lpad((1 + n % 60)::text, 4, '0') end, 'UNVERIFIED', now() - interval '6 years'
  from generate_series(1, 120000) n;
-- One of twenty is away; who stands in for one of them is an account of the demo.
insert into complaints.desk_member (account, version, name, level, branch, skills, languages, capacity, absent_from, absent_until, substitute, active)
select 'handler.' || n, 0, '经办' || n, case n % 20 when 0 then 'REGION' when 1 then 'HEAD_OFFICE' when 2 then 'SENIOR' else 'BRANCH' end,
       case when n % 20 > 2 then 'B' || lpad((1 + n % 59)::text, 4, '0') end, t.product, 'zh-CN' || case when n % 4 = 0 then ',en' else '' end, 1000,
       case when n % 20 = 8 then current_date - 3 end, case when n % 20 = 8 then current_date + 10 end,
       case when n = 8 then 'operator.wang' when n % 20 = 8 then 'handler.' || n + 1 end, true
  from generate_series(0, 199) n join template t on t.i = n % (select count(*) from template);
insert into complaints.point (id, version, complaint_id, seq, raised, raised_by, raised_at, reply, replied_by, replied_at)
select pg_temp.made(24, d.n * 4 + s.seq), 0, d.id, s.seq, '客户提出的第' || s.seq || '项诉求', 'operator.wang', d.received_at,
       case when d.answered_at is not null then '已按第' || s.seq || '项诉求逐一答复' end,
       case when d.answered_at is not null then d.handler end, d.answered_at
  from at_desk d cross join lateral generate_series(1, 1 + d.h % 2) as s (seq);
insert into complaints.task (id, version, complaint_id, department, branch, owner, ask, due_on, asked_by, asked_at, answer, done_by, done_at, kind)
select pg_temp.made(25, d.n), 0, d.id, (array['零售部','风险部','信用卡中心','运营部','法律部'])[1 + d.h % 5],
       case when d.h % 4 = 2 then d.branch end,
       case when d.h % 40 = 0 then 'handler.zhao' when d.h % 4 = 0 then 'handler.' || d.h / 4 % 200 end,
       '请核实交易经过并提供凭证', (d.received_at + interval '10 days')::date, d.handler, d.received_at + interval '1 day',
       case when t.done then '已核实，凭证随附' end, case when t.done then 'operator.wang' end, case when t.done then d.received_at + interval '4 days' end, 'ASK'
  from at_desk d cross join lateral (select not d.open or d.h % 3 = 0 as done) t
 where d.h % 2 = 0 and d.handler is not null;
insert into complaints.task (id, version, complaint_id, ask, due_on, asked_by, asked_at, answer, done_by, done_at, kind, call_at, outcome)
select pg_temp.made(26, d.n), 0, d.id, '告知进展', k.at::date, 'operator.wang', k.at - interval '2 days',
       case when not d.open then '已告知' end, case when not d.open then coalesce(d.handler, 'operator.wang') end,
       case when not d.open then k.at end, 'CALL', k.at,
       case when not d.open then case when d.h % 4 = 0 then 'NOT_REACHED' else 'REACHED' end end
  from at_desk d cross join lateral (select case when d.open then now() + interval '1 hour' * (d.h % 97) else d.received_at + interval '3 days' end as at) k
 where d.h % 5 = 3;
insert into complaints.note (id, complaint_id, words, written_by, author, written_at)
select pg_temp.made(27, d.n), d.id, '客户情绪平稳，等网点凭证', coalesce(d.handler, 'operator.wang'), '经办', d.received_at + interval '2 days'
  from at_desk d where d.h % 3 > 0;
insert into complaints.attachment (id, complaint_id, file_name, type, bytes, stored_file, sha256, scanned, added_by, added_at)
select pg_temp.made(28, d.n), d.id, '凭证' || d.n || '.pdf', (array['PDF','PNG','JPEG','WAV','TEXT'])[1 + d.h / 5 % 5], 20000 + d.h, f.hash, f.hash, false, 'operator.wang', d.received_at
  from at_desk d cross join lateral (select encode(sha256(d.n::text::bytea), 'hex') as hash) f where d.h % 5 < 2;
insert into complaints.party (id, complaint_id, role, name, contact, relation, document, added_by, added_at)
select pg_temp.made(29, d.n), d.id, (array['AGENT','HEIR','REPRESENTATIVE'])[1 + d.h % 3], '代办' || d.n, '13900139000', '亲属', '授权书', 'operator.wang', d.received_at
  from at_desk d where d.h % 20 = 6;
insert into complaints.redress (id, version, complaint_id, customer_id, kind, remedy, money, points, account_id, payment, reason, given_by, given_level, given_at)
select pg_temp.made(30, d.n), 0, d.id, d.customer_id, case when d.h % 10 < 8 then 'MONEY' else 'POINTS' end,
       case when d.h % 7 = 0 then 'EX_GRATIA' else 'COMPENSATION' end, case when d.h % 10 < 8 then 10 + d.h % 400 end,
       case when d.h % 10 >= 8 then 100 + d.h % 5000 end, case when d.h % 10 < 8 then pg_temp.made(31, d.h) end, pg_temp.made(32, d.n),
       '补偿手续费', d.handler, d.level, d.answered_at
  from at_desk d where d.resolution = 'MONETARY_RELIEF' and d.customer_id is not null and d.answered_at is not null;
-- Those that are due are all raised, so that the run of alarms has nothing to do while others are measured.
insert into complaints.alarm (clock_id, days_before, due_on, complaint_id, raised_at, moved_up)
select pg_temp.made(22, d.n), p.days, d.due_on, d.id, least(now(), d.due_at - interval '1 day' * p.days), false
  from at_desk d cross join (values (5), (2), (0)) as p (days)
 where d.ticking and d.due_at - interval '1 day' * p.days <= now() + interval '1 day'
    or not d.open and (not d.on_time or d.h % 3 = 0 and p.days = 5);
-- A remark for five complaints.
create temp table made_remark as
select n, pg_temp.made(33, n) as id, h, case when h % 4 = 0 then 'PRAISE' else 'SUGGESTION' end as kind,
       case when h % 50 = 0 then 'TURNED' when past < 0.03 then (array['RECORDED','PASSED_ON','ANSWERED'])[1 + h % 3] else 'CLOSED' end as status,
       now() - interval '1825 days' * past as received_at
  from (select n, (n * 2654435761 % 1000003)::int as h, 1 - n::float8 / (:total / 5) as past from generate_series(1::bigint, :total / 5) n) x;
insert into complaints.remark (id, version, number, kind, status, channel, branch, customer_id, contact, product, narrative, staff, received_at, recorded_at,
    department, answer, answered_at, closed_at, into_complaint, texts_erased, step_count)
select r.id, 0, case r.kind when 'PRAISE' then 'BZ' else 'JZ' end || lpad(r.n::text, 10, '0'), r.kind, r.status,
       (array['COUNTER','HOTLINE','APP','WEB','LETTER','CALLBACK','SOCIAL'])[1 + r.h % 7],
       case r.h % 60 when 59 then 'B0101' else 'B' || lpad((1 + r.h % 60)::text, 4, '0') end,
       case when r.h % 5 > 0 then pg_temp.made(1, 1 + r.h % 120000) end, case when r.h % 5 = 0 then '13800138000' end,
       t.product, '建议' || t.product || '的办理再简化，第' || r.n || '条', case when r.kind = 'PRAISE' then 'staff.' || r.h % 500 end,
       r.received_at, r.received_at, case when r.status not in ('RECORDED', 'TURNED') then (array['零售部','运营部','信用卡中心'])[1 + r.h % 3] end,
       case when r.status in ('ANSWERED', 'CLOSED') then '感谢您的建议' end, case when r.status in ('ANSWERED', 'CLOSED') then r.received_at + interval '5 days' end,
       case when r.status in ('CLOSED', 'TURNED') then r.received_at + interval '6 days' end,
       case when r.status = 'TURNED' then pg_temp.made(20, r.n * 5) end, false,
       case r.status when 'RECORDED' then 1 when 'PASSED_ON' then 2 when 'TURNED' then 2 when 'ANSWERED' then 3 else 4 end
  from made_remark r join template t on t.i = r.h % (select count(*) from template);
insert into complaints.remark_step (id, remark_id, seq, step, to_status, taken_at, who, said)
select pg_temp.made(34, r.n * 8 + s.seq), r.id, s.seq, s.step, s.becomes, r.received_at + interval '1 day' * s.seq, 'operator.wang', '已办'
  from made_remark r join (values (1, 'RECORD', 'RECORDED', 1), (2, 'PASS_ON', 'PASSED_ON', 2), (3, 'ANSWER', 'ANSWERED', 3), (4, 'CLOSE', 'CLOSED', 4), (2, 'TURN', 'TURNED', 12))
       as s (seq, step, becomes, reached)
    on s.reached <= case r.status when 'RECORDED' then 1 when 'TURNED' then 1 when 'PASSED_ON' then 2 when 'ANSWERED' then 3 else 4 end
    or s.reached = 12 and r.status = 'TURNED';
-- What was told of each case, and beside three of them of something else. What waits is due in another century.
insert into messages.message (id, version, dedup_key, recipient_kind, recipient_id, customer_id, template, args, subject, wanted_channel, status,
    channel, way, language, attempts, next_attempt_at, trouble, queued_at, sent_at)
select pg_temp.made(35, d.n * 8 + k.nth), 0, k.subject || ':' || k.nth, case when d.customer_id is null then 'complaint' else 'customer' end,
       coalesce(d.customer_id, d.id), d.customer_id, k.template, k.args::json, k.subject, w.way, s.status, case when s.status = 'SENT' then w.way end, w.way,
       case when s.status = 'SENT' then 'zh-CN' end, case s.status when 'SENT' then 1 when 'DEAD' then 9 else 0 end,
       case when s.status = 'QUEUED' then timestamptz '2100-01-01' else k.at end, case when s.status = 'DEAD' then 'message.no-address' end,
       k.at, case when s.status = 'SENT' then k.at + interval '3 seconds' end
  from at_desk d
  cross join lateral (values
      (1, 'complaint.received', json_build_array(d.number, d.due_on::text)::text, 'complaint:' || d.id, d.received_at, true),
      (2, 'complaint.accepted', json_build_array(d.number, d.due_on::text)::text, 'complaint:' || d.id, d.received_at + interval '1 day', d.handler is not null),
      (3, 'complaint.closed', json_build_array(d.number)::text, 'complaint:' || d.id, d.closed_at, d.status = 'CLOSED'),
      (3, 'complaint.withdrawn', json_build_array(d.number)::text, 'complaint:' || d.id, d.closed_at, d.status = 'WITHDRAWN'),
      (4, 'remark.received', json_build_array('JZ' || d.n)::text, 'remark:' || pg_temp.made(33, d.n / 3), d.received_at, d.n % 3 = 0))
      as k (nth, template, args, subject, at, told)
  cross join lateral (select case when (d.n * 7 + k.nth) % 1000 < 985 then 'SENT' when (d.n * 7 + k.nth) % 1000 < 995 then 'DEAD' else 'QUEUED' end as status) s
  cross join lateral (select case d.channel when 'APP' then 'APP' when 'WEB' then 'EMAIL' else 'SMS' end as way) w
 where k.told;
insert into messages.preference (customer_id, version, language, channel, email)
select pg_temp.made(1, n * 12), 0, (array['zh-CN','zh-TW','en'])[1 + n % 3], case when n % 2 = 0 then 'EMAIL' end, case when n % 2 = 0 then 'c' || n || '@example.com' end
  from generate_series(1, 10000) n;
-- What was learned: a cause for every closed case, a problem for 250 complaints with three actions, each problem behind 25 cases, a few behind 300.
insert into learning.case_cause (complaint_id, version, cause, customer_id, received_at, set_by, set_at)
select d.id, 0, c.codes[1 + d.h / 11 % cardinality(c.codes)], d.customer_id, d.received_at, coalesce(d.handler, 'handler.0'), d.closed_at
  from at_desk d cross join (select array_agg(code order by code) as codes from learning.cause where parent is not null) c
 where d.status = 'CLOSED';
create temp table made_problem as
select p, pg_temp.made(36, p) as id, c.codes[1 + p % cardinality(c.codes)] as cause, now() - interval '1800 days' * (1 - p::float8 / greatest(:total / 250, 1)) as opened_at,
       case when p % 10 < 7 then 'CLOSED' else (array['OPEN','IN_HAND','WATCHED'])[1 + p % 3] end as status,
       case when p % 20 = 0 then 'handler.zhao' else 'handler.' || p % 200 end as owner
  from generate_series(1::bigint, greatest(:total / 250, 1)) p cross join (select array_agg(code order by code) as codes from learning.cause where parent is not null) c;
insert into learning.problem (id, version, number, title, description, owner, cause, status, opened_by, opened_at, closed_at, conclusion)
select id, 0, 'WZ' || lpad(p::text, 8, '0'), '第' || p || '个反复出现的问题', '多家网点反映同一环节出错', owner, cause, status, 'handler.0', opened_at,
       case when status = 'CLOSED' then opened_at + interval '200 days' end, case when status = 'CLOSED' then '已整改到位' end
  from made_problem;
insert into learning.problem_case (id, version, problem_id, complaint_id, linked_by, linked_at, parted_by, parted_at, parted_why)
select pg_temp.made(37, p.p * 512 + k), 0, p.id, pg_temp.made(20, 1 + (p.p * 2654435761 + k * 7919) % :total), 'handler.0', p.opened_at,
       case when k = 24 then 'handler.0' end, case when k = 24 then p.opened_at end, case when k = 24 then '并非同一问题' end
  from made_problem p cross join lateral generate_series(0, case when p.p % 50 = 7 then 299 else 24 end) k;
insert into learning.action (id, version, problem_id, what, department, owner, due_on, status, round, check_months, planned_by, planned_at, evidence, done_by, done_at, check_on, dropped_why)
select pg_temp.made(38, p.p * 4 + k), 0, p.id, '第' || k || '项整改措施', '运营部', p.owner, (p.opened_at + interval '90 days')::date, s.status, 1, 6, p.owner, p.opened_at,
       case when s.done then '新流程已上线' end, case when s.done then p.owner end, case when s.done then p.opened_at + interval '80 days' end,
       case when s.done then case when s.status = 'DONE' then current_date + 30 else (p.opened_at + interval '300 days')::date end end, case when s.status = 'DROPPED' then '改由总行统一整改' end
  from made_problem p cross join generate_series(1, 3) k
  cross join lateral (select x.status, x.status in ('DONE', 'EFFECTIVE') as done
                        from (select case when k = 3 then 'DROPPED' when p.status = 'CLOSED' then 'EFFECTIVE' when p.status = 'WATCHED' then 'DONE' else 'OPEN' end as status) x) s;
insert into learning.effect (action_id, round, checked_at, checked_by, months, cause, done_on, cases_before, cases_after, repeats_before, repeats_after, effective)
select a.id, 1, a.done_at + interval '240 days', 'system', 6, p.cause, a.done_at::date, 400, 300, 40, 20, true
  from learning.action a join learning.problem p on p.id = a.problem_id where a.status = 'EFFECTIVE';
insert into learning.failure (id, customer_id, complaint_id, number, kind, happened_at)
select pg_temp.made(39, d.n), d.customer_id, d.id, d.number, case when d.on_time then 'COMPLAINED' else 'LATE' end, d.received_at
  from at_desk d where d.customer_id is not null;
insert into learning.second_failure (id, version, first_id, second_id, customer_id, complaint_id, days_between, raised_at, handled_by, handled_at, handling)
select pg_temp.made(40, x.n), 0, pg_temp.made(39, x.before), pg_temp.made(39, x.n), x.customer_id, x.id, 30 + x.h % 60, x.received_at,
       case when not x.open then 'handler.0' end, case when not x.open then x.received_at + interval '1 day' end, case when not x.open then '已致电道歉并升级处理' end
  from (select n, h, id, customer_id, received_at, open, lag(n) over (partition by customer_id order by n) as before
          from at_desk where customer_id is not null) x
 where x.before is not null order by x.n desc limit :total / 25;
insert into learning.win_back (id, version, complaint_id, number, customer_id, owner, due_on, plan, planned_by, planned_at, outcome, result, done_by, done_at)
select pg_temp.made(41, d.n), 0, d.id, d.number, d.customer_id, w.owner, (d.closed_at + interval '14 days')::date, '登门致歉，减免年费', 'handler.0', d.closed_at,
       case when w.done then (array['STAYS','STAYS','UNDECIDED','LEAVES','NOT_REACHED'])[1 + d.h / 17 % 5] end, case when w.done then '客户表示理解' end,
       case when w.done then w.owner end, case when w.done then d.closed_at + interval '7 days' end
  from at_desk d
  cross join lateral (select case when d.h % 51 = 0 then 'handler.zhao' else 'handler.' || d.h / 17 % 200 end as owner, d.closed_at < now() - interval '150 days' as done) w
 where d.h % 17 = 0 and d.status = 'CLOSED' and d.customer_id is not null;
insert into learning.violation (id, version, staff, complaint_id, complaint_number, customer_id, rule, rule_from, points, reason, given_by, given_at, lapses_on,
    appeal_until, status, grounds, appealed_at, decision, decided_by, decided_at)
select pg_temp.made(42, d.n), 0, case when d.h % 500 = 0 then 'handler.zhao' else d.handler end, d.id, d.number, d.customer_id, r.code, r.valid_from, r.points, '未按规定时限答复', 'admin.li', d.closed_at,
       (d.closed_at + interval '1 month' * r.lapse_months)::date, (d.closed_at + interval '15 days')::date, s.status,
       case when s.status <> 'STANDING' then '当日系统故障' end, case when s.status <> 'STANDING' then d.closed_at + interval '5 days' end,
       case when s.decided then '经复核' end, case when s.decided then 'admin.wu' end, case when s.decided then d.closed_at + interval '10 days' end
  from at_desk d
  join (select row_number() over (order by code) - 1 as i, v.* from learning.violation_rule v) r on r.i = d.h / 25 % 5
  cross join lateral (select x.status, x.status in ('UPHELD', 'LIFTED') as decided
                        from (select case when d.h % 100 = 0 then 'APPEALED' when d.h % 100 = 25 then 'LIFTED' when d.h % 100 = 50 then 'UPHELD' else 'STANDING' end as status) x) s
 where d.h % 25 = 0 and d.status = 'CLOSED';
insert into learning.notice (id, version, dedup_key, account, role, kind, args, subject, told_at, seen_by, seen_at)
select pg_temp.made(43, d.n), 0, 'bench:' || d.n, w.account, case when w.account is null then 'complaint-handler' end, 'DEADLINE_NEAR',
       json_build_array(d.number, d.due_on::text)::text, 'complaint:' || d.id, d.received_at + interval '10 days',
       case when not d.open then 'handler.0' end, case when not d.open then d.received_at + interval '11 days' end
  from at_desk d
  cross join lateral (select case when d.h % 30 = 0 then null when d.h % 70 = 0 then 'handler.zhao' else 'handler.' || d.h / 10 % 200 end as account) w
 where d.h % 10 = 0;
drop table made_case, at_desk, made_remark, made_problem, template, demo;
vacuum (analyze) complaints.complaint, complaints.step, complaints.clock, complaints.joined, learning.survey;
vacuum (analyze) accounts.customer, complaints.desk_member, complaints.point, complaints.task, complaints.note, complaints.attachment, complaints.party, complaints.redress, complaints.alarm, complaints.remark, complaints.remark_step;
vacuum (analyze) messages.message, messages.preference, learning.case_cause, learning.problem, learning.problem_case, learning.action, learning.effect, learning.failure, learning.second_failure, learning.win_back, learning.violation, learning.notice;
