create function pg_temp.made(kind int, n bigint) returns uuid language sql immutable as
 $$ select (lpad(to_hex(kind), 4, '0') || lpad(to_hex(n), 28, '0'))::uuid $$;
set session_replication_role = replica;
-- Complaints as the desk would have left them, from the products and issues of the demo's:
-- five years, 60 branches, all channels, 120,000 customers; the last 60 days mostly open.
create temp table template as
select row_number() over (order by id) - 1 as i, product, sub_product, issue, sub_issue
  from demo;
create temp table made_case as
select n, pg_temp.made(20, n) as id, received_at, recent,
       case when recent and h % 100 < 80
            then (array['RECORDED','ACCEPTED','ANALYSED','HANDLED','FED_BACK','WAITING'])[1 + h % 6]
            when h % 1000 < 40 then 'WITHDRAWN' else 'CLOSED' end as status,
       h, case h % 20 when 0 then 'REGION' when 1 then 'HEAD_OFFICE' else 'BRANCH' end as level,
       case when h % 3 = 0 then 30 else 15 end as days
  from (select n, (n * 2654435761 % 1000003)::int as h,
               now() - interval '1825 days' * ((:total - n)::float8 / :total) as received_at,
               (:total - n)::float8 / :total * 1825 < 60 as recent
          from generate_series(1::bigint, :total) n) x;
insert into complaints.complaint (id, version, number, status, channel, source, branch, customer_id,
    complainant_contact, narrative, product, sub_product, issue, sub_issue, complexity, received_at, recorded_at,
    rule_pack, rule_version, due_at, due_on, level, open, ticking, handler, handler_name, cause, business,
    department, finding, resolution, measures, answer, answer_channel, answered_at, satisfaction, root_cause,
    closed_at, texts_erased, on_time, step_count)
select m.id, 0, 'TB' || lpad(m.n::text, 10, '0'), m.status,
       (array['COUNTER','HOTLINE','APP','WEB','LETTER','CALLBACK','SOCIAL','REGULATOR'])[1 + m.h % 8], 'HEYI',
       case m.h % 60 when 59 then 'B0101' else 'B' || lpad((1 + m.h % 60)::text, 4, '0') end,
       case when m.h % 5 > 0 then pg_temp.made(1, 1 + m.h % 120000) end,
       case when m.h % 5 = 0 then '13800138000' end,
       '客户反映' || t.product || '：' || t.issue || '。网点第' || m.h % 97 || '次答复后仍未解决，要求'
           || (array['退还费用','更正信用记录','书面说明','恢复账户使用','赔偿损失'])[1 + m.h % 5] || '。案号' || m.n,
       t.product, t.sub_product, t.issue, t.sub_issue, case when m.days = 30 then 'COMPLEX' else 'SIMPLE' end,
       m.received_at, m.received_at, 'CN-2020-3', 2, due.at, (due.at at time zone 'Asia/Shanghai')::date - 1, m.level,
       m.status not in ('CLOSED','WITHDRAWN'), m.status in ('RECORDED','ACCEPTED','ANALYSED','HANDLED'),
       case when m.status <> 'RECORDED' and m.status <> 'WITHDRAWN' then 'handler.' || m.h % 200 end,
       case when m.status <> 'RECORDED' and m.status <> 'WITHDRAWN' then '经办' || m.h % 200 end,
       case when k.reached >= 3 then (array['SERVICE_ATTITUDE','FACILITIES','RULES_PROCESS','MARKETING','DISCLOSURE',
           'RETURNS','CHOICE','CONTRACT_TERMS','FUND_SAFETY','INFORMATION_SAFETY'])[1 + (m.h / 7) % 10] end,
       case when k.reached >= 3 then (array['银行卡','个人贷款','个人存款','支付结算','理财','代销','电子银行','征信'])[1 + m.h % 8] end,
       case when k.reached >= 3 then '零售部' end, case when k.reached >= 3 then '已核实相关交易与告知情况' end,
       case when k.reached >= 4 then (array['EXPLANATION','MONETARY_RELIEF','NON_MONETARY_RELIEF','NO_RELIEF'])[1 + m.h % 4] end,
       case when k.reached >= 4 then '已按规定处理' end, case when k.reached >= 5 then '已向客户说明处理结果' end,
       case when k.reached >= 5 then 'HOTLINE' end, case when k.reached >= 5 then k.answered end,
       case when k.reached >= 6 then 1 + m.h % 5 end, case when k.reached >= 6 then '告知流程不完整' end,
       case when k.reached >= 6 then k.answered + interval '2 days' when m.status = 'WITHDRAWN' then m.received_at + interval '1 day' end,
       false, case when k.reached >= 5 then k.answered < due.at when m.status = 'WITHDRAWN' then true end, greatest(k.reached, 2)
  from made_case m
  join template t on t.i = m.h % (select count(*) from template)
  cross join lateral (select ((m.received_at at time zone 'Asia/Shanghai')::date + m.days + 1)::timestamp at time zone 'Asia/Shanghai' as at) due
  cross join lateral (select least(now(), m.received_at + interval '1 hour' * (24 * m.days * (m.h % 109) / 100)) as answered,
      case m.status when 'RECORDED' then 1 when 'WITHDRAWN' then 1 when 'ACCEPTED' then 2 when 'WAITING' then 2
           when 'ANALYSED' then 3 when 'HANDLED' then 4 when 'FED_BACK' then 5 else 6 end as reached) k;
