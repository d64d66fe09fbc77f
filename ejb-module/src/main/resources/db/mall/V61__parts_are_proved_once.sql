-- Each part of a payment, or of what is given back of one, proved all of them anew at the end of the
-- transaction: as many times as there are parts, and each time all were summed. The last one that joined in a
-- transaction proves them for all that joined before it there, whether that is asked at the end or after each
-- statement; which is the last, a number says that no writer chooses. Parts of another transaction prove
-- nothing for it: neither sees the other before both have ended.

CREATE SEQUENCE mall.part_nth;
GRANT USAGE ON SEQUENCE mall.part_nth TO ${app_role};
ALTER TABLE mall.payment_line ADD COLUMN nth bigint NOT NULL DEFAULT 0,
                              ADD COLUMN written_by_tx xid8 NOT NULL DEFAULT pg_current_xact_id();
ALTER TABLE mall.payment_line ALTER COLUMN nth DROP DEFAULT, ALTER COLUMN written_by_tx DROP DEFAULT;
ALTER TABLE mall.payback_line ADD COLUMN nth bigint NOT NULL DEFAULT 0,
                              ADD COLUMN written_by_tx xid8 NOT NULL DEFAULT pg_current_xact_id();
ALTER TABLE mall.payback_line ALTER COLUMN nth DROP DEFAULT, ALTER COLUMN written_by_tx DROP DEFAULT;
COMMENT ON COLUMN mall.payment_line.nth IS
    'Which parts joined later; set by trigger. 0 for those older than this column';
COMMENT ON COLUMN mall.payment_line.written_by_tx IS
    'The transaction that wrote it; set by trigger. Of those older than this column, the one that added it';
COMMENT ON COLUMN mall.payback_line.nth IS
    'Which parts joined later; set by trigger. 0 for those older than this column';
COMMENT ON COLUMN mall.payback_line.written_by_tx IS
    'The transaction that wrote it; set by trigger. Of those older than this column, the one that added it';
-- Over the id as text, so that the last one is looked for in these, and not among all parts by another index,
-- whatever the planner knows of the tables.
CREATE INDEX payment_line_nth ON mall.payment_line ((payment_id::text), nth);
CREATE INDEX payback_line_nth ON mall.payback_line ((payback_id::text), nth);

CREATE FUNCTION mall.number_part() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    NEW.nth := nextval('mall.part_nth');
    NEW.written_by_tx := pg_current_xact_id();
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION mall.number_part() IS
    'Numbers the parts of payments as they come, and says which transaction wrote them, whatever the writer says';
CREATE TRIGGER numbered BEFORE INSERT ON mall.payment_line
    FOR EACH ROW EXECUTE FUNCTION mall.number_part();
CREATE TRIGGER numbered BEFORE INSERT ON mall.payback_line
    FOR EACH ROW EXECUTE FUNCTION mall.number_part();

CREATE OR REPLACE FUNCTION mall.check_parts_of_payment() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    whole   uuid;
    payment uuid;
    parts   numeric;
    total   bigint;
BEGIN
    CASE TG_TABLE_NAME
        WHEN 'payment' THEN payment := NEW.id;
        WHEN 'payment_line' THEN
            IF EXISTS (SELECT FROM mall.payment_line l
                        WHERE l.payment_id::text = NEW.payment_id::text AND l.nth > NEW.nth
                          AND l.written_by_tx = pg_current_xact_id()) THEN
                RETURN NULL;
            END IF;
            payment := NEW.payment_id;
        WHEN 'payback' THEN whole := NEW.id; payment := NEW.payment_id;
        WHEN 'payback_line' THEN
            IF EXISTS (SELECT FROM mall.payback_line l
                        WHERE l.payback_id::text = NEW.payback_id::text AND l.nth > NEW.nth
                          AND l.written_by_tx = pg_current_xact_id()) THEN
                RETURN NULL;
            END IF;
            whole := NEW.payback_id; payment := NEW.payment_id;
    END CASE;
    IF whole IS NULL THEN
        SELECT coalesce(sum(l.amount), 0) INTO parts FROM mall.payment_line l WHERE l.payment_id = payment;
        SELECT p.amount INTO total FROM mall.payment p WHERE p.id = payment;
    ELSE
        SELECT coalesce(sum(l.amount), 0) INTO parts FROM mall.payback_line l WHERE l.payback_id = whole;
        SELECT b.amount INTO total FROM mall.payback b WHERE b.id = whole;
        -- Of the other parts of the payment this gives nothing back.
        IF EXISTS (SELECT FROM mall.payback_line n
                     JOIN mall.payment_line l ON l.payment_id = n.payment_id AND l.line_no = n.line_no
                    WHERE n.payback_id = whole
                      AND l.amount < (SELECT sum(b.amount) FROM mall.payback_line b
                                       WHERE b.payment_id = l.payment_id AND b.line_no = l.line_no)) THEN
            RAISE EXCEPTION 'More is given back than payment % has paid', payment
                USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    IF parts <> total THEN
        RAISE EXCEPTION 'The parts of % are %, not %', coalesce(whole, payment), parts, total
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION mall.check_parts_of_payment() IS
    'Refuses the commit of a payment, of money given back, or of the last line of either, that do not add up';
