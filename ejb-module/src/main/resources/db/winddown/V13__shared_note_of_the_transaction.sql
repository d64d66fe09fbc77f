-- Which transaction wrote a row is said by the function that all modules share.

CALL shared.note_transaction_of('winddown.proof');
DROP FUNCTION winddown.note_transaction();
