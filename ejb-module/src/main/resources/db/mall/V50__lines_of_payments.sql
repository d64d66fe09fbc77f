-- The parts of a payment were proved when the payment was written, and not when a part joined it in a
-- later transaction; and a part of what is given back could name another payment than the whole does.

ALTER TABLE mall.payback ADD UNIQUE (id, payment_id);
ALTER TABLE mall.payback_line
    DROP CONSTRAINT payback_line_payback_id_fkey,
    ADD FOREIGN KEY (payback_id, payment_id) REFERENCES mall.payback (id, payment_id);

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
        WHEN 'payment_line' THEN payment := NEW.payment_id;
        WHEN 'payback' THEN whole := NEW.id; payment := NEW.payment_id;
        WHEN 'payback_line' THEN whole := NEW.payback_id; payment := NEW.payment_id;
    END CASE;
    IF whole IS NULL THEN
        SELECT coalesce(sum(l.amount), 0) INTO parts FROM mall.payment_line l WHERE l.payment_id = payment;
        SELECT p.amount INTO total FROM mall.payment p WHERE p.id = payment;
    ELSE
        SELECT coalesce(sum(l.amount), 0) INTO parts FROM mall.payback_line l WHERE l.payback_id = whole;
        SELECT b.amount INTO total FROM mall.payback b WHERE b.id = whole;
        IF EXISTS (SELECT FROM mall.payment_line l
                    WHERE l.payment_id = payment
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
    'Refuses the commit of a payment, of money given back, or of a line of either, that do not add up';
CREATE CONSTRAINT TRIGGER parts AFTER INSERT ON mall.payment_line
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mall.check_parts_of_payment();
CREATE CONSTRAINT TRIGGER parts AFTER INSERT ON mall.payback_line
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mall.check_parts_of_payment();