insert into complaints.step (id, complaint_id, seq, step, from_status, to_status, taken_at, who, who_name, roles, branch, detail)
select pg_temp.made(21, m.n * 8 + s.seq), m.id, s.seq, s.step, s.was, s.becomes,
       m.received_at + interval '1 day' * (s.seq - 1), coalesce(c.handler, 'operator.wang'), coalesce(c.handler_name, '王'),
       'COMPLAINT_HANDLER', c.branch, '{"note":"按流程办理"}'
  from made_case m join complaints.complaint c on c.id = m.id
  join (values (1, 1, 'RECORD', null, 'RECORDED'), (2, 2, 'ACCEPT', 'RECORDED', 'ACCEPTED'), (3, 3, 'ANALYSE', 'ACCEPTED', 'ANALYSED'),
       (4, 4, 'HANDLE', 'ANALYSED', 'HANDLED'), (5, 5, 'FEED_BACK', 'HANDLED', 'FED_BACK'), (6, 6, 'CLOSE', 'FED_BACK', 'CLOSED'),
       (12, 2, 'WITHDRAW', 'RECORDED', 'WITHDRAWN'), (13, 3, 'PAUSE', 'ACCEPTED', 'WAITING')) as s (reached, seq, step, was, becomes)
    on s.reached <= case m.status when 'RECORDED' then 1 when 'WITHDRAWN' then 1 when 'ACCEPTED' then 2 when 'WAITING' then 2
           when 'ANALYSED' then 3 when 'HANDLED' then 4 when 'FED_BACK' then 5 else 6 end
    or s.reached = 12 and m.status = 'WITHDRAWN' or s.reached = 13 and m.status = 'WAITING';
insert into complaints.clock (id, complaint_id, kind, started_at, due_at, due_on, days, stopped_at, met, pauses, paused_at)
select pg_temp.made(22, m.n), m.id, 'ANSWER', m.received_at, c.due_at, c.due_on, m.days,
       coalesce(c.answered_at, c.closed_at), case when c.answered_at is not null or c.closed_at is not null then coalesce(c.on_time, true) end,
       true, case when m.status = 'WAITING' then m.received_at + interval '2 days' end
  from made_case m join complaints.complaint c on c.id = m.id;
insert into complaints.joined (complaint_id, main_id, reason, joined_by, joined_at)
select m.id, pg_temp.made(20, m.n - 1), '同一事项', 'bench', now() from made_case m where m.status = 'WITHDRAWN' and m.h % 8 = 0 and m.n > 1;
-- Asked at each closing; one of ten is not reached, three answer.
insert into learning.survey (id, version, complaint_id, number, customer_id, branch, product, channel, level, cause, business,
    token_hash, asked_at, expires_at, reached, satisfaction, effort, answered_at)
select pg_temp.made(23, m.n), 0, c.id, c.number, c.customer_id, c.branch, c.product, c.channel, c.level, c.cause, c.business,
       encode(sha256(m.n::text::bytea), 'hex'), c.closed_at, c.closed_at + interval '14 days', m.h % 10 < 9,
       case when m.h % 10 < 3 then 1 + m.h % 5 end, case when m.h % 10 < 3 then 1 + m.h % 7 end,
       case when m.h % 10 < 3 then c.closed_at + interval '2 days' end
  from made_case m join complaints.complaint c on c.id = m.id where m.status = 'CLOSED';
