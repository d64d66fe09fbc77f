-- Which transaction wrote a row is said by the function that all modules share.

CALL shared.note_transaction_of('invoices.invoice');
DROP FUNCTION invoices.note_transaction();
