-- Two batches over the same days would be at the same orders; which days one is over is kept, so that
-- a second one can be told which runs already.

CREATE TABLE invoices.delivered_batch (
    run_id    uuid PRIMARY KEY,
    first_day date NOT NULL,
    last_day  date NOT NULL CHECK (last_day >= first_day)
);
COMMENT ON TABLE invoices.delivered_batch IS
    'A batch that makes invoices for orders delivered in these days; how far it is, its run of imports tells; immutable';
COMMENT ON COLUMN invoices.delivered_batch.run_id IS 'The run of imports that works it off';
CALL shared.make_immutable('invoices.delivered_batch');
GRANT SELECT, INSERT ON invoices.delivered_batch TO ${app_role};
