-- Whom to speak to next is found among the few that are not closed, however many ever were.

CREATE INDEX follow_up_open_due ON relationship.follow_up (due_on, id)
    WHERE status IN ('OPEN', 'CLAIMED');
CREATE INDEX follow_up_open_manager ON relationship.follow_up (manager, due_on, id)
    WHERE status IN ('OPEN', 'CLAIMED');
