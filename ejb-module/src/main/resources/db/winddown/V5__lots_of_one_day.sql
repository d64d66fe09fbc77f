-- An app may owe a customer several lots with one last day, even of one amount. So what tells a
-- second lot from a row that was handed over before is the run that handed it over.
ALTER TABLE winddown.holding DROP CONSTRAINT holding_plan_id_external_id_kind_expires_on_key;
CREATE INDEX holding_plan ON winddown.holding (plan_id, external_id);

CREATE TABLE winddown.handover (
    run_id     uuid NOT NULL,
    holding_id uuid NOT NULL REFERENCES winddown.holding,
    PRIMARY KEY (run_id, holding_id)
);
COMMENT ON TABLE winddown.handover IS
    'Which run of an import named which balance: each row of a file stands for one of its own; immutable';
CALL shared.make_immutable('winddown.handover');
GRANT SELECT, INSERT ON winddown.handover TO ${app_role};
